import type { QrisMerchant } from "./seed.js";

/** What one QR is about. */
export interface QrisSale {
  /** Whole rupiah. */
  readonly amount: number;
  readonly invoiceId: string;
  /** Whether the wallet asks for a tip. */
  readonly tip: boolean;
}

/** The text of a dynamic QRIS code: EMVCo TLV, closed by its CRC. */
export function writeQrisPayload(merchant: QrisMerchant, { amount, invoiceId, tip }: QrisSale): string {
  const size = tlv("03", "UMI");
  const account = [tlv("00", "ID.CO.TELKOM.WWW"), tlv("01", merchant.mpan), tlv("02", merchant.account)];
  const repository = [tlv("00", "ID.CO.QRIS.WWW"), tlv("02", merchant.nmid)];
  const payload = [
    tlv("00", "01"),
    tlv("01", "12"),
    tlv("26", [...account, size].join("")),
    tlv("51", [...repository, size].join("")),
    tlv("52", merchant.category),
    tlv("53", "360"),
    tlv("54", `${amount}.00`),
    tip ? tlv("55", "01") : "",
    tlv("58", "ID"),
    tlv("59", merchant.name),
    tlv("60", merchant.city),
    tlv("61", merchant.postalCode),
    tlv("62", tlv("05", invoiceId)),
    "6304",
  ].join("");
  return payload + crc16(payload);
}

function tlv(id: string, value: string): string {
  return id + String(value.length).padStart(2, "0") + value;
}

/** CRC-16/CCITT-FALSE over the UTF-8 bytes, four uppercase hexadecimal digits. */
function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, "0");
}
