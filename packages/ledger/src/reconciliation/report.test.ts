import { assert, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { attempt } from "../../test/book.js";
import { html } from "./html.js";
import { reconcileBooks } from "./reconcile.js";
import { verdicts } from "./reconciliation.js";
import { type ReportOptions, writeReport } from "./report.js";
import { rupiah, texts } from "./texts.js";

const day = "2026-11-24";

function reportWith(word: string) {
  const statements = [{ file: word, sha256: "a".repeat(64), lines: 1, importedAt: "2026-11-25T00:00:00.000Z" }];
  const theirs = [{ statement: 0, line: 2, kind: "payment", ref: word, amount: 1, at: day, day } as const];
  const ours = [attempt({ label: word, ref: "INV-9" })];
  return reconcileBooks({ vendor: "toko", operation: "pay", day, windowDays: 1, statements, seal: word, ours, theirs });
}

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\uff1d1", "|calc"])(
  "a text that a spreadsheet would compute is a text in the CSV: %j",
  (word) => {
    const csv = writeReport(reportWith(word), { format: "csv", language: "en" });
    expect(csv).toContain(`"'${word}"`);
    expect(csv).not.toContain(`"${word}"`);
  },
);

it("the CSV has one row for each attempt and line, for the spreadsheets of either language", () => {
  const [header = "", ...rows] = writeReport(reportWith('a "b"'), { format: "csv" }).split("\r\n");
  expect(header.startsWith('\uFEFF"Nomor";"Hasil";')).toBe(true);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toContain('"a ""b"""');
  expect(writeReport(reportWith("a"), { format: "csv", language: "en" }).startsWith('\uFEFF"Entry","Result",')).toBe(
    true,
  );
});

it("whatever texts hold, the page shows it and runs nothing of it", () => {
  const plain = writeReport(reportWith("x"), { format: "html" });
  const tags = (page: string) => page.match(/<[^>]*>/g);
  assert(
    property(string({ unit: "binary", minLength: 1 }), (word) => {
      expect(tags(writeReport(reportWith(word), { format: "html" }))).toEqual(tags(plain));
    }),
  );
  const hostile = `"><script>alert(1)</script><img src=x onerror='a'>`;
  expect(writeReport(reportWith(hostile), { format: "html" })).not.toMatch(/<script|<img/);
});

it("the page loads nothing and says its language", () => {
  for (const language of ["id", "en"] as const) {
    const page = writeReport(reportWith("x"), { format: "html", language });
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|src=|href=|url\(|@import/);
  }
});

it("the page warns where no statement was imported", () => {
  const books = { vendor: "toko", operation: "pay", day, windowDays: 1, statements: [], seal: undefined };
  const report = reconcileBooks({ ...books, ours: [attempt()], theirs: [] });
  expect(writeReport(report, { format: "html", language: "en" })).toContain(texts.en.noStatement);
});

it("HTML that was made by the template is not escaped twice, and everything else once", () => {
  const inner = html`<b>${"<&>"}</b>`;
  expect(html`<p title="${'"'}">${inner}${[inner]}${undefined}${3}</p>`.toString()).toBe(
    '<p title="&#34;"><b>&#60;&#38;&#62;</b><b>&#60;&#38;&#62;</b>3</p>',
  );
});

it("amounts are written as people write them", () => {
  expect(rupiah(1_234_567, "id")).toBe("Rp\u00a01.234.567");
  expect(rupiah(-1_000, "en")).toBe("\u2212Rp\u00a01,000");
  expect(rupiah(0, "id")).toBe("Rp\u00a00");
});

describe("both languages", () => {
  it("have the same words", () => {
    const shape = (value: unknown): unknown =>
      typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shape(part)]))
        : typeof value;
    expect(shape(texts.id)).toEqual(shape(texts.en));
    for (const verdict of verdicts) expect(texts.id.verdicts[verdict]).not.toBe(texts.en.verdicts[verdict]);
  });
});

it.each([
  [{}, "`format` is missing"],
  [{ format: "pdf" }, "`format` must be one of"],
  [{ format: "csv", language: "fr" }, "`language` must be one of"],
])("options that cannot be meant are refused: %j", (options, why) => {
  // What a caller without types passes.
  expect(() => writeReport(reportWith("x"), options as ReportOptions)).toThrow(why);
});
