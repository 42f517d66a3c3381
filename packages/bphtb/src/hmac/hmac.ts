/** The Base64 of the HMAC-SHA256 of a text, with a key that cannot be read back. */
export type Hmac = (text: string) => Promise<string>;
