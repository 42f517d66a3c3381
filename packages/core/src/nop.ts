import { digitsOf } from "./digits.js";

/**
 * Reads a NOP (Nomor Objek Pajak, PBB) with or without dots, hyphens and spaces.
 * @returns the 18 bare digits.
 * @throws TypeError when there are not 18 digits.
 */
export function parseNop(text: string): string {
  return digitsOf("parseNop", text, [18], "99.29.010.001.001-0010.0");
}

/**
 * Writes a NOP as it is printed: province 2, dati2 2, kecamatan 3, kelurahan 3, blok 3, urut 4, jenis 1.
 * @returns for example `99.29.010.001.001-0010.0`.
 * @throws TypeError when there are not 18 digits.
 */
export function formatNop(nop: string): string {
  return parseNop(nop).replace(/^(..)(..)(...)(...)(...)(....)(.)$/, "$1.$2.$3.$4.$5-$6.$7");
}
