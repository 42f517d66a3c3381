import type { OurPart, Reconciliation, ReconciliationEntry, TheirPart } from "./reconciliation.js";
import { type Language, type Texts, texts } from "./texts.js";

/** One row for each attempt and each line, so that both sides can be added up. Nothing in it is a formula. */
export function reportCsv({ entries, statements }: Reconciliation, language: Language): string {
  const { words, verdicts, advice, ...rest } = texts[language];
  const header = [
    words.entry,
    words.verdict,
    words.level,
    words.side,
    words.label,
    words.ref,
    words.at,
    words.amount,
    words.kind,
    words.file,
    words.line,
    words.payment,
    words.attempt,
    words.todo,
  ];
  const rows = entries.flatMap((entry, index) => {
    const start = [index + 1, verdicts[entry.verdict], entry.level];
    const todo = advice[entry.advice];
    return partsOf(entry, { words, ...rest }).map(({ side, own, line, kind }) => {
      const { label, ref, day, amount, payment, attempt } = own ?? {};
      const told = line && [
        undefined,
        line.ref,
        line.at,
        line.amount,
        kind,
        statements[line.statement]?.file,
        line.line,
      ];
      const half = told ?? [label, ref, day, amount, kind, undefined, undefined];
      return [...start, side, ...half, payment, attempt, todo];
    });
  });
  const delimiter = language === "id" ? ";" : ",";
  const written = [header, ...rows].map((cells) => cells.map(cellOf).join(delimiter));
  // Spreadsheets take a text for UTF-8 only when it says so.
  return `\uFEFF${written.join("\r\n")}\r\n`;
}

interface Part {
  readonly side: string;
  readonly kind: string;
  readonly own?: OurPart;
  readonly line?: TheirPart;
}

function partsOf({ ours, theirs }: ReconciliationEntry, { words, kinds }: Pick<Texts, "words" | "kinds">): Part[] {
  return [
    ...ours.map((own) => ({ side: words.ours, kind: own.state, own })),
    ...theirs.map((line) => ({ side: words.theirs, kind: kinds[line.kind], line })),
  ];
}

/** Numbers are ours. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
function cellOf(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return String(value);
  const isFormula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20|%\t\r\n]/.test(value);
  return `"${(isFormula ? `'${value}` : value).replaceAll('"', '""')}"`;
}
