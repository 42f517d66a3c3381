import { describe, expect, it } from "vitest";
import { parseNik } from "./nik.js";

describe("parseNik", () => {
  it("parseNik reads a NIK with spaces", () => {
    expect(parseNik("3171 0117 0845 0001")).toBe("3171011708450001");
  });

  it.each(["", "317101170845000", "31710117084500011"])("parseNik refuses %j", (text) => {
    expect(() => parseNik(text)).toThrow(new TypeError('parseNik: must be 16 digits, for example "3171011708450001"'));
  });
});
