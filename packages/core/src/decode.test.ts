import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode } from "./decode.js";

describe("decode", () => {
  it.each<[string, string, unknown]>([
    ["an object", '{"code": 1}', { code: 1 }],
    ["a byte order mark", '\uFEFF{"code": 1}', { code: 1 }],
    ["HTML in a string", '{"message": "<html>"}', { message: "<html>" }],
    ["a long identifier as text", '{"nop": "992901000100100010"}', { nop: "992901000100100010" }],
  ])("decode reads %s without repair", (_what, text, value) => {
    expect(decode(text)).toEqual({ value, repairs: [] });
  });

  it("decode keeps a long number as its digits", () => {
    const repairs = [{ kind: "long-number", path: "/nop" }];
    expect(decode('{"nop": 992901000100100010}')).toEqual({ value: { nop: "992901000100100010" }, repairs });
  });

  it("decode keeps a number of 16 digits that is exact", () => {
    expect(decode('{"a": 9007199254740991}')).toEqual({ value: { a: 9007199254740991 }, repairs: [] });
  });

  it.each([
    ["an HTML page", '<!DOCTYPE html><script>{"code": 1}</script>'],
    ["an HTML page in capitals", '<HTML>{"code": 1}'],
    ["a cut body", '{"code": 1, "receipt": {"bill": "4711"}'],
    ["an empty body", ""],
    ["blank space", " \n"],
    ["words", "Service Unavailable"],
  ])("decode finds no answer in %s", (_what, text) => {
    expect(decode(text)).toBeUndefined();
  });

  it("decode reads back what JSON.stringify writes, without repair", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/[0-9.]{16}/.test(text));
        expect(decode(text)).toEqual({ value: JSON.parse(text), repairs: [] });
      }),
    );
  });

  it.each([
    ["in an object", '{"a":1,"b":{"a":2,"c":3,"a":4}}', "/b/a"],
    ["written in two ways", '{"a":1,"\\u0061":2}', "/a"],
    ["of Object.prototype", '{"__proto__":1,"__proto__":2}', "/__proto__"],
  ])("decode sees a key that stands twice %s, though JSON.parse does not", (_where, text, path) => {
    expect(decode(text)?.repairs).toEqual([{ kind: "duplicate-key", path }]);
  });

  it("decode takes the same key in two objects, and colons in strings, for what they are", () => {
    const value = [{ a: 'x:{"a":1}' }, { a: "\\" }, { "b:c": [{ a: null }] }];
    expect(decode(JSON.stringify(value))).toEqual({ value, repairs: [] });
  });

  it.each([
    ["members", `{"a":1${',"a":1'.repeat(10_000)}}`],
    ["lists", `[${"[],".repeat(10_000)}0]`],
  ])("decode reads nothing of a body that has more %s than any answer", (_what, text) => {
    expect(decode(text)).toBeUndefined();
  });

  it("decode never throws", () => {
    const jsonLike = fc.array(fc.constantFrom(...'{}[]",:\\-01eE.nN \n\ud800', "null", "NaN", "1234567890123456"));
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      jsonLike.map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (body) => {
        expect(() => decode(body)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
