import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import type { Language } from "../languages.js";
import { bundleSpec } from "../spec/load.js";
import type { Vendor } from "../vendors.js";
import { listWorkflowVendors, readWorkflows } from "../workflows/load.js";
import { listTexts } from "./texts.js";

/** One text in both languages. */
export interface Translation {
  readonly en: string;
  readonly id: string;
}

/** Where the Indonesian of a vendor's texts is. */
export function translationsFile(vendor: Vendor): string {
  return join(dirname(vendor.specFile), "translations.yaml");
}

/** The texts of a vendor in both languages, as written. */
export function readTranslations(vendor: Vendor): Translation[] {
  const file = translationsFile(vendor);
  return existsSync(file) ? parse(readFileSync(file, "utf8")) : [];
}

/** Every text of a vendor's spec, its examples and its workflows, in their order. */
export async function textsOf(vendor: Vendor): Promise<string[]> {
  const workflows = listWorkflowVendors().some(({ id }) => id === vendor.id) ? listTexts(readWorkflows(vendor)) : [];
  return [...new Set([...listTexts(await bundleSpec(vendor)), ...workflows])];
}

/** Gives each text of a vendor in a language; the specs are in English. Throws for a text that nobody translated. */
export function translatorOf(vendor: Vendor, language: Language): (text: string) => string {
  const known = new Map(readTranslations(vendor).map(({ en, id }) => [en.trim(), id.trim()]));
  return (text) => {
    if (language === "en") return text;
    const translated = known.get(text.trim());
    if (!translated) throw new Error(`${translationsFile(vendor)} has no Indonesian for: ${text}`);
    return translated;
  };
}
