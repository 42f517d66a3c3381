import type { Fetch } from "@setor/core";
import { checkAnswer } from "../contract/check-answer.js";
import { captureRequest, checkRequest } from "../contract/check-request.js";
import { SchemaCheck } from "../contract/schema-check.js";
import { dereferenceSpec, listOperations } from "../spec/load.js";
import type { Vendor } from "../vendors.js";

/** A `fetch` that holds every request and every answer against the spec, and what it has found wrong. */
export async function watchSpec(
  vendor: Vendor,
  baseUrl: string,
  fetch: Fetch,
): Promise<{ fetch: Fetch; problems: string[] }> {
  const spec = await dereferenceSpec(vendor);
  const schemas = new SchemaCheck();
  const problems: string[] = [];
  return {
    problems,
    async fetch(url, init) {
      const { pathname } = new URL(url);
      const located = listOperations(spec).find(({ method, path }) => {
        const pattern = path.replace(/\{\w+\}/g, "[^/]+").replaceAll(".", "\\.");
        return method === init.method?.toLowerCase() && new RegExp(`${pattern}$`).test(pathname);
      });
      const response = await fetch(url, init);
      if (located === undefined) {
        problems.push(`${init.method} ${pathname} is no operation`);
        return response;
      }
      const sent = await captureRequest(url, init);
      const received = { status: response.status, headers: response.headers, text: await response.clone().text() };
      const found = [
        ...(await checkRequest({ spec, located, sent, schemas, baseUrl })),
        ...checkAnswer(located.operation, received, schemas),
      ];
      problems.push(...found.map((problem) => `${located.operation.operationId}: ${problem}`));
      return response;
    },
  };
}
