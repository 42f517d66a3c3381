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
  ])("recognise knows %s", (_what, status, text, answer) => {
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
    ["another bill", 200, `{"code": 1, ${receipt.replace("4711", "4712")}}`, "correlation-mismatch"],
  ])("recognise does not know %s", (_what, status, text, code) => {
    expect(recognise(pay, status, text, input)).toMatchObject({ code });
  });

  it.each([
    ["an unquoted key", `{code: 1, ${receipt}}`],
    ["a leading zero in an amount", `{"code": 1, ${receipt.replace("183500", "0183500")}}`],
    ["a number where the bill belongs", `{"code": 1, ${receipt.replace('"4711"', longBill)}}`],
    ["a raw line break", '{"code": 13, "message": "Lu\nnas"}'],
    ["a word around it", `Notice\n{"code": 1, ${receipt}}`],
    ["words behind it", `{"code": 1, ${receipt}}\nERROR rolled back`],
    ["a warning of PHP before it", `<br />\n<b>Warning</b>: x in <b>y</b>\n{"code": 1, ${receipt}}`],
    ["a key that stands there twice", `{"code": 13, "code": 1, ${receipt}}`],
    ["a key that stands there twice and proves nothing", `{"code": 1, "a": 1, "a": 2, ${receipt}}`],
    ["more repairs than anybody reads", `{"code": 1, ${receipt}, "t": [${"NaN,".repeat(20)}NaN]}`],
  ])("recognise lets %s prove nothing about money", (_what, text) => {
    const bill = text.includes(longBill) ? longBill : "4711";
    expect(recognise(pay, 200, text, { ...input, bill })).toMatchObject({ code: "repaired-body" });
  });

  it.each([
    ["a notice of PHP before it", `<br />\n<b>Notice</b>: x in <b>y</b>\n{"code": 1, ${receipt}}`, "notice"],
    ["a leading zero in the code", `{"code": 01, ${receipt}}`, "leading-zero"],
    ["a repair in what proves nothing", `{"code": 1, ${receipt}, "time": NaN}`, "not-a-number"],
  ])("recognise still believes %s, and says so", (_what, text, kind) => {
    expect(recognise(pay, 200, text, input)).toMatchObject({ answer: paid, repairs: [{ kind }] });
  });

  it("recognise believes a repaired body where no money moves", () => {
    const answer = { outcome: "ok" };
    expect(recognise(find, 200, `{code: 1, ${receipt}}`, input)).toMatchObject({ answer });
    expect(recognise(find, 200, `Notice {"code": 1, ${receipt}}`, input)).toMatchObject({ answer });
  });

  it("recognise holds a read that settles a payment to the rules of the payment", () => {
    const settling = { ...find, settles: true } as const;
    expect(recognise(settling, 200, `{code: 1, ${receipt}}`, input)).toMatchObject({ code: "repaired-body" });
    expect(recognise(settling, 200, `Notice {"code": 1, ${receipt}}`, input)).toMatchObject({ code: "repaired-body" });
  });

  it.each([
    ["words behind it", `{"code": 1, ${receipt}}\nERROR rolled back`],
    ["a key that stands there twice", `{"code": 13, "code": 1, ${receipt}}`],
  ])("recognise does not believe %s where something payable is opened, but every other repair", (_what, text) => {
    const opening = { ...find, effect: "create" } as const;
    expect(recognise(opening, 200, text, input)).toMatchObject({ code: "repaired-body" });
    expect(recognise(opening, 200, `{code: 1, ${receipt}}`, input)).toMatchObject({ answer: { outcome: "ok" } });
  });

  it("recognise shows of the names in a body only those that the spec has, and 20 repairs at most", () => {
    const { repairs } = recognise(find, 200, `{"code": 01, "WARSITO-3201119999999999": NaN, "total": 01}`, input);
    expect(repairs).toEqual([
      { kind: "leading-zero", path: "/code" },
      { kind: "not-a-number", path: "/*" },
      { kind: "leading-zero", path: "/total" },
    ]);
    const many = `{"code": 1, ${receipt}, "a": [${"NaN,".repeat(99)}NaN]}`;
    expect(recognise(find, 200, many, input).repairs).toHaveLength(20);
  });

  it.each(["constructor", "toString", "__proto__"])("recognise knows no status called %s", (status) => {
    // Of an odd Response.
    expect(recognise(pay, status as unknown as number, "", input)).toMatchObject({ code: "undocumented-status" });
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
