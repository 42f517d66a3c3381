import { describe, expect, it } from "vitest";
import { formatNop, parseNop } from "./nop.js";

describe("parseNop", () => {
  it.each(["33.29.010.001.001-0010.0", "332901000100100100", " 33 29 010 001 001 0010 0 "])("reads %j", (text) => {
    expect(parseNop(text)).toBe("332901000100100100");
  });

  it.each([
    "",
    "33290100010010010",
    "3329010001001001000",
    "33.29.010.001.001-0010.x",
    "３３２９０１０００１００１００１００",
  ])("refuses %j without showing it", (text) => {
    const complaint = 'parseNop: must be 18 digits, for example "33.29.010.001.001-0010.0"';
    expect(() => parseNop(text)).toThrow(new TypeError(complaint));
  });

  it("refuses what is not text", () => {
    expect(() => parseNop(Object(332901000100100100n))).toThrow(TypeError);
  });
});

it("formatNop writes a NOP as it is printed", () => {
  expect(formatNop("332901000100100100")).toBe("33.29.010.001.001-0010.0");
  expect(() => formatNop("1")).toThrow(TypeError);
});
