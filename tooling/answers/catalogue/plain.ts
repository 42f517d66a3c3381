/** The words of a text and nothing else: long numbers differ from case to case, and so do case and punctuation. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(/\d{6,}/g, "#")
    .trim();
}
