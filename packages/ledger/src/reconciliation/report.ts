import { checkOptions } from "@setor/core";
import type { Reconciliation } from "./reconciliation.js";
import { reportCsv } from "./report-csv.js";
import { reportHtml } from "./report-html.js";
import type { Language } from "./texts.js";

/** How a reconciliation is written. */
export interface ReportOptions {
  /** `json` is everything; `csv` a row for each attempt and line; `html` a page for people, to print on A4. */
  readonly format: "json" | "csv" | "html";
  /** `id` by default. */
  readonly language?: Language;
}

/**
 * Writes a reconciliation as a file. The same one gives the same bytes; nothing in it is a script or a formula.
 * @throws TypeError for wrong options
 */
export function writeReport(reconciliation: Reconciliation, options: ReportOptions): string {
  const oneOf = (values: readonly string[]) => (value: unknown) =>
    values.includes(String(value)) ? undefined : `must be one of ${values.join(", ")}`;
  checkOptions("writeReport", options, { format: oneOf(["json", "csv", "html"]), language: oneOf(["id", "en"]) });
  const { format, language = "id" } = options;
  switch (format) {
    case "json":
      return `${JSON.stringify(reconciliation, undefined, 2)}\n`;
    case "csv":
      return reportCsv(reconciliation, language);
    case "html":
      return reportHtml(reconciliation, language);
    default:
      throw new TypeError("writeReport: `format` is missing");
  }
}
