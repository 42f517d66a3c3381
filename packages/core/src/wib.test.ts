import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatWib, parseWib, wibParts } from "./wib.js";

describe("wibParts", () => {
  it("wibParts takes an instant apart seven hours east of UTC", () => {
    expect(wibParts(new Date("2019-12-31T17:04:05.006Z"))).toEqual({
      year: "2020",
      month: "01",
      day: "01",
      hour: "00",
      minute: "04",
      second: "05",
      millisecond: "006",
    });
  });

  it.each([
    new Date(Number.NaN),
    new Date(8.64e15),
    new Date("+010000-01-01T00:00:00Z"),
    new Date("-000001-01-01T00:00:00Z"),
    "2019-07-07",
  ])("wibParts refuses %s", (instant) => {
    expect(() => wibParts(instant as Date)).toThrow(TypeError);
  });
});

describe("parseWib", () => {
  it.each([
    ["2019-07-07 13:14:15", "2019-07-07T06:14:15.000Z"],
    ["2019-07-07 13:14:15.678", "2019-07-07T06:14:15.678Z"],
    ["2020-02-29 00:00:00", "2020-02-28T17:00:00.000Z"],
  ])("parseWib reads %s", (text, instant) => {
    expect(parseWib(text)).toEqual(new Date(instant));
  });

  it.each([
    "",
    "2019-07-07",
    "2019-07-07T13:14:15",
    "07-07-2019 13:14:15",
    "2019-02-29 00:00:00",
    "2019-07-07 24:00:00",
  ])("parseWib refuses %j", (text) => {
    expect(() => parseWib(text)).toThrow(
      new TypeError('parseWib: must be a WIB time, for example "2019-07-07 13:14:15"'),
    );
  });

  it("parseWib reads back what formatWib writes", () => {
    const min = new Date("0001-01-01T00:00:00Z");
    fc.assert(
      fc.property(fc.date({ min, max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true }), (instant) => {
        instant.setUTCMilliseconds(0);
        expect(parseWib(formatWib(instant))).toEqual(instant);
      }),
    );
  });
});
