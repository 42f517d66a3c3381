import { createHmac, randomBytes } from "node:crypto";

/** A UUID that sorts by its time (RFC 9562, version 7), so that a table grows at its end. */
export function newId(now: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Math.max(0, Math.floor(now)), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Makes of a business key what says nothing of it: HMAC-SHA-256, hexadecimal. */
export function keyHasher(secret: string): (parts: readonly string[]) => string {
  return (parts) => createHmac("sha256", secret).update(JSON.stringify(parts)).digest("hex");
}

/** A secret for those who bring none. */
export function newSecret(): string {
  return randomBytes(32).toString("hex");
}
