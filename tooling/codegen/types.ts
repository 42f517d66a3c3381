import { bundleSpec } from "@setor-tooling/model/spec/load";
import type { Vendor } from "@setor-tooling/model/vendors";
import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";

const blob = ts.factory.createTypeReferenceNode("Blob");

/** Writes `types.ts` of one vendor: openapi-typescript's output, with binary fields as `Blob`. */
export async function writeTypes(vendor: Vendor): Promise<string> {
  const spec = await bundleSpec(vendor);
  // openapi-typescript declares its own, wider idea of the same document.
  const ast = await openapiTS(spec as unknown as OpenAPI3, {
    transform: (schema) => (schema.format === "binary" ? blob : undefined),
  });
  return `// Generated from specs/${vendor.id}/openapi.yaml by \`pnpm codegen\`. Do not edit.\n${astToString(ast)}`;
}
