import type { Hmac } from "./hmac.js";

const algorithm = { name: "HMAC", hash: "SHA-256" };

/** By Web Crypto, where there is no Node. The key is imported once. */
export function createHmacSha256(secret: string): Hmac {
  const encoder = new TextEncoder();
  let key: Promise<CryptoKey> | undefined;
  return async (text) => {
    const { subtle } = globalThis.crypto;
    key ??= subtle.importKey("raw", encoder.encode(secret), algorithm, false, ["sign"]);
    const mac = await subtle.sign(algorithm.name, await key, encoder.encode(text));
    return btoa(String.fromCharCode(...new Uint8Array(mac)));
  };
}
