import { describe, expect, it } from "vitest";
import { formatNop, parseNop } from "./nop.js";

describe("parseNop", () => {
  it.each(["99.29.010.001.001-0010.0", "992901000100100100", " 99 29 010 001 001 0010 0 "])(
    "parseNop reads %j",
    (text) => {
      expect(parseNop(text)).toBe("992901000100100100");
    },
  );

  it.each([
    "",
    "99290100010010010",
    "9929010001001001000",
    "99.29.010.001.001-0010.x",
    "３３２９０１０００１００１００１００",
  ])("parseNop refuses %j without showing it", (text) => {
    const complaint = 'parseNop: must be 18 digits, for example "99.29.010.001.001-0010.0"';
    expect(() => parseNop(text)).toThrow(new TypeError(complaint));
  });

  it("parseNop refuses what is not text", () => {
    expect(() => parseNop(Object(992901000100100100n))).toThrow(TypeError);
  });
});

it("formatNop writes a NOP as it is printed", () => {
  expect(formatNop("992901000100100100")).toBe("99.29.010.001.001-0010.0");
  expect(() => formatNop("1")).toThrow(TypeError);
});
