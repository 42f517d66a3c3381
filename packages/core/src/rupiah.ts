/**
 * Reads whole rupiah as these vendors write them: digits only. A separator or a fraction is refused, not guessed.
 * @throws TypeError when it is anything else, or more than 2^53.
 */
export function parseRupiah(text: string): number {
  const amount = typeof text === "string" && /^[0-9]+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(amount)) throw new TypeError('parseRupiah: must be digits only, for example "183500"');
  return amount;
}

/**
 * Writes whole rupiah as digits, for the fields that want text.
 * @throws TypeError for a fraction, a negative amount or one beyond 2^53.
 */
export function rupiahDigits(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0) {
    throw new TypeError("rupiahDigits: must be whole rupiah, for example 183500");
  }
  return String(amount);
}
