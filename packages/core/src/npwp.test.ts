import { describe, expect, it } from "vitest";
import { formatNpwp, parseNpwp } from "./npwp.js";

describe("parseNpwp", () => {
  it.each([
    ["01.312.166.0-091.000", "013121660091000"],
    ["3171 0117 0845 0001", "3171011708450001"],
  ])("parseNpwp reads %j", (text, digits) => {
    expect(parseNpwp(text)).toBe(digits);
  });

  it.each(["", "01312166009100", "31710117084500011"])("parseNpwp refuses %j", (text) => {
    const complaint = 'parseNpwp: must be 15 or 16 digits, for example "01.312.166.0-091.000"';
    expect(() => parseNpwp(text)).toThrow(new TypeError(complaint));
  });
});

it.each([
  ["013121660091000", "01.312.166.0-091.000"],
  ["3171011708450001", "3171011708450001"],
])("formatNpwp writes %s as it is printed", (digits, printed) => {
  expect(formatNpwp(digits)).toBe(printed);
});
