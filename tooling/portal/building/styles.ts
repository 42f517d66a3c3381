import { cp, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { build } from "esbuild";
import subsetFont from "subset-font";
import { colourRules } from "../markdown/highlight.js";

const require = createRequire(import.meta.url);
const portal = join(root, "tooling", "portal");

/** What our two languages are written with, and the signs that the pages use. */
const characters = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))} ©«·»×éèàöü–—‘’“”…›≥≤→←↔✓✗`;

/** The style of every page, with the colours of the code that the pages show, and the font. */
export async function writeStyles(assets: string): Promise<void> {
  await build({
    entryPoints: [join(portal, "styles", "portal.css")],
    outfile: join(assets, "portal.css"),
    bundle: true,
    minify: true,
    footer: { css: colourRules() + (await fontFace()) },
  });
  await cp(join(portal, "assets", "favicon.svg"), join(assets, "favicon.svg"));
}

/** Within the style: a page that was opened from a folder may not load a font. */
async function fontFace(): Promise<string> {
  const source = `url(data:font/woff2;base64,${(await smallFont()).toString("base64")})format("woff2")`;
  return `@font-face{font-family:"Plus Jakarta Sans";src:${source};font-weight:400 700;font-display:swap}`;
}

/** The font with the characters and weights that the pages use: a third of the file is left. */
async function smallFont(): Promise<Buffer> {
  const folder = dirname(require.resolve("@fontsource-variable/plus-jakarta-sans/package.json"));
  const whole = await readFile(join(folder, "files", "plus-jakarta-sans-latin-wght-normal.woff2"));
  return subsetFont(whole, characters, { targetFormat: "woff2", variationAxes: { wght: { min: 400, max: 700 } } });
}
