import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { bundleSpec } from "../model/spec/load.js";
import type { Vendor } from "../model/vendors.js";

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
