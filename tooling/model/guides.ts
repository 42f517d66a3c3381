import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, languages } from "./languages.js";
import { listVendors, root, type Vendor } from "./vendors.js";

export const guidesFolder = join(root, "docs", "guides");

/** Those that take a QRIS payment in a framework, from the order to the page that says paid. */
export const quickStarts = ["express", "nextjs", "nestjs", "hono", "laravel"] as const;

/** What each is about, in the order in which they are read; each is there in every language. */
export const guideGroups = {
  begin: ["start", ...quickStarts, "qr"],
  money: ["money", "ledger", "reconciliation", "faults"],
  sandbox: ["sandbox", "sandbox-data"],
  operation: ["signing", "security", "network"],
  trust: ["trust"],
} as const;

/** All of them. */
export const guideNames = Object.values(guideGroups).flat();

/** The file of a guide; English has no ending of its own. */
export function guideFile(name: string, language: Language): string {
  return join(guidesFolder, language === "en" ? `${name}.md` : `${name}.${language}.md`);
}

export interface Guide {
  readonly name: string;
  readonly title: string;
  /** The first paragraph. */
  readonly lead: string;
  readonly markdown: string;
}

/** @throws Error for a guide that is not there in the language */
export function readGuide(name: string, language: Language): Guide {
  const file = guideFile(name, language);
  if (!existsSync(file)) throw new Error(`${file} is missing`);
  const markdown = readFileSync(file, "utf8");
  const [, title, lead] = /^# (.+)\n+([\s\S]+?)\n\n/.exec(markdown) ?? [];
  if (title === undefined || lead === undefined) throw new Error(`${file} needs a title and a first paragraph`);
  return { name, title, lead: lead.replace(/\s+/g, " "), markdown };
}

/** The vendors that the front page presents; the guides have to, too. A vendor that is new may wait. */
export function presentedVendors(): Vendor[] {
  const frontPage = readFileSync(join(root, "README.md"), "utf8");
  return listVendors().filter(({ packageName }) => frontPage.includes(`\`${packageName}\``));
}

/** Files in the folder that no guide is made of. */
export function strayGuides(): string[] {
  const known = guideNames.flatMap((name) => languages.map((language) => guideFile(name, language)));
  return readdirSync(guidesFolder)
    .map((file) => join(guidesFolder, file))
    .filter((file) => !known.includes(file));
}
