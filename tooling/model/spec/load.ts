import { readFileSync } from "node:fs";
import { $RefParser } from "@apidevtools/json-schema-ref-parser";
import { parse } from "yaml";
import type { Vendor } from "../vendors.js";
import type { Document, Notice, SpecOperation } from "./document.js";

/** The document as written: `$ref`s and all. */
export function readSpec(vendor: Vendor): Document {
  return parse(readFileSync(vendor.specFile, "utf8"));
}

/** The document with every `$ref` replaced by what it points at; a private copy, safe to change. */
export async function dereferenceSpec(vendor: Vendor): Promise<Document> {
  const parser = new $RefParser<Document & object>();
  // Each file is read afresh, and nothing in the result is shared between calls.
  return structuredClone(await parser.dereference(vendor.specFile));
}

/** One document without external files; internal `$ref`s stay. */
export async function bundleSpec(vendor: Vendor): Promise<Document> {
  return new $RefParser<Document & object>().bundle(vendor.specFile);
}

export interface LocatedOperation {
  readonly path: string;
  readonly method: "get" | "post";
  readonly operation: SpecOperation;
}

/** The operations in the order of the document. */
export function listOperations(spec: Document): LocatedOperation[] {
  return Object.entries(spec.paths).flatMap(([path, item]) =>
    (["get", "post"] as const).flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path, method, operation }];
    }),
  );
}

/** What the vendor sends by itself, in the order of the document. */
export function listNotices({ webhooks = {} }: Document): Notice[] {
  return Object.values(webhooks).flatMap(({ post }) => post ?? []);
}
