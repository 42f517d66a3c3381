/** One thing that happens: a request, or time that passes. */
export type Step =
  /** `{ntpd1}` in a path stands for the NTPD of the first receipt, encoded. */
  { readonly method: "GET" | "HEAD"; readonly path: string } | { readonly advance: number };

/** A service that can be asked, in whose database can be looked. */
export interface Target {
  request(method: string, path: string): Promise<Response>;
  advance(ms: number): void;
  /** The payments that are recorded: NOP, year and rupiah, sorted. */
  payments(): string[];
}

export const get = (path: string): Step => ({ method: "GET", path });

/** The last word of an answer in a form in which two services can be compared. */
export interface Outcome {
  readonly status: number;
  /** What is in the body; of an error page nothing, because each server has its own. */
  readonly body: unknown;
  /** What is recorded afterwards. */
  readonly payments: string[];
}

/**
 * Plays the steps and gives an outcome for each request. Of an NTPD stays which one it is, in the order of the receipts,
 * and how long: the letters and digits are those of each service's own tables.
 */
export async function play(steps: readonly Step[], target: Target): Promise<Outcome[]> {
  const [ntpds, outcomes]: [string[], Outcome[]] = [[], []];
  for (const step of steps) {
    if ("advance" in step) {
      target.advance(step.advance);
      continue;
    }
    const path = step.path.replace(/\{ntpd(\d+)\}/g, (_, number) =>
      encodeURIComponent(ntpds[Number(number) - 1] ?? "2017NONE"),
    );
    const response = await target.request(step.method, path);
    const { status } = response;
    const text = await response.text();
    const body = status === 200 ? readBody(text, ntpds) : "an error page";
    outcomes.push({ status, body, payments: target.payments() });
  }
  return outcomes;
}

function readBody(text: string, ntpds: string[]): unknown {
  if (text === "") return "nothing";
  if (text.startsWith("<") || !text.startsWith("{")) return "a page";
  return JSON.parse(text, (key, value) => {
    // The builds differ in capitals only.
    if (key === "message") return String(value).toLowerCase();
    if (key !== "ntpd" || typeof value !== "string") return value;
    if (!ntpds.includes(value)) ntpds.push(value);
    return `ntpd${ntpds.indexOf(value) + 1}, ${value.length} characters`;
  });
}
