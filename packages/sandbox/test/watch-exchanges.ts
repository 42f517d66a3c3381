import { checkAnswer } from "../../../tooling/contract/check-answer.js";
import { SchemaCheck } from "../../../tooling/contract/schema-check.js";
import { dereferenceSpec, listOperations } from "../../../tooling/spec/load.js";
import { findVendor } from "../../../tooling/vendors.js";

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Passes answers of a vendor on, and notes in what they leave its spec. An empty body is never an answer. */
export async function watchAnswers(vendor: string): Promise<{ watching(fetch: Fetch): Fetch; problems: string[] }> {
  const operations = listOperations(await dereferenceSpec(findVendor(vendor)));
  const schemas = new SchemaCheck();
  const problems: string[] = [];

  function operationOf(url: string, method: string) {
    const path = new URL(url).pathname.replace(`/${vendor}`, "") || "/";
    const fits = (template: string) =>
      new RegExp(`^${template.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
    return operations.find((located) => located.method === method.toLowerCase() && fits(located.path))?.operation;
  }

  return {
    problems,
    watching: (fetch) => async (url, init) => {
      const answer = await fetch(url, init);
      const text = await answer.clone().text();
      const operation = operationOf(url, init?.method ?? "GET");
      if (operation === undefined) problems.push(`${url} is no operation`);
      else if (text !== "")
        problems.push(...checkAnswer(operation, { status: answer.status, headers: answer.headers, text }, schemas));
      return answer;
    },
  };
}
