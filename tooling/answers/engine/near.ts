/** Whether nearly all words of a message stand in a text, each a typing error away at most, in their order. */
export function isNear(text: string, message: string): boolean {
  const wanted = message.split(" ").filter((word) => word.length > 2);
  if (wanted.length < 3 && message.length < 14) return false;
  const given = text.split(" ").slice(0, 400);
  let from = 0;
  let found = 0;
  for (const word of wanted) {
    const at = given.findIndex((each, index) => index >= from && index < from + 12 && isTyped(each, word));
    if (at < 0) continue;
    found += 1;
    from = at + 1;
  }
  return found >= Math.max(2, Math.ceil(wanted.length * 0.8));
}

/** Equal but for one change in a word of four letters and more, two in a long one. */
function isTyped(given: string, word: string): boolean {
  if (given === word) return true;
  if (word.length < 4 || /\d/.test(word)) return false;
  return distance(given, word, word.length > 8 ? 2 : 1) !== undefined;
}

/** How many letters are missing, strange or swapped; `undefined` when more than `most`. */
function distance(a: string, b: string, most: number): number | undefined {
  if (Math.abs(a.length - b.length) > most) return undefined;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  const found = row[b.length] ?? Number.POSITIVE_INFINITY;
  return found <= most ? found : undefined;
}
