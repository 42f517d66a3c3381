import { describe, expect, it } from "vitest";
import type { Shape } from "./operation.js";
import { findMismatch, knownNames, provingPaths } from "./shape.js";

const text: Shape = { type: "string", minLength: 1, maxLength: 3, pattern: "^[a-z]*$" };
const whole: Shape = { type: "integer", minimum: 0, maximum: 9 };

describe("findMismatch", () => {
  it.each<[Shape, unknown]>([
    [{}, undefined],
    [{ const: null }, null],
    [{ enum: ["a", 1] }, 1],
    [text, "abc"],
    [whole, 0],
    [{ type: "number" }, 0.5],
    [{ type: ["string", "null"] }, null],
    [{ type: "boolean" }, false],
    [{ type: "array", items: whole }, [1, 2]],
    [{ type: "object", properties: { a: whole } }, { b: "open" }],
    [{ allOf: [{ required: ["a"] }, { properties: { a: text } }] }, { a: "a" }],
  ])("the shape %j takes %j", (shape, value) => {
    expect(findMismatch(shape, value)).toBeUndefined();
  });

  it.each<[Shape, unknown, string, string]>([
    [{ const: 1 }, "1", "", "must be 1"],
    [{ enum: ["a", 1] }, "1", "", "must be one of a, 1"],
    [text, 1, "", "must be of type string"],
    [text, "", "", "must be 1 or more characters long"],
    [{ minLength: 2 }, "a", "", "must be 2 or more characters long"],
    [text, "abcd", "", "must be 3 or fewer characters long"],
    [text, "AB", "", "must match ^[a-z]*$"],
    [whole, -1, "", "must be 0 or more"],
    [whole, 10, "", "must be 9 or less"],
    [whole, 2 ** 53, "", "must be of type integer"],
    [{ type: "number" }, Number.NaN, "", "must be of type number"],
    [{ type: ["string", "null"] }, 1, "", "must be of type string or null"],
    [{ type: "object" }, [], "", "must be of type object"],
    [{ type: "array", items: whole }, [1, "2"], "/1", "must be of type integer"],
    [{ properties: { a: { properties: { b: whole } } } }, { a: { b: "x" } }, "/a/b", "must be of type integer"],
    [{ required: ["a"] }, {}, "/a", "must be there"],
    [{ required: ["toString"] }, {}, "/toString", "must be there"],
    [{ allOf: [{}, { required: ["a"] }] }, {}, "/a", "must be there"],
  ])("the shape %j refuses %j", (shape, value, path, rule) => {
    expect(findMismatch(shape, value)).toEqual({ path, rule });
  });

  describe("an echo", () => {
    const shape: Shape = { required: ["total"], properties: { bill: { type: "string", echo: "bill" } } };

    it("an echo may be written as another type", () => {
      expect(findMismatch({ echo: "page" }, "1", { page: 1 })).toBeUndefined();
    });

    it("an echo of another request is a mismatched echo", () => {
      const rule = "must equal the requested bill";
      expect(findMismatch(shape, { bill: "2", total: 1 }, { bill: "1" })).toEqual({
        path: "/bill",
        rule,
        echo: true,
      });
    });

    it.each([null, "", undefined])("an echo that is empty names nothing: %j", (bill) => {
      expect(findMismatch({ properties: { bill: { echo: "bill" } } }, { bill }, { bill: "1" })).toBeUndefined();
    });

    it("an echo of what was not asked for says nothing about it", () => {
      expect(findMismatch({ echo: "bill" }, "2", {})).toBeUndefined();
    });

    it("an echo is the same in capitals", () => {
      expect(findMismatch({ echo: "bill" }, "MH3A", { bill: "mh3a" })).toBeUndefined();
    });

    it.each([
      ["Failure Invoice 1!", undefined],
      ["Failure Invoice 2!", true],
      ["Failure", undefined],
      ["Invoice 1 is not Invoice 2", true],
    ])("an echo in a free text is what its pattern finds there: %s", (reason, mismatchedEcho) => {
      const shape: Shape = { echo: "bill", echoPattern: "Invoice ([0-9]+)" };
      expect(findMismatch(shape, reason, { bill: "1" })?.echo).toBe(mismatchedEcho);
    });

    it("an echo is not what mismatches when something else does", () => {
      expect(findMismatch(shape, { bill: "2" }, { bill: "1" })).toEqual({ path: "/total", rule: "must be there" });
    });
  });
});

it("provingPaths lists what a shape tells answers apart by, at every depth", () => {
  const status: Shape = { const: "paid" };
  const named: Shape = { type: "string", echo: "bill" };
  const receipt: Shape = { required: ["bill"], properties: { bill: named, name: text, status } };
  const shape: Shape = { allOf: [{ required: ["code"] }], required: ["receipt"], properties: { receipt } };
  expect([...new Set(provingPaths(shape))].sort()).toEqual(["/code", "/receipt", "/receipt/bill", "/receipt/status"]);
});

it("knownNames lists the names that a shape has, at every depth", () => {
  const shape: Shape = {
    allOf: [{ properties: { a: { items: { properties: { b: text } } } } }],
    properties: { c: {} },
  };
  expect(knownNames(shape).sort()).toEqual(["a", "b", "c"]);
});

it("a pattern is not tried on a text that is longer than any answer's", () => {
  expect(findMismatch({ pattern: "^a*$" }, "a".repeat(4_096))).toBeUndefined();
  expect(findMismatch({ pattern: "^a*$" }, "a".repeat(4_097))).toMatchObject({ rule: "must match ^a*$" });
});
