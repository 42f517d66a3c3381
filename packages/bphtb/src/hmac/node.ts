import { createHmac, createSecretKey } from "node:crypto";
import type { Hmac } from "./hmac.js";

/** By Node's own module, which takes a fifteenth of the time that Web Crypto takes for a text. */
export function createHmacSha256(secret: string): Hmac {
  const key = createSecretKey(secret, "utf8");
  return (text) => createHmac("sha256", key).update(text, "utf8").digest("base64");
}
