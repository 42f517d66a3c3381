import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Document, Schema } from "@setor-tooling/model/spec/document";
import { dereferenceSpec, readSpec } from "@setor-tooling/model/spec/load";
import { findVendor, listVendors } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";
import { generate } from "./generate.js";
import { writeLiteral } from "./literal.js";
import { writeOperationTable } from "./operation-table.js";

/** The e-Samsat spec with one of its schemas changed. */
function specWith(name: string, change: (schema: Schema & Record<string, unknown>) => void): Document {
  const spec = readSpec(findVendor("esamsat"));
  const schema = spec.components?.schemas?.[name];
  if (schema === undefined) throw new Error(`There is no ${name}`);
  change(Object.assign(schema));
  return spec;
}

describe("the operation table", () => {
  it.each<[string, string, (schema: Schema & Record<string, unknown>) => void, string]>([
    [
      "a keyword it does not know",
      "Invoice",
      (schema) => {
        schema["multipleOf"] = 2;
      },
      'cannot express "multipleOf"',
    ],
    [
      "anyOf within an answer",
      "Reason",
      (schema) => {
        schema.anyOf = [{ type: "string" }];
      },
      'cannot express "anyOf"',
    ],
    [
      "a request that is open",
      "InvoiceRequest",
      (schema) => {
        delete schema.additionalProperties;
      },
      "one closed object",
    ],
    [
      "a reference it cannot follow",
      "Rupiah",
      (schema) => {
        schema.$ref = "other.yaml#/Rupiah";
      },
      "cannot follow other.yaml",
    ],
    [
      "a reference to nothing",
      "Rupiah",
      (schema) => {
        schema.$ref = "#/components/schemas/Gone";
      },
      "Gone",
    ],
  ])("the operation table stops at %s, and says where", (_what, name, change, words) => {
    expect(() => writeOperationTable("esamsat", specWith(name, change))).toThrow(words);
  });

  it("the operation table takes a key of the security for a secret field, behind what the spec fixes", () => {
    const table = writeOperationTable("qris", readSpec(findVendor("qris")));
    expect(table).toMatch(
      /do: \{ in: "query".*\n +apikey: \{ in: "query", required: true, secret: true, shape: .*\n +mID: /,
    );
    expect(table).not.toContain('| "apikey"');
  });

  it.each([
    ["in", "header"],
    ["x-schema", undefined],
  ])("the operation table stops at a key whose %s is %s", (property, value) => {
    const spec = readSpec(findVendor("qris"));
    Object.assign(spec.components?.securitySchemes?.["apikey"] ?? {}, { [property]: value });
    expect(() => writeOperationTable("qris", spec)).toThrow("a key must be sent in the query");
  });

  it("the operation table stops at a security scheme that is not there", () => {
    const spec = { ...readSpec(findVendor("qris")), security: [{ gone: [] }] };
    expect(() => writeOperationTable("qris", spec)).toThrow("createInvoice: there is no security scheme gone");
  });

  it("the operation table stops at two fields of one name", () => {
    const spec = readSpec(findVendor("esamsat"));
    const pay = spec.paths["/esamsat/pay_esamsat"]?.post;
    if (pay === undefined) throw new Error("There is no pay");
    pay.parameters = [{ name: "invoice", in: "query", schema: { type: "string" } }];
    expect(() => writeOperationTable("esamsat", spec)).toThrow('pay: two fields are called "invoice"');
  });
});

describe("the generated files", () => {
  it.each(listVendors())("the generated files of $id are fresh; `pnpm codegen` writes them", async (vendor) => {
    for (const [file, text] of await generate(vendor)) expect(await readFile(file, "utf8")).toBe(text);
  });
});

describe("the spec in one file", () => {
  it.each(listVendors())("the spec of $id in one file says what the spec says", async (vendor) => {
    const specFile = join(vendor.packageDir, "openapi.json");
    expect(JSON.stringify(readSpec({ ...vendor, specFile }))).not.toMatch(/"\$ref":"[^#]/);
    expect(await dereferenceSpec({ ...vendor, specFile })).toEqual(await dereferenceSpec(vendor));
  });
});

describe("a literal", () => {
  it("a literal is written on one line where it fits, with keys quoted where they must be", () => {
    expect(writeLiteral({ a: 1, "b-c": ["x", null] })).toBe('{ a: 1, "b-c": ["x", null] }');
  });

  it("a literal is written one entry a line where it does not fit", () => {
    const long = "x".repeat(60);
    expect(writeLiteral({ a: long, b: [long] })).toBe(`{\n  a: "${long}",\n  b: ["${long}"],\n}`);
  });
});
