/** A name to be written as it is, among data that is written as a literal. */
export class Name {
  constructor(readonly text: string) {}
}

const plainKey = /^[A-Za-z_$][\w$]*$/;
const lineWidth = 110;

/** Writes data as a TypeScript literal: on one line where it fits, else one entry a line. */
export function writeLiteral(value: unknown, indent = ""): string {
  if (value instanceof Name) return value.text;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => writeLiteral(item, inner))
    : Object.entries(value).map(
        ([key, item]) => `${plainKey.test(key) ? key : JSON.stringify(key)}: ${writeLiteral(item, inner)}`,
      );
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{ ", " }"];
  if (items.length === 0) return `${open}${close}`.replaceAll(" ", "");
  const line = `${open}${items.join(", ")}${close}`;
  if (!line.includes("\n") && indent.length + line.length <= lineWidth) return line;
  return `${open.trim()}\n${items.map((item) => `${inner}${item},\n`).join("")}${indent}${close.trim()}`;
}
