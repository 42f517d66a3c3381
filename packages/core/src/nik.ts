import { digitsOf } from "./digits.js";

/**
 * Reads a NIK (Nomor Induk Kependudukan), with or without spaces. It has no check digit.
 * @returns the 16 bare digits.
 * @throws TypeError when there are not 16 digits.
 */
export function parseNik(text: string): string {
  return digitsOf("parseNik", text, [16], "3171011708450001");
}
