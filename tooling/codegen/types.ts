import type { Document, Schema } from "@setor-tooling/model/spec/document";
import { bundleSpec, listOperations } from "@setor-tooling/model/spec/load";
import { readSections } from "@setor-tooling/model/spec/sections";
import type { Vendor } from "@setor-tooling/model/vendors";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { describeReferences, withInputs } from "./described.js";
import { nameTypes } from "./named-types.js";
import { withSections } from "./sections.js";

const blob = ts.factory.createTypeReferenceNode("Blob");

/**
 * Writes `types.ts` of one vendor: what its operations take and answer, each under its name, each field with what the
 * spec says of it. The types are openapi-typescript's, with binary fields as `Blob`.
 */
export async function writeTypes(vendor: Vendor): Promise<string> {
  const described = describeReferences(withInputs(await bundleSpec(vendor)));
  const spec = withSections(described, readSections(vendor));
  // openapi-typescript declares its own, wider idea of the same document.
  const ast = await openapiTS(spec as unknown as OpenAPI3, {
    transform: (schema) => (schema.format === "binary" ? blob : undefined),
  });
  const text = astToString(nameTypes(ast, usedNames(spec)));
  return [
    `// Generated from specs/${vendor.id}/openapi.yaml by \`pnpm codegen\`. Do not edit.`,
    // A comment's text, not a tag: editors show it first.
    text.replaceAll("@description ", "").replaceAll(/^( *\*) +@see/gm, "$1 @see"),
  ].join("\n");
}

/** The schemas that an input or an answer names. */
function usedNames(spec: Document): string[] {
  const inputs = Object.keys(spec.components?.schemas ?? {}).filter((name) => name.endsWith("Input"));
  const answers = listOperations(spec).flatMap(({ operation }) =>
    Object.values(operation.responses).flatMap(({ content = {} }) =>
      Object.values(content).flatMap(({ schema }) => (schema?.anyOf ?? [schema ?? {}]).flatMap(nameOf)),
    ),
  );
  return [...inputs, ...answers];
}

function nameOf({ $ref }: Schema): string[] {
  return $ref === undefined ? [] : [$ref.replace("#/components/schemas/", "")];
}
