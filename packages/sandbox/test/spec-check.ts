import { SchemaCheck } from "../../../tooling/contract/schema-check.js";
import { dereferenceSpec, listOperations } from "../../../tooling/spec/load.js";
import { findVendor } from "../../../tooling/vendors.js";
import type { Sandbox } from "../src/index.js";

type Fetch = Sandbox["fetch"];

/** A `fetch` that throws at an answer of `vendor` that its spec does not have. An empty body is never an answer. */
export async function createSpecCheck(vendor: string): Promise<(fetch: Fetch) => Fetch> {
  const operations = listOperations(await dereferenceSpec(findVendor(vendor)));
  const schemas = new SchemaCheck();
  return (fetch) => async (url, init) => {
    const response = await fetch(url, init);
    const path = new URL(url).pathname.slice(`/${vendor}`.length);
    const found = operations.find((located) => patternOf(located.path).test(path));
    const text = await response.clone().text();
    if (text === "") return response;
    const mediaType = response.headers.get("content-type")?.split(";")[0] ?? "";
    const schema = found?.operation.responses[String(response.status)]?.content?.[mediaType]?.schema;
    if (schema === undefined) throw new Error(`HTTP ${response.status} ${mediaType} is not in the spec: ${path}`);
    const problems = schemas.problems(schema, mediaType === "application/json" ? JSON.parse(text) : text, path);
    if (problems.length > 0) throw new Error(problems.join("; "));
    return response;
  };
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`);
}
