import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Vendor } from "../vendors.js";

/** The sections of the vendor's document that each operation and schema comes from, as `SOURCES.md` maps them. */
export function readSections({ specFile }: Vendor): Map<string, readonly string[]> {
  const sources = readFileSync(join(dirname(specFile), "SOURCES.md"), "utf8");
  const [, map = ""] = /^## Section map\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(sources) ?? [];
  const rows = [...map.matchAll(/^\| (.+?) \| (.+) \|$/gm)].slice(1);
  const found = new Map<string, readonly string[]>();
  for (const [, section = "", here = ""] of rows) {
    for (const [, name = ""] of here.matchAll(/`(\w+)`/g)) {
      found.set(name, [...(found.get(name) ?? []), section.replaceAll("\\|", "|")]);
    }
  }
  return found;
}
