import { assert, constantFrom, date, property } from "fast-check";
import { expect, it } from "vitest";
import { addDays, readDay, startOfDay } from "./days.js";

it.each([
  ["24/11/2026", "2026-11-24"],
  ["4-1-2026", "2026-01-04"],
  ["24 November 2026", "2026-11-24"],
  ["1 Agustus 2026", "2026-08-01"],
  ["1-Agt-2026", "2026-08-01"],
  ["17 Desember 2026 23.59", "2026-12-17 23:59:00"],
  ["2 May 2026", "2026-05-02"],
  ["2 Mei 2026 08:05", "2026-05-02 08:05:00"],
  ["2026-11-24", "2026-11-24"],
  ["2026-11-24 10:15:59", "2026-11-24 10:15:59"],
  ["2026-11-24T10:15:59.123+07:00", "2026-11-24 10:15:59"],
  ["24/11/2026 9:05 WIB", "2026-11-24 09:05:00"],
  ["29/02/2028", "2028-02-29"],
  ["03/04/2026", "2026-04-03"],
])("the date %s is %s", (text, day) => {
  expect(readDay(text, "dmy")).toBe(day);
});

it("a date with the month first is read where the caller says so", () => {
  expect(readDay("03/04/2026", "mdy")).toBe("2026-03-04");
  expect(() => readDay("11/24/2026", "dmy")).toThrow('pass `days: "mdy"`');
});

it.each(["31/02/2026", "29/02/2026", "00/01/2026", "2026-13-01", "31 Juni 2026"])("there is no day %s", (text) => {
  expect(() => readDay(text, "dmy")).toThrow("There is no such day");
});

it.each([
  "24/11/26",
  "24/11-2026",
  "2026/11/24",
  "24112026",
  "46350",
  "kemarin",
  "24/11/1926",
  "24/11/2026 25:00",
  "2026-11-24T10:15:00Z",
  "24/11/2026 10:15 WITA",
  "\u0662\u0664/11/2026",
])("what is no date is refused: %s", (text) => {
  expect(() => readDay(text, "dmy")).toThrow("This is no date");
});

it("what is far too long for a date is refused at once", () => {
  expect(() => readDay(`24/11/2026${" ".repeat(1_000_000)}1${" x".repeat(100)}`, "dmy")).toThrow("This is no date");
});

it("a month in another language is refused", () => {
  expect(() => readDay("3 Brumaire 2026", "dmy")).toThrow("names no month");
});

it("a day that was written is read as it was", () => {
  const days = date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });
  assert(
    property(days, constantFrom("/", "-"), (instant, by) => {
      const day = instant.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = day.split("-");
      expect(readDay(`${dayOfMonth}${by}${month}${by}${year}`, "dmy")).toBe(day);
      expect(readDay(`${month}${by}${dayOfMonth}${by}${year}`, "mdy")).toBe(day);
    }),
  );
});

it("a day of western Indonesia begins seven hours before that of UTC, and follows the one before", () => {
  expect(new Date(startOfDay("2026-11-24")).toISOString()).toBe("2026-11-23T17:00:00.000Z");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
});
