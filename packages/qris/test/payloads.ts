import { readFileSync } from "node:fs";

/** The payload in InterActive's own document: dynamic, Rp25,578, tip asked of the payer, invoice 413255111. */
export const vendorPayload =
  "00020101021226680016ID.CO.TELKOM.WWW011893600898025599662702150001952559966270303UMI" +
  "51440014ID.CO.QRIS.WWW0215ID10200211817450303UMI520457325303360540825578.005502015802ID" +
  "5916InterActive Corp6013KOTA SURABAYA61056013662130509413255111630439B7";

/** A merchant's sticker, without a bill number. */
export const staticPayload =
  "00020101021126570011ID.DANA.WWW011893600915302259148102090225914810303UMI51440014ID.CO.QRIS.WWW" +
  "0215ID10200176114730303UMI5204581253033605802ID5922Warung Sayur Bu Sugeng6010Kab. Demak610559567630458C7";

interface PayloadCase {
  readonly payload: string;
  readonly expected: string;
  readonly source: string;
}

/** Every case of the table, which keeps the spaces within the values. */
export function payloadCases(): PayloadCase[] {
  const table = readFileSync(new URL("qris-payloads.tsv", import.meta.url), "utf8");
  const lines = table.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return lines.map((line) => {
    const [payload = "", expected = "", source = ""] = line.split("\t");
    return { payload, expected, source };
  });
}
