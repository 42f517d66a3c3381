import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";

const dist = join(root, "docs", "dist");

/** The Indonesian pages as text; what changed in packages is told in English. */
const pages = readdirSync(dist, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".md") && !file.startsWith("en/") && !file.endsWith("changelog.md"))
  .sort();

/** The sentences of a page: without code, links' targets and what is quoted from a vendor. */
function proseOf(page: string): string {
  return readFileSync(join(dist, page), "utf8")
    .replace(/```[\s\S]*?```/g, " ")
    .replace(/`[^`]*`/g, " ")
    .replace(/\]\([^)]*\)/g, " ")
    .replace(/"[^"]*"|“[^”]*”/g, " ");
}

function found(words: readonly string[], page: string): string[] {
  const pattern = new RegExp(`(?<![\\p{L}-])(?:${words.join("|")})(?![\\p{L}-])`, "giu");
  const text = proseOf(page);
  return [...text.matchAll(pattern)].map(({ index }) => text.slice(Math.max(0, index - 40), index + 40).trim());
}

/** Words of CONTRIBUTING's table that are never right: those in backticks in its last column. */
const wrong = readFileSync(join(root, "CONTRIBUTING.md"), "utf8")
  .split("## Istilah")[1]
  ?.split("\n## ")[0]
  ?.split("\n")
  .flatMap((line) => [...(line.split("|")[3] ?? "").matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word));

/** Words that only an English sentence has. */
const english = [
  "the",
  "and",
  "of",
  "with",
  "which",
  "from",
  "that",
  "this",
  "are",
  "was",
  "when",
  "your",
  "you",
  "not",
];

it("the table of terms names words that are never right", () => {
  expect(wrong?.length).toBeGreaterThan(5);
});

describe.each(pages)("the Indonesian page %s", (page) => {
  it("the page has one term for one thing", () => {
    expect(found(wrong ?? [], page)).toEqual([]);
  });

  it("the page has no English sentence", () => {
    expect(found(english, page)).toEqual([]);
  });
});
