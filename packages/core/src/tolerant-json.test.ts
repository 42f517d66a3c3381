import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTolerantly } from "./tolerant-json.js";

const deprecation = "<br />\n<b>Deprecated</b>: Function each() in <b>pay.php</b><br />\n";
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

describe("parseTolerantly", () => {
  it.each<[string, string, unknown, string, string]>([
    ["a leading zero", '{"code": 01}', { code: 1 }, "leading-zero", "/code"],
    ["several leading zeros", '{"code": -0013}', { code: -13 }, "leading-zero", "/code"],
    ["an unquoted key", '{result: "ok"}', { result: "ok" }, "unquoted-key", "/result"],
    ["NaN", '{"a": [1, NaN]}', { a: [1, null] }, "not-a-number", "/a/1"],
    ["-Infinity", '{"a": -Infinity}', { a: null }, "not-a-number", "/a"],
    ["a line break in a string", '{"a": "x\r\ny\tz"}', { a: "x\r\ny\tz" }, "raw-line-break", "/a"],
    ["more digits than a number holds", '{"a": 9007199254740993}', { a: "9007199254740993" }, "long-number", "/a"],
    [
      "a notice of PHP before",
      '<br />\n<b>Notice</b>:  Undefined index: x in <b>/srv/pay.php</b> on line <b>42</b><br />\n{"a": 1}',
      { a: 1 },
      "notice",
      "",
    ],
    ["two deprecations before", `${deprecation}${deprecation}{"a": 1}`, { a: 1 }, "notice", ""],
    ["a warning of PHP before", '<b>Warning</b>: commit failed in <b>pay.php</b>\n{"a": 1}', { a: 1 }, "noise", ""],
    ["words before", 'ROLLBACK: would have answered {"a": 1}', { a: 1 }, "noise", ""],
    ["a key that stands there twice", '{"a": 2, "a": 1}', { a: 1 }, "duplicate-key", "/a"],
    [
      "a fraction that no number holds",
      '{"a": 0.99999999999999999999}',
      { a: "0.99999999999999999999" },
      "long-number",
      "/a",
    ],
    ["a notice after", '{"a": 1}\n<br />Warning', { a: 1 }, "noise", ""],
  ])("parseTolerantly reads past %s, and says so", (_what, text, value, kind, path) => {
    expect(parseTolerantly(text)).toEqual({ value, repairs: [{ kind, path }] });
  });

  it.each([
    '{"a": {"b": 1}',
    '{"a": {"b": 1}, "c": "cut',
    '{"a": {"b": 1} oops}',
    '{"result":"no","reason":\'no\',"last":{"result":"ok"}}',
    '{"error":undefined,"data":{"result":"ok"}}',
    '{"a": None} {"a": 1}',
    '[oops] {"a": 1}',
    '{"a": 1} [2]',
    '{"a": 1.}',
    '{"a": 1}{"a": 2}',
    '{"a": 1.}',
    '{"a": 1}{"a": 2}',
    '{"a": "\\x"}',
    '{"a" 1}',
    "[1 2]",
    "[truest]",
    nested(66),
    "no JSON at all",
    "",
  ])("parseTolerantly reads nothing, also no part, of %j", (text) => {
    expect(parseTolerantly(text)).toBeUndefined();
  });

  it("parseTolerantly reads 65 levels", () => {
    expect(parseTolerantly(nested(65))).toEqual({ value: JSON.parse(nested(65)), repairs: [] });
  });

  it("parseTolerantly takes a `__proto__` key for a key like any other", () => {
    const value = parseTolerantly('{"__proto__": {"state": "paid"}}')?.value;
    expect(Object.keys(value as object)).toEqual(["__proto__"]);
    expect(value).not.toHaveProperty("state");
  });

  it("parseTolerantly reads what JSON.stringify writes as JSON.parse does", () => {
    const exact = (_key: string, value: unknown) =>
      Number.isInteger(value) && !Number.isSafeInteger(value) ? null : value;
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify([value], exact, indent);
        expect(parseTolerantly(text)).toEqual({ value: JSON.parse(text), repairs: [] });
      }),
    );
  });
});
