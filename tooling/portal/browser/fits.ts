/** Whether a pasted text is one of these words, codes or messages, or a part of one, or holds one. */
export function fits(pasted: string, known: readonly string[]): boolean {
  const text = plain(pasted);
  if (text === "") return true;
  return known
    .map(plain)
    .some((each) => each !== "" && (each.includes(text) || (each.length > 3 && text.includes(each))));
}

/** Case, spaces and punctuation are as they come; numbers differ from case to case, codes of few digits do not. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/\d{8,}/g, "#")
    .replace(/[^\p{L}\p{N}#]+/gu, " ")
    .trim();
}
