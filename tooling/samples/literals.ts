/** How a language writes plain data. */
interface Notation {
  quote(text: string): string;
  readonly nothing: string;
  readonly yes: string;
  readonly no: string;
  /** What an empty record is, where brackets would make it a list. */
  readonly empty: string;
  readonly list: readonly [string, string];
  readonly record: readonly [string, string];
  /** Between a key and its value. */
  readonly arrow: string;
}

const python: Notation = {
  quote: quotePython,
  nothing: "None",
  yes: "True",
  no: "False",
  empty: "{}",
  list: ["[", "]"],
  record: ["{", "}"],
  arrow: ": ",
};

const php: Notation = {
  quote: quotePhp,
  nothing: "null",
  yes: "true",
  no: "false",
  empty: "new stdClass()",
  list: ["[", "]"],
  record: ["[", "]"],
  arrow: " => ",
};

/** A string of Python: each escape of JSON is one of Python's too. */
export function quotePython(text: string): string {
  return JSON.stringify(text);
}

/** A string of PHP between single quotes, where nothing is escaped but the quote and the backslash. */
export function quotePhp(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

/** A text of Python that takes in the variables that it names, as `{token}`. */
export function formatPython(text: string): string {
  const own = text.replace(/\{\w+\}|[{}]/g, (part) => (part.length > 1 ? part : part + part));
  return `f${quotePython(own)}`;
}

/** A text of PHP that takes in the variables that it names, as `{token}`. */
export function formatPhp(text: string): string {
  return `"${text.replace(/[\\"$]/g, "\\$&").replace(/\{(?=\w+\})/g, "{$")}"`;
}

export function writePython(value: unknown, indent = ""): string {
  return write(python, value, indent);
}

export function writePhp(value: unknown, indent = ""): string {
  return write(php, value, indent);
}

function write(notation: Notation, value: unknown, indent: string): string {
  if (value === undefined || value === null) return notation.nothing;
  if (typeof value === "boolean") return value ? notation.yes : notation.no;
  if (typeof value === "string") return notation.quote(value);
  if (typeof value !== "object") return String(value);
  const inner = `${indent}    `;
  if (Array.isArray(value)) {
    return bracket(
      notation.list,
      value.map((entry) => write(notation, entry, inner)),
      indent,
    );
  }
  const entries = Object.entries(value).map(
    ([key, entry]) => notation.quote(key) + notation.arrow + write(notation, entry, inner),
  );
  return entries.length === 0 ? notation.empty : bracket(notation.record, entries, indent);
}

/** Entries between brackets: on one line if they are short, else on lines of their own. */
export function bracket([open, close]: readonly [string, string], entries: readonly string[], indent = ""): string {
  const line = `${open}${entries.join(", ")}${close}`;
  if (line.length <= 60 && !line.includes("\n")) return line;
  return `${open}\n${entries.map((entry) => `${indent}    ${entry},\n`).join("")}${indent}${close}`;
}
