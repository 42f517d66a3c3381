import { assert, constantFrom, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { amountReader, type NumberForm } from "./amounts.js";

const read = (text: string, form?: NumberForm) => amountReader([text], form)(text);

it.each([
  ["183500", 183_500],
  ["1.234.567,00", 1_234_567],
  ["1,234,567.00", 1_234_567],
  ["Rp 1.234.567", 1_234_567],
  ["Rp. 1.234.567,-", 1_234_567],
  ["IDR 1,234,567", 1_234_567],
  ["102500.0", 102_500],
  ["(1.000.000)", -1_000_000],
  ["-1.000,00", -1_000],
  ["Rp -1.000,00", -1_000],
  ["\u22121,000.00", -1_000],
  ["+500", 500],
  ["0", 0],
  ["-0", 0],
  ["000123", 123],
  ["", undefined],
  ["  ", undefined],
])("the amount %j is %j", (text, amount) => {
  expect(read(text)).toBe(amount);
});

it.each([
  "1.2.3",
  "1,2,3",
  "1.234,567.00",
  "12.34.567",
  "\u0661\u0662\u0663",
  "1e5",
  "0x10",
  "1 234",
  "-",
  "Rp",
  "()",
  "(1",
  "1)",
  "-(1)",
  "--1",
  "1.000-",
  "NaN",
  "Infinity",
  "9".repeat(16),
])("what is no amount is refused: %s", (text) => {
  expect(() => read(text)).toThrow("This is no amount");
});

it("what is far too long for an amount is refused at once", () => {
  for (const text of ["9".repeat(1_000_000), `1${" ".repeat(1_000_000)}x`, "(".repeat(1_000_000)]) {
    expect(() => read(text)).toThrow("This is no amount");
  }
});

it.each([
  ["1.234.567,50", undefined],
  ["1,50", undefined],
  ["12.5", undefined],
  ["102500.000", undefined],
  ["1.234", "en"],
  ["1,234", "id"],
] as const)("the amount %s is refused, because it is not in whole rupiah", (text, form) => {
  expect(() => read(text, form)).toThrow("not in whole rupiah");
});

it.each(["1.234", "1,234", "500.000", "-1.000", "(1.000)"])(
  "the amount %s alone could be two, so it is refused",
  (text) => {
    expect(() => read(text)).toThrow("can be read in two ways");
  },
);

it("an amount that could be two is read as the first one of its column that could not", () => {
  expect(amountReader(["500", "1.234", "2.345.678"])("1.234")).toBe(1234);
  expect(() => amountReader(["500", "1.234", "2345.00"])("1.234")).toThrow("not in whole rupiah");
  expect(() => amountReader(["2.345.678", "2,345,678"])("2,345,678")).toThrow(
    'not written like the others, in the form "id"',
  );
  expect(read("1.234", "id")).toBe(1234);
  expect(read("1,234", "en")).toBe(1234);
});

it("an amount that was written in either form is never read as another one", () => {
  const most = 999_999_999_999_999;
  assert(
    property(
      integer({ min: 0, max: most }),
      constantFrom("id", "en"),
      constantFrom("", ",00"),
      (amount, form, tail) => {
        const point = form === "id" ? "." : ",";
        const grouped = String(amount).replace(/\B(?=(\d{3})+$)/g, point);
        const text = grouped + (form === "id" ? tail : tail.replace(",", "."));
        expect(read(text, form as NumberForm)).toBe(amount);
        try {
          expect(read(text)).toBe(amount);
        } catch (error) {
          expect(error).toHaveProperty("name", "Unreadable");
        }
      },
    ),
  );
});
