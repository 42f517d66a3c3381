import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A grey JPEG of 960 x 720 pixels, baseline. */
export const jpegPath = fileURLToPath(new URL("npwp.jpg", import.meta.url));

/** A grey PNG of 960 x 720 pixels. */
export const pngPath = fileURLToPath(new URL("npwp.png", import.meta.url));

export const jpeg = new Uint8Array(readFileSync(jpegPath));
export const png = new Uint8Array(readFileSync(pngPath));
