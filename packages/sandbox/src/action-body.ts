/** The JSON object that a tester sends to an action. */
export type ActionBody = Readonly<Record<string, unknown>>;

/** What is wrong with a request of a tester, in words. */
export class BadRequest extends Error {}

export function readActionBody(bytes: Uint8Array): ActionBody {
  if (bytes.length === 0) return {};
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof body === "object" && body !== null) return { ...body };
  } catch {
    // Said below.
  }
  throw new BadRequest("The body must be a JSON object.");
}

export function textIn(body: ActionBody, name: string): string {
  const value = body[name];
  if (typeof value !== "string") throw new BadRequest(`\`${name}\` must be a text.`);
  return value;
}

export function numberIn(body: ActionBody, name: string): number {
  const value = body[name];
  if (typeof value !== "number") throw new BadRequest(`\`${name}\` must be a number.`);
  return value;
}
