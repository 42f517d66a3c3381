import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Remedies, readCommonRemedies } from "@setor-tooling/model/failures";
import { type Language, languages } from "@setor-tooling/model/languages";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { root } from "@setor-tooling/model/vendors";
import { parse } from "yaml";
import type { Catalogue, FailureEntry } from "./catalogue.js";
import { knownAnswers } from "./known-answers.js";
import { sensitiveFields, vendorEntries } from "./vendors.js";

/**
 * What the page of answers knows, in the language of the docs.
 * @throws Error when there are no docs
 */
export function buildCatalogue(docs: readonly VendorDocs[]): Catalogue {
  const [first] = docs;
  if (first === undefined) throw new Error("There is nobody to tell of.");
  const { language } = first;
  const texts = inLanguage(parse(readFileSync(join(root, "docs", "answers.yaml"), "utf8")), language);
  return {
    ...(texts as Pick<Catalogue, "kinds" | "headlines" | "customers" | "tree" | "ticket">),
    language,
    vendors: vendorEntries(docs),
    sensitive: sensitiveFields(docs),
    answers: docs.flatMap(knownAnswers),
    failures: [
      ...docs.flatMap(({ vendor, remedies }) => failuresOf(vendor.id, remedies, language)),
      ...failuresOf("common", readCommonRemedies(), language),
    ],
  };
}

function failuresOf(vendor: string, remedies: Remedies, language: Language): FailureEntry[] {
  return Object.entries(remedies).map(([outcome, { cause, action, ...advice }]) => ({
    vendor,
    outcome,
    ...advice,
    cause: cause[language],
    action: action[language],
  }));
}

/** Texts in all languages become those in one. */
function inLanguage(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((each) => inLanguage(each, language));
  if (typeof value !== "object" || value === null) return value;
  const fields = new Map(Object.entries(value));
  if (languages.some((each) => fields.has(each))) {
    const isWhole = fields.size === languages.length && languages.every((each) => fields.has(each));
    if (!isWhole)
      throw new Error(`docs/answers.yaml: ${[...fields.keys()].join(", ")} is no text in each language; quote it.`);
    return inLanguage(fields.get(language), language);
  }
  return Object.fromEntries([...fields].map(([name, inner]) => [name, inLanguage(inner, language)]));
}
