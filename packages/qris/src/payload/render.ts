import { qrModules } from "./matrix.js";
import { pngOf } from "./png.js";
import { svgOf } from "./svg.js";
import { terminalOf } from "./terminal.js";

/**
 * Draws the QR of a payload, black on white with its quiet zone: `svg` is markup that scales to its place, `terminal` is
 * half blocks in ANSI colours, about 70 columns wide, and `png` a file's bytes, eight pixels to a module.
 * @throws QrisPayloadError for a text that is no QRIS payload, because no wallet would take it; `png` rejects with it
 */
export function renderQris(text: string, options: { readonly as: "svg" | "terminal" }): string;
export function renderQris(text: string, options: { readonly as: "png" }): Promise<Uint8Array>;
export function renderQris(
  text: string,
  { as }: { readonly as: "svg" | "terminal" | "png" },
): string | Promise<Uint8Array> {
  switch (as) {
    case "svg":
      return svgOf(qrModules(text));
    case "terminal":
      return terminalOf(qrModules(text));
    case "png":
      return renderPng(text);
    default:
      throw new TypeError('renderQris: `as` must be svg, terminal or png, for example "svg"');
  }
}

async function renderPng(text: string): Promise<Uint8Array> {
  return pngOf(qrModules(text));
}
