import { posix } from "node:path";
import { type Language, languages } from "@setor-tooling/model/languages";

/** Where a page is: the same name in each language, and in a folder of its own in all but the first. */
export interface PageAddress {
  readonly language: Language;
  /** Name of the page, as `<vendor>/errors.html`. */
  readonly name: string;
}

/** Where the site will be, with a slash at the end; not set, nothing says where it is. */
const site = process.env["SETOR_SITE"];

export function fileOf({ language, name }: PageAddress): string {
  return language === languages[0] ? name : posix.join(language, name);
}

/** A relative link, so that the site can be served from any folder; a hash is kept. */
export function linkTo(from: PageAddress, name: string, language: Language = from.language): string {
  const [page = "", hash] = name.split("#", 2);
  const target = posix.relative(posix.dirname(fileOf(from)), fileOf({ language, name: page }));
  return hash === undefined ? target : `${target}#${hash}`;
}

/** A relative link to a file that is the same in every language. */
export function assetLink(from: PageAddress, file: string): string {
  return posix.relative(posix.dirname(fileOf(from)), posix.join("assets", file));
}

/** The address of a page as others see it, where it is known. */
export function absoluteLink(address: PageAddress): string | undefined {
  if (site === undefined) return undefined;
  return new URL(fileOf(address).replace(/(^|\/)index\.html$/, "$1"), site).href;
}

/** The picture that a preview of a page shows: that of its vendor, or of the whole. */
export function pictureOf({ language, name }: PageAddress): string {
  const [folder = ""] = name.includes("/") ? name.split("/") : [];
  const of = folder === "" || folder === "guides" ? "setor" : folder;
  return new URL(`assets/links/${of}.${language}.png`, site).href;
}

/** A relative link to the same page as Markdown. */
export function twinOf({ name }: PageAddress): string {
  return posix.basename(name).replace(/\.html$/, ".md");
}
