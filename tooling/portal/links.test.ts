import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { strayGuides } from "@setor-tooling/model/guides";
import { languages } from "@setor-tooling/model/languages";
import { listOperations, readSpec } from "@setor-tooling/model/spec/load";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { readLink } from "@setor-tooling/play/link";
import { describe, expect, it } from "vitest";
import { writeSitemap } from "./indexes/llms.js";
import { referencePlace } from "./layout/page.js";

const dist = join(root, "docs", "dist");
const files = new Set(readdirSync(dist, { recursive: true, encoding: "utf8" }));
const pages = [...files].filter((file) => file.endsWith(".html")).sort();
const textOf = (file: string) => readFileSync(join(dist, file), "utf8");

/** The addresses that Redoc makes in a reference. */
const operationHashes = new Set(
  listVendors().flatMap((vendor) =>
    listOperations(readSpec(vendor)).map(({ operation }) => referencePlace(vendor, operation)),
  ),
);

describe.each(pages)("%s", (page) => {
  const html = textOf(page);

  it("a page says in its head what it is", () => {
    expect(html).toMatch(/<html lang="(id|en)"/);
    expect(html).toMatch(/<title>[^<]{5,} · Setor<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]{5,}"\/>/);
    const others = languages.filter((language) => (language === "en") !== page.startsWith("en/"));
    for (const language of others) expect(html).toContain(`hreflang="${language}"`);
  });

  it("a page links to nothing that is not there", () => {
    const links = [...html.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, link = ""]) => link);
    const inner = links.filter((link) => !/^(https?|mailto|data):/.test(link));
    expect(inner.filter((link) => !resolves(page, link))).toEqual([]);
  });

  it("a page loads nothing from another host", () => {
    expect([...html.matchAll(/<(?:script|link|img|iframe)[^>]+(?:src|href)="https?:[^"]*"/g)]).toEqual([]);
  });
});

function resolves(page: string, link: string): boolean {
  const [path = "", hash] = link.split("#", 2);
  const target = path === "" ? page : posix.join(posix.dirname(page), path);
  if (!files.has(target)) return false;
  if (hash === undefined) return true;
  if (hash.startsWith("/")) return operationHashes.has(`${target.replace(/^en\//, "")}#${hash}`);
  if (textOf(target).includes(` id="${hash}"`)) return true;
  // A console is led to by a run or a lesson.
  return target.endsWith("/try.html") && (readLink(hash).ok || hash.startsWith("lesson="));
}

describe("the site", () => {
  it("the portal has the same pages in every language", () => {
    const english = pages.filter((page) => page.startsWith("en/")).map((page) => page.slice(3));
    expect(english).toEqual(pages.filter((page) => !page.startsWith("en/")));
  });

  it("the sitemap names pages by their address, and there is none where the address is not known", () => {
    expect(writeSitemap(["index.html", "en/index.html", "pbb/errors.html"], "https://example.com/setor/")).toMatch(
      /<loc>https:\/\/example.com\/setor\/<\/loc>[\s\S]*\/setor\/en\/<\/loc>[\s\S]*\/setor\/pbb\/errors.html<\/loc>/,
    );
    expect(files.has("sitemap.xml")).toBe(process.env["SETOR_SITE"] !== undefined);
  });

  it("llms.txt tells programs what there is, with links that lead somewhere", () => {
    const links = [...textOf("llms.txt").matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !files.has(link))).toEqual([]);
    expect(textOf("llms-full.txt")).toContain("Tagihan Telah Terbayar");
  });

  it("every guide becomes a page", () => {
    expect(strayGuides()).toEqual([]);
  });
});
