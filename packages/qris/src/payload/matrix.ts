import { encodeQR } from "qr";
import { parseQris } from "./parse.js";

/** ISO/IEC 18004 asks for four light modules on every side. */
const quietZone = 4;

/** The modules of a payload's QR, row by row, quiet zone included; `true` is dark. Corrects 15 % (level M). */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  parseQris(text);
  return encodeQR(text, "raw", { ecc: "medium", border: quietZone });
}
