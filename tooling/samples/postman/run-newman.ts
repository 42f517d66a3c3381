import { createServer } from "node:http";
import type { Sandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import type { Scenario } from "@setor-tooling/model/scenarios";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import newman from "newman";
import { type PostmanCollection, type PostmanItem, postmanCollection } from "./collection.js";
import { type PostmanVariable, postmanEnvironment, sandboxVariable } from "./variables.js";

/** A request as it was sent, the status of its answer, and what is asked of that. */
export interface Sent {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Where the body is one text. */
  readonly body: string | undefined;
  readonly status: number | undefined;
  readonly tests: readonly string[];
}

export interface Run {
  readonly sent: readonly Sent[];
  /** Tests that do not hold, by the request: `pay: $response.body#/status == 'CONFIRM'`. */
  readonly failed: readonly string[];
  /** What went wrong beside: requests that were not answered, scripts that ended. */
  readonly errors: readonly string[];
}

/** Runs a collection under Postman's own runner. Where a person would choose a file, it is in the folder. */
export async function runNewman(
  collection: PostmanCollection,
  environment: readonly PostmanVariable[],
  workingDir?: string,
): Promise<Run> {
  const { executions, failures } = await new Promise<newman.NewmanRun>((resolve, reject) => {
    const options = {
      // A copy: the runner writes in what it is given.
      collection: JSON.parse(JSON.stringify(collection)),
      environment: { values: JSON.parse(JSON.stringify(environment)) },
      ...(workingDir !== undefined && { workingDir }),
      timeoutRequest: 20_000,
    };
    newman.run(options, (error, { run }) => (error === null ? resolve(run) : reject(error)));
  });
  return {
    sent: executions.map(({ item, request, response, assertions = [] }) => ({
      name: item.name,
      headers: Object.fromEntries(request.headers.map(({ key, value }) => [key, value])),
      body: request.body?.raw,
      status: response?.code,
      tests: assertions.map(({ assertion }) => assertion),
    })),
    failed: executions.flatMap(({ item, assertions = [] }) =>
      assertions.filter(({ error }) => error !== undefined).map(({ assertion }) => `${item.name}: ${assertion}`),
    ),
    errors: failures
      .filter(({ at }) => !at.startsWith("assertion:"))
      .map(({ at, error, source }) => `${source?.name}, ${at}: ${error.message}`),
  };
}

/** Runs the collection of a vendor against a sandbox that listens until then. */
export async function runInSandbox(sandbox: Sandbox, docs: VendorDocs): Promise<Run> {
  const { url, close } = await serveSandbox(sandbox);
  try {
    const environment = environmentWith([docs], { [sandboxVariable]: url });
    return await runNewman(await postmanCollection(docs), environment, docs.profile.sampleFolder);
  } finally {
    await close();
  }
}

/** The environment with other values. */
export function environmentWith(
  docs: readonly VendorDocs[],
  values: Readonly<Record<string, string>>,
): PostmanVariable[] {
  const others = postmanEnvironment(docs).values.filter(({ key }) => !Object.hasOwn(values, key));
  return [...others, ...Object.entries(values).map(([key, value]) => ({ key, value }))];
}

/** An item after whose bad answer the run goes on. */
export function withoutStop(item: PostmanItem): PostmanItem {
  const event = item.event.map((each) => ({
    ...each,
    script: { ...each.script, exec: each.script.exec.filter((line) => !line.includes("setNextRequest")) },
  }));
  return { ...item, event };
}

export interface Answering {
  readonly url: string;
  close(): Promise<void>;
}

/** A server that gives one answer after the other, whatever it is asked. */
export async function answerWith(
  answers: readonly Pick<Scenario, "status" | "mediaType" | "answer" | "answerHeaders">[],
): Promise<Answering> {
  const left = [...answers];
  const server = createServer((request, response) => {
    request.resume();
    const { status = 410, mediaType = "text/plain", answer = "", answerHeaders } = left.shift() ?? {};
    response.writeHead(status, { ...answerHeaders, "Content-Type": mediaType });
    response.end(mediaType === "application/json" ? JSON.stringify(answer) : String(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
