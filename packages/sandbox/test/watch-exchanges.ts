import { checkAnswer } from "@setor-tooling/model/check-answer";
import { captureRequest, checkRequest } from "@setor-tooling/model/check-request";
import { SchemaCheck } from "@setor-tooling/model/schema-check";
import { dereferenceSpec, type LocatedOperation, listOperations } from "@setor-tooling/model/spec/load";
import { findVendor } from "@setor-tooling/model/vendors";

type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

interface Watch {
  /** In what the exchanges left the spec. */
  readonly problems: string[];
  /** For a client: what it sends has to fit the spec, as what it gets. */
  watching(fetch: Fetch): Fetch;
  /** For requests that a test has written, or broken, by hand. */
  watchingAnswers(fetch: Fetch): Fetch;
}

/** Holds the exchanges with a vendor of the sandbox against its spec. An empty body is never an answer. */
export async function watchExchanges(vendor: string): Promise<Watch> {
  const spec = await dereferenceSpec(findVendor(vendor));
  const operations = listOperations(spec);
  const schemas = new SchemaCheck();
  const problems: string[] = [];

  function operationOf(url: string, method: string): LocatedOperation {
    const path = new URL(url).pathname.replace(`/${vendor}`, "") || "/";
    // Servers take a path with and without the slash at its end.
    const fits = (template: string) =>
      new RegExp(
        `^${template
          .replaceAll(".", "\\.")
          .replace(/\{\w+\}/g, "[^/]+")
          .replace(/\/$/, "")}/?$`,
      ).test(path);
    const found = operations.find((located) => located.method === method.toLowerCase() && fits(located.path));
    if (found === undefined) throw new Error(`${method} ${url} is no operation`);
    return found;
  }

  async function requestProblems(located: LocatedOperation, url: string, init: RequestInit): Promise<string[]> {
    const baseUrl = `${new URL(url).origin}/${vendor}`;
    // The base path alone is the path `/`, as in a URL.
    const sent = await captureRequest(url === baseUrl ? `${url}/` : url, init);
    return checkRequest({ ...located, spec, sent, schemas, baseUrl });
  }

  const watcher =
    (requests: boolean) =>
    (fetch: Fetch): Fetch =>
    async (url, init = {}) => {
      const located = operationOf(url, init.method ?? "GET");
      if (requests) problems.push(...(await requestProblems(located, url, init)));
      const answer = await fetch(url, init);
      const received = { status: answer.status, headers: answer.headers, text: await answer.clone().text() };
      if (received.text !== "") problems.push(...checkAnswer(located.operation, received, schemas));
      return answer;
    };
  return { problems, watching: watcher(true), watchingAnswers: watcher(false) };
}
