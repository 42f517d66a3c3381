/** An exception that nobody catches: HTTP 500. */
export class JavaError extends Error {}

/** `Integer.parseInt`, of the digits 0 to 9: a sign is allowed, 32 bits have to do. */
export function parseInteger(text: string): number | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const value = Number(text);
  return value >= -(2 ** 31) && value < 2 ** 31 ? value : undefined;
}

/** `String.substring`, which does not reach beyond the end. */
export function substring(text: string, begin: number, end: number): string {
  if (end > text.length) throw new JavaError("java.lang.StringIndexOutOfBoundsException");
  return text.slice(begin, end);
}
