import { marked } from "marked";

/** The address of a section, made of its heading. */
function slugOf(heading: string): string {
  const plain = heading.replace(/[`*]/g, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
}

/** The ids of the headings of a text, in order; a heading that comes again is numbered. */
export function slugsOf(markdown: string): string[] {
  const seen = new Map<string, number>();
  return marked.lexer(markdown).flatMap((token) => {
    if (token.type !== "heading") return [];
    const slug = slugOf(token["text"]);
    const times = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, times);
    return [times === 1 ? slug : `${slug}-${times}`];
  });
}

/** A part of a text, from its heading to the next. */
export interface Part {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

/** The parts of a text; their ids are those of the same text in English. */
export function sectionsOf(markdown: string, english: string): Part[] {
  const ids = slugsOf(english).values();
  const parts: Part[] = [];
  for (const token of marked.lexer(markdown)) {
    if (token.type === "heading") parts.push({ id: ids.next().value ?? "", heading: token["text"], text: "" });
    else if (token.type !== "code") parts[parts.length - 1] = withText(parts.at(-1), token.raw);
  }
  return parts;
}

function withText(part: Part | undefined, text: string): Part {
  if (part === undefined) throw new Error("A text begins with a heading.");
  return { ...part, text: part.text + text };
}
