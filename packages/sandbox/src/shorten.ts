const longestText = 300;
const mostFields = 50;

/** A text as the journal keeps it: with its length in place of the rest, when it is long. */
export function shorten(text: string, longest = longestText): string {
  if (text.length <= longest) return text;
  // A copy: a mere slice would keep the whole text alive.
  return `${structuredClone(text.slice(0, longest))}… (${text.length} characters)`;
}

/** Fields as the journal keeps them: the first ones, each shortened, and how many more there were. */
export function shortenFields(fields: readonly (readonly [string, string])[]): Record<string, string> {
  const kept = fields.slice(0, mostFields).map(([name, value]) => [shorten(name), shorten(value)]);
  const rest = fields.length - kept.length;
  return Object.fromEntries(rest === 0 ? kept : [...kept, ["…", `(${rest} more fields)`]]);
}
