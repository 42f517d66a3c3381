import { describe, expect, it } from "vitest";
import { pay } from "../test/operations.js";
import { checkInput, checkSecrets, fixedFields, requireText } from "./arguments.js";
import type { Operation } from "./operation.js";

const right = { bill: "4711", total: 183_500 };

describe("checkInput", () => {
  it.each([[right], [{ ...right, note: "x" }], [{ ...right, note: undefined }]])("checkInput accepts %j", (input) => {
    expect(checkInput(pay, input)).toEqual(input);
  });

  it.each<[string, object, string]>([
    ["an unknown name", { ...right, amount: 1 }, "`amount` is not an argument"],
    ["a name of Object.prototype", { ...right, toString: 1 }, "`toString` is not an argument"],
    ["a field that the spec fixes", { ...right, kind: "cash" }, "`kind` is not an argument"],
    ["a secret", { ...right, key: "s3cret" }, "`key` is not an argument"],
    ["a missing field", { bill: "4711" }, "`total` must be given, for example 183500"],
    ["an undefined field", { ...right, bill: undefined }, '`bill` must be given, for example "4711"'],
    ["a wrong type", { ...right, total: "183500" }, "`total` must be of type integer, for example 183500"],
    ["a fraction", { ...right, total: 0.5 }, "`total` must be of type integer, for example 183500"],
    ["a broken rule", { ...right, total: -1 }, "`total` must be 0 or more, for example 183500"],
    ["a rule without example", { ...right, note: "" }, "`note` must be 1 or more characters long"],
    ["a file where text belongs", { ...right, bill: new Blob() }, "`bill` must be of type string"],
    ["half a surrogate pair", { ...right, bill: "\ud800" }, "`bill` must be well-formed text"],
    ["a path segment that a URL resolves", { ...right, bill: ".." }, '`bill` must not be "." or ".."'],
  ])("checkInput refuses %s", (_what, input, complaint) => {
    expect(() => checkInput(pay, { ...input })).toThrow(TypeError);
    expect(() => checkInput(pay, { ...input })).toThrow(`pay: ${complaint}`);
  });

  it("checkInput never shows a value", () => {
    const complaint = () => checkInput(pay, { ...right, total: "s3cret", bill: "s3 cret" });
    expect(complaint).toThrow(/^(?!.*s3)/);
  });

  it("checkInput takes a file where a file belongs, and nothing else", () => {
    const upload: Operation = { ...pay, fields: { img: { in: "body", required: true, shape: { type: "binary" } } } };
    expect(checkInput(upload, { img: new Blob() })).toBeDefined();
    expect(() => checkInput(upload, { img: "a.jpg" })).toThrow("pay: `img` must be of type binary");
  });
});

describe("what is no object", () => {
  it.each([undefined, null, "4711", 7])("checkInput refuses what is no object, with an example: %j", (input) => {
    expect(() => checkInput(pay, input)).toThrow(
      new TypeError('pay: the arguments must be one object, for example {"bill":"4711","total":183500}'),
    );
  });
});

describe("checkSecrets", () => {
  const digits: Operation = {
    ...pay,
    fields: { key: { in: "query", required: true, secret: true, shape: { type: "string", pattern: "^[0-9]+$" } } },
  };
  const secret = (value: unknown) => ({ key: { option: "apiKey", value, advice: "the key" } });

  it("checkSecrets gives secrets under the names of the wire", () => {
    expect(checkSecrets("createX", [digits], secret("471"))).toEqual({ key: "471" });
  });

  it.each([
    ["", "is empty"],
    [undefined, "is missing"],
    ["s3cret", "must match ^[0-9]+$"],
  ])("checkSecrets refuses %j under the name of its option, without showing it", (value, rule) => {
    expect(() => checkSecrets("createX", [digits], secret(value))).toThrow(
      new TypeError(`createX: \`apiKey\` ${rule}; pass the key`),
    );
  });
});

describe("requireText", () => {
  it.each([
    ["", "empty"],
    [undefined, "missing"],
    [7, "missing"],
  ])("requireText refuses %j", (value, word) => {
    expect(() => requireText("createX", "key", value, "the key")).toThrow(
      new TypeError(`createX: \`key\` is ${word}; pass the key`),
    );
  });
});

it("fixedFields are those that the spec fixes", () => {
  expect(fixedFields(pay)).toEqual({ kind: "cash" });
});
