/** The digits of an identifier that people write with dots, hyphens or spaces. */
export function digitsOf(where: string, text: string, lengths: readonly number[], example: string): string {
  const digits = typeof text === "string" ? text.replace(/[.\-\s]/g, "") : "";
  if (!/^[0-9]+$/.test(digits) || !lengths.includes(digits.length)) {
    throw new TypeError(`${where}: must be ${lengths.join(" or ")} digits, for example ${JSON.stringify(example)}`);
  }
  return digits;
}
