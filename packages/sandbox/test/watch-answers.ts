import { SchemaCheck } from "../../../tooling/contract/schema-check.js";
import type { SpecOperation } from "../../../tooling/spec/document.js";
import { dereferenceSpec, listOperations } from "../../../tooling/spec/load.js";
import { findVendor } from "../../../tooling/vendors.js";

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Notes in what the answers of a vendor leave its spec. */
export async function watchAnswers(vendor: string) {
  const operations = listOperations(await dereferenceSpec(findVendor(vendor)));
  const schemas = new SchemaCheck();
  const problems: string[] = [];

  function operationOf(url: string, method: string): SpecOperation | undefined {
    const path = new URL(url).pathname.replace(`/${vendor}`, "") || "/";
    const fits = (template: string) => new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
    return operations.find((located) => located.method === method.toLowerCase() && fits(located.path))?.operation;
  }

  async function check(url: string, method: string, answer: Response): Promise<string[]> {
    const response = operationOf(url, method)?.responses[String(answer.status)];
    const mediaType = answer.headers.get("content-type")?.split(";")[0] ?? "";
    const schema = response?.content?.[mediaType]?.schema;
    if (response === undefined || schema === undefined)
      return [`HTTP ${answer.status} ${mediaType} is not in the spec`];
    const headers = Object.entries(response.headers ?? {}).flatMap(([name, header]) => {
      const value = answer.headers.get(name);
      return value === null ? [] : schemas.problems(header.schema ?? {}, value, name);
    });
    return [...headers, ...schemas.problems(schema, await answer.json(), `HTTP ${answer.status}`)];
  }

  return {
    problems,
    /** Passes every answer on as it came. */
    watching:
      (fetch: Fetch): Fetch =>
      async (url, init) => {
        const answer = await fetch(url, init);
        problems.push(...(await check(url, init?.method ?? "GET", answer.clone())));
        return answer;
      },
  };
}
