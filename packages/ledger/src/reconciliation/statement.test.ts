import { assert, property, uint8Array } from "fast-check";
import { expect, it } from "vitest";
import { readStatement } from "./statement.js";
import type { StatementError } from "./statement-error.js";
import type { StatementOptions } from "./statement-options.js";

const columns = { ref: "No Invoice", amount: "Nominal", at: "Tanggal" } as const;
const header = "Tanggal;No Invoice;Nominal";
const options: StatementOptions = { file: "mutasi.csv", columns };

function refusal(text: string | Uint8Array, given: StatementOptions = options): Partial<StatementError> {
  try {
    readStatement(text, given);
  } catch (error) {
    // The test looks at what was thrown.
    return error as StatementError;
  }
  throw new Error("It was read.");
}

it("a statement is read by its column map, with a byte order mark, line breaks of Windows and quotes", () => {
  const text = [
    "\uFEFFTanggal;No Invoice;Nominal;Keterangan",
    '24/11/2026 10:15;INV-1;"Rp 1.234.567,00";"dua\r\nbaris"',
    "",
    ";;;",
    "25 November 2026;'0012;-10.000;batal",
    "",
  ].join("\r\n");
  expect(readStatement(text, { columns: { ...columns, text: "keterangan" } })).toEqual([
    { line: 2, kind: "payment", ref: "INV-1", amount: 1_234_567, at: "2026-11-24 10:15:00", text: "dua\r\nbaris" },
    { line: 6, kind: "reversal", ref: "0012", amount: 10_000, at: "2026-11-25", text: "batal" },
  ]);
});

it.each([";", ",", "\t"])("the delimiter %j is found by itself", (delimiter) => {
  const text = [
    ["Tanggal", "No Invoice", "Nominal", "a;b,c"],
    ["2026-11-24", "INV-1", "500", ""],
  ]
    .map((cells) => cells.map((cell) => (/[;,]/.test(cell) ? `"${cell}"` : cell)).join(delimiter))
    .join("\n");
  expect(readStatement(text, options)).toMatchObject([{ ref: "INV-1", amount: 500, at: "2026-11-24" }]);
});

it("bytes and their text are read the same", () => {
  const text = `${header}\n24/11/2026;INV-1;500\n`;
  expect(readStatement(new TextEncoder().encode(text), options)).toEqual(readStatement(text, options));
});

it("a line is what its column says, and nothing else", () => {
  const kind = { column: "Jenis", payment: ["Bayar"], fee: ["Biaya", "PPN"], refund: ["Refund"] };
  const text =
    "Tanggal;No Invoice;Nominal;Jenis\n24/11/2026;A;500;BAYAR\n24/11/2026;A;-5; ppn \n24/11/2026;A;-500;Refund\n";
  const given = { ...options, columns: { ...columns, kind } };
  expect(readStatement(text, given).map((line) => [line.kind, line.amount])).toEqual([
    ["payment", 500],
    ["fee", 5],
    ["refund", 500],
  ]);
  expect(refusal(`${text}24/11/2026;A;500;Lain\n`, given)).toMatchObject({ line: 5, column: "Jenis" });
  expect(refusal(`${text}24/11/2026;A;-500;Bayar\n`, given)).toMatchObject({ line: 5, column: "Nominal" });
});

it("the payments of a deposit are those that take from it", () => {
  const text = `${header}\n24/11/2026;A;-500\n24/11/2026;B;500\n`;
  expect(readStatement(text, { ...options, paymentSign: "-" }).map(({ kind }) => kind)).toEqual([
    "payment",
    "reversal",
  ]);
});

it("a key has its parts in the form in which they are paid, and what its form refuses is not told", () => {
  const keyOf = ([nop = "", thn = ""]: readonly string[]) => {
    if (nop.length > 20) throw new TypeError(`not a NOP: ${nop}`);
    return [nop.replaceAll(".", ""), thn];
  };
  const given = { file: "log.csv", columns: { key: ["NOP", "Tahun"] }, keyOf, day: "2026-11-24" };
  const text = 'NOP;Tahun\n12.34.56;2026\n="007";2025\n';
  expect(readStatement(text, given)).toMatchObject([
    { key: ["123456", "2026"], at: "2026-11-24" },
    { key: ["007", "2025"] },
  ]);
  const refused = refusal(`${text}${"9".repeat(21)};2026\n`, given);
  expect(refused).toMatchObject({ line: 4, column: "NOP" });
  expect(refused.message).not.toContain("999");
  expect(refusal(`${text}123;\n`, given).message).toContain("A part of the key is missing");
});

it("titles above the header and sums below are left out where the caller says so", () => {
  const text = `Mutasi deposit;;\n${header}\n24/11/2026;A;500\nTotal;500\n`;
  const given = { ...options, headerLine: 2, skip: ([first]: readonly string[]) => first === "Total" };
  expect(readStatement(text, given)).toHaveLength(1);
  expect(refusal(text)).toMatchObject({ line: 1, column: "No Invoice" });
  expect(refusal(text, { ...options, headerLine: 9 }).message).toBe("mutasi.csv: It has no line 9.");
});

