import { digitsOf } from "./digits.js";

/**
 * Reads an NPWP of 15 digits, or of 16 (in force since 2024; for residents it is the NIK), with or without
 * punctuation. The check digit is not tested: genuine numbers fail it.
 * @returns the bare digits.
 * @throws TypeError when there are neither 15 nor 16 digits.
 */
export function parseNpwp(text: string): string {
  return digitsOf("parseNpwp", text, [15, 16], "01.312.166.0-091.000");
}

/**
 * Writes an NPWP as it is printed: `99.999.999.9-999.999` for 15 digits, the bare digits for 16.
 * @throws TypeError when there are neither 15 nor 16 digits.
 */
export function formatNpwp(npwp: string): string {
  return parseNpwp(npwp).replace(/^(..)(...)(...)(.)(...)(...)$/, "$1.$2.$3.$4-$5.$6");
}
