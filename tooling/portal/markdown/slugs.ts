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