it.each([
  ["an empty file", "", undefined, undefined, "It is empty."],
  ["a file of empty lines", "\n\r\n ; ;\n", undefined, undefined, "It is empty."],
  ["a header alone", header, undefined, undefined, "no line"],
  ["a missing column", "Tanggal;Nominal\n24/11/2026;500", 1, "No Invoice", "no such column"],
  ["a column that is there twice", `${header};nominal\n24/11/2026;A;500;500`, 1, "Nominal", "2 times"],
  ["a NUL", `${header}\n24/11/2026;A;5\u00000\n`, 2, undefined, "NUL"],
  ["a quote that is never closed", `${header}\n24/11/2026;"A;500\n25/11/2026;B;1\n`, 2, "no invoice", "never closed"],
  ["something behind a quote", `${header}\n24/11/2026;"A"b;500\n`, 2, "no invoice", "behind the closing quote"],
  ["a line that is too short", `${header}\n24/11/2026;A;500\n24/11/2026;A\n`, 3, undefined, "2 cells"],
  ["a line that is too long", `${header}\n24/11/2026;A;1,500;3\n`, 2, undefined, "4 cells"],
  ["a number with three points", `${header}\n24/11/2026;A;1.2.3\n`, 2, "Nominal", "no amount"],
  ["digits of another script", `${header}\n24/11/2026;A;\u0661\u0662\u0663\n`, 2, "Nominal", "no amount"],
  ["a huge number", `${header}\n24/11/2026;A;${"9".repeat(40)}\n`, 2, "Nominal", "no amount"],
  ["an amount that is missing", `${header}\n24/11/2026;A;\n`, 2, "Nominal", "missing"],
  ["an ambiguous number", `${header}\n24/11/2026;A;1.234\n`, 2, "Nominal", "two ways"],
  ["a day that does not exist", `${header}\n31/02/2026;A;500\n`, 2, "Tanggal", "no such day"],
  ["a day that is missing", `${header}\n;A;500\n`, 2, "Tanggal", "day is missing"],
  ["a name where a reference should be", `${header}\n24/11/2026;Sari Dewi;500\n`, 2, "No Invoice", "no reference"],
  ["a reference that was rounded", `${header}\n24/11/2026;1,23457E+18;500\n`, 2, "No Invoice", "rounded"],
])("%s is refused with its place, and nothing is read", (_, text, line, column, why) => {
  const { name, message, ...place } = refusal(text);
  expect({ name, line: place.line, column: place.column, file: place.file }).toEqual({
    name: "StatementError",
    line,
    column,
    file: "mutasi.csv",
  });
  expect(message).toContain(why);
});

it("amounts that cannot be added up are refused", () => {
  const line = `24/11/2026;A;${"9".repeat(15)}\n`;
  expect(refusal(`${header}\n${line.repeat(10)}`).message).toContain("too large to be added up");
});

it("bytes that are no UTF-8 are refused, and the file says why", () => {
  const broken = new Uint8Array([...new TextEncoder().encode(`${header}\n24/11/2026;A;500\n`), 0x41, 0xe9, 0x42]);
  expect(refusal(broken)).toMatchObject({ line: 3, message: expect.stringContaining("not written in UTF-8") });
  expect(refusal(new Uint8Array([0x50, 0x4b, 3, 4])).message).toContain("workbook");
  expect(refusal(new Uint8Array([0xff, 0xfe, 0x41, 0])).message).toContain("UTF-16");
});

it("ten megabytes on one line are refused, not waited for", () => {
  const long = "x".repeat(10_000_000);
  expect(refusal(long).message).toContain("no such column");
  expect(refusal(`${header}\n24/11/2026;${long};500`).message).toContain("no reference");
  expect(refusal(`${header}\n"${'""'.repeat(5_000_000)}`).message).toContain("never closed");
  expect(refusal(";".repeat(10_000_000)).message).toContain("It is empty");
  for (const { message = "" } of [refusal(long)]) expect(message.length).toBeLessThan(200);
});

it("no error holds anything of a cell", () => {
  const secret = "Rahasia9876";
  for (const cells of [`${secret};A;500`, `24/11/2026;${secret} x;500`, `24/11/2026;A;${secret}`, `"${secret}`]) {
    expect(refusal(`${header}\n${cells}\n`).message).not.toContain(secret);
  }
});

it("whatever bytes are given, they are read or refused as a statement", () => {
  const start = new TextEncoder().encode(`${header}\n`);
  assert(
    property(uint8Array({ maxLength: 200 }), (bytes) => {
      try {
        readStatement(new Uint8Array([...start, ...bytes]), options);
      } catch (error) {
        expect(error).toHaveProperty("name", "StatementError");
      }
    }),
  );
});

it.each([
  [{}, "`columns` is missing"],
  [{ columns: {} }, "must name `ref` or `key`"],
  [{ columns: { ref: "A", nominal: "B" } }, "`nominal` is not an option"],
  [{ columns: { ref: "A", kind: { column: "B", bayar: ["x"] } } }, "`bayar` is not an option"],
  [{ columns: { key: [] } }, "`key` must be a list of names"],
  [{ columns, delimiter: "|" }, "`delimiter` must be one of"],
  [{ columns, day: "2026-02-30" }, "`day` must be a day"],
  [{ columns, headerLine: 0 }, "`headerLine` must be the number of a line"],
])("options that cannot be meant are refused: %j", (given, why) => {
  // What a caller without types passes.
  expect(() => readStatement("a\nb", given as StatementOptions)).toThrow(why);
});
