import { describe, expect, it } from "vitest";
import { find, paid, pay, refused } from "../test/operations.js";
import type { Shape } from "./operation.js";
import { recognise, textOf } from "./recognise.js";

const input = { bill: "4711", total: 183_500 };
const longBill = "12345678901234567";
const receipt = '"receipt": {"bill": "4711", "total": 183500}';

describe("recognise", () => {
  it.each([
    ["a success", 200, `{"code": 1, ${receipt}}`, paid],
    ["a refusal", 200, '{"code": 13, "message": "Lunas"}', refused],
    ["what leaves it open", 200, '{"code": 4}', { outcome: "unknown" }],
    ["a documented text", 500, "<html>broken</html>", { outcome: "unknown", text: true }],
    ["a documented text, also an empty one", 500, "", { outcome: "unknown", text: true }],
  ])("knows %s", (_what, status, text, answer) => {
    expect(recognise(pay, status, text, input).answer).toMatchObject(answer);
  });

  it.each([
    ["a body that is too large", 200, undefined, "too-large"],
    ["a redirect", 302, `{"code": 1, ${receipt}}`, "redirect"],
    ["a redirect that the platform hides", 0, "", "redirect"],
    ["another status", 201, `{"code": 1, ${receipt}}`, "undocumented-status"],
    ["an empty body", 200, " \n", "empty-body"],
    ["an HTML page", 200, `<html>{"code": 1, ${receipt}}`, "not-json"],
    ["a cut body", 200, `{"code": 1, ${receipt}`, "not-json"],
    ["another code", 200, `{"code": 2, ${receipt}}`, "undocumented-body"],
    ["a success without receipt", 200, '{"code": 1}', "undocumented-body"],
    ["a list", 200, `[{"code": 1, ${receipt}}]`, "undocumented-body"],
    ["another bill", 200, `{"code": 1, ${receipt.replace("4711", "4712")}}`, "foreign-answer"],
  ])("does not know %s", (_what, status, text, code) => {
    expect(recognise(pay, status, text, input)).toMatchObject({ code });
  });

  it.each([
    ["an unquoted key", `{code: 1, ${receipt}}`],
    ["a leading zero in an amount", `{"code": 1, ${receipt.replace("183500", "0183500")}}`],
    ["a number where the bill belongs", `{"code": 1, ${receipt.replace('"4711"', longBill)}}`],
    ["a raw line break", '{"code": 13, "message": "Lu\nnas"}'],
  ])("lets %s prove nothing about money", (_what, text) => {
    const bill = text.includes(longBill) ? longBill : "4711";
    expect(recognise(pay, 200, text, { ...input, bill })).toMatchObject({ code: "repaired-body" });
  });

  it.each([
    ["noise around it", `Notice\n{"code": 1, ${receipt}}`, "noise"],
    ["a leading zero in the code", `{"code": 01, ${receipt}}`, "leading-zero"],
    ["a repair in what proves nothing", `{"code": 1, ${receipt}, "time": NaN}`, "not-a-number"],
  ])("still believes %s, and says so", (_what, text, kind) => {
    expect(recognise(pay, 200, text, input)).toMatchObject({ answer: paid, repairs: [{ kind }] });
  });

  it("believes a repaired body where no money moves", () => {
    const answer = { outcome: "ok" };
    expect(recognise(find, 200, `{code: 1, ${receipt}}`, input)).toMatchObject({ answer });
  });
});

const message: Shape = { role: "message" };
const nested: Shape = { properties: { a: { properties: { b: message } } } };

it.each<[Shape, unknown, string | undefined]>([
  [nested, { a: { b: " two\r\n  lines " } }, "two lines"],
  [nested, { a: "x" }, undefined],
  [nested, "text", undefined],
  [{ allOf: [{}, nested] }, { a: { b: "x" } }, "x"],
  [{ properties: { a: message } }, { a: 13 }, "13"],
  [{ properties: { a: message } }, { a: null }, ""],
  [{ properties: { a: message } }, {}, undefined],
  [{ properties: { a: { role: "code" } } }, { a: 13 }, undefined],
])("the message by %j of %j is %j", (shape, value, text) => {
  expect(textOf("message", shape, value)).toBe(text);
});
