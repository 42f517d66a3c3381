import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "./page.js";

/** What stands at the edges of every sheet: the page and, of a vendor, the version of the package. A script adds the date. */
export function edgesOf({ title, vendor }: Page): string {
  const top = `@top-right{content:${quoted(title)}}`;
  if (vendor === undefined) return `@page{${top}}`;
  const { version } = JSON.parse(readFileSync(join(vendor.packageDir, "package.json"), "utf8"));
  return `@page{${top}@bottom-left{content:${quoted(`${vendor.packageName} ${version}`)}}}`;
}

/** A text as CSS and HTML take it. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<>&]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
}
