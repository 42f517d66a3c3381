import { expect, it } from "vitest";
import { parseRupiah, rupiahDigits } from "./rupiah.js";

it.each([
  ["183500", 183_500],
  ["0", 0],
  ["007", 7],
  ["9007199254740991", Number.MAX_SAFE_INTEGER],
])("parseRupiah reads %j", (text, amount) => {
  expect(parseRupiah(text)).toBe(amount);
});

it.each(["", " 1", "183.500", "183,500", "1e6", "-1", "1.0", "Rp1", "9007199254740993"])(
  "parseRupiah refuses %j",
  (text) => {
    expect(() => parseRupiah(text)).toThrow(new TypeError('parseRupiah: must be digits only, for example "183500"'));
  },
);

it("rupiahDigits writes whole rupiah, and refuses anything else", () => {
  expect(rupiahDigits(183_500)).toBe("183500");
  for (const amount of [0.5, -1, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => rupiahDigits(amount)).toThrow(TypeError);
  }
});
