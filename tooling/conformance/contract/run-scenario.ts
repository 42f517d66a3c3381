import { isDeepStrictEqual } from "node:util";
import type { Fetch } from "@setor/core";
import { callClient } from "@setor-tooling/model/call-client";
import { checkAnswer, checkMeaning, payloadOf } from "@setor-tooling/model/check-answer";
import { captureRequest, checkRequest } from "@setor-tooling/model/check-request";
import type { VendorProfile } from "@setor-tooling/model/profile";
import { listScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import type { SchemaCheck } from "@setor-tooling/model/schema-check";
import type { Document } from "@setor-tooling/model/spec/document";
import { defaultUrl } from "@setor-tooling/model/spec/servers";

export interface ScenarioRun {
  readonly spec: Document;
  readonly scenario: Scenario;
  /** The vendor's package: its sources, a build, or a mutant. */
  readonly module: object;
  readonly profile: VendorProfile;
  readonly schemas: SchemaCheck;
  /** Where the client is sent; absent: to its own default, answered from the example. */
  readonly mockUrl?: string;
}

/**
 * Calls the real client with the inputs of a scenario and holds everything against the spec: what was sent, what came
 * back, what the client made of it. Answers from the example itself, or through a mock server.
 * @returns what is wrong, in words
 */
export async function runScenario(run: ScenarioRun): Promise<string[]> {
  const { spec, scenario, module, profile, schemas, mockUrl } = run;
  const problems: string[] = [];
  const calls = expectedCallsOf(run);
  let sendings = 0;
  const fetch: Fetch = async (url, init) => {
    const expectedCall = calls[sendings] ?? scenario;
    sendings += 1;
    const files = filesOf(expectedCall, profile);
    const baseUrl = mockUrl ?? defaultUrl(spec);
    const { path, method, operation, request: expected } = expectedCall;
    const sent = await captureRequest(url, init);
    const check = { spec, path, method, operation, sent, schemas, baseUrl, expected, files };
    problems.push(...(await checkRequest(check)));
    if (init.redirect !== "manual") problems.push("redirects would be followed");
    const response =
      mockUrl === undefined ? fromExample(expectedCall) : await fromMock(expectedCall, url, init, problems);
    const text = await response.clone().text();
    const received = { status: response.status, headers: response.headers, text };
    problems.push(...checkAnswer(operation, received, schemas), ...checkMeaning(expectedCall, received, schemas));
    return response;
  };
  const result = await callClient(module, profile, scenario, { fetch, ...(mockUrl && { baseUrl: mockUrl }) });
  if (sendings !== calls.length) problems.push(`${sendings} requests were sent instead of ${calls.length}`);
  return [...problems, ...checkResult(scenario, profile, schemas, result)];
}

/** What each request is held against and answered from: the scenario, unless its profile says that there are more. */
function expectedCallsOf({ spec, scenario, profile }: ScenarioRun): Scenario[] {
  const names = profile.expectedCalls?.(scenario);
  if (names === undefined) return [scenario];
  const scenarios = listScenarios(scenario.vendor, spec);
  return names.map((name) => {
    const found = scenarios.find((candidate) => candidate.name === name);
    if (found === undefined)
      throw new Error(`${scenario.name}: its expected calls name ${name}, and there is no such scenario`);
    return found;
  });
}

function checkResult(scenario: Scenario, profile: VendorProfile, schemas: SchemaCheck, result: unknown): string[] {
  const { state, ok, reason, data, settlement } = result as Record<string, unknown>;
  const outcome = state ?? (ok === true ? "ok" : "refused");
  const problems: string[] = [];
  if (outcome !== scenario.outcome) problems.push(`the client says ${String(outcome)}, not ${scenario.outcome}`);
  if (reason !== scenario.reason)
    problems.push(`the client gives the reason ${String(reason)}, not ${scenario.reason}`);
  const expected = profile.data === undefined ? payloadOf(scenario, schemas) : profile.data(scenario);
  if (!isDeepStrictEqual(data, expected)) problems.push("the client's data are not the answer's");
  const open = outcome === "unknown" || outcome === "pending";
  const settledBy = scenario.operation["x-settled-by"];
  const expectedSettlement = open ? (settledBy === "manual" ? "manual" : "call") : undefined;
  if (settlement !== expectedSettlement) problems.push(`the client offers the settlement ${String(settlement)}`);
  return problems;
}

function filesOf(scenario: Scenario, profile: VendorProfile): Record<string, Uint8Array> {
  const [media] = Object.values(scenario.operation.requestBody?.content ?? {});
  const names = Object.entries(media?.schema?.properties ?? {}).filter(([, schema]) => schema.format === "binary");
  return Object.fromEntries(
    names.map(([name]) => {
      const bytes = profile.file?.(name);
      if (bytes === undefined) throw new Error(`${scenario.vendor}: the profile must give the bytes of ${name}`);
      return [name, bytes];
    }),
  );
}

function fromExample({ status, mediaType, answer, answerHeaders }: Scenario): Response {
  const body = mediaType === "application/json" ? JSON.stringify(answer) : String(answer);
  return new Response(body, { status, headers: { ...answerHeaders, "Content-Type": mediaType } });
}

/** The mock picks the scenario by its name, and must find nothing wrong with the request. */
async function fromMock(scenario: Scenario, url: string, init: RequestInit, problems: string[]): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("Prefer", `code=${scenario.status}, example=${scenario.name}`);
  headers.set("Accept", scenario.mediaType);
  const response = await fetch(url, { ...init, headers });
  const violations = response.headers.get("sl-violations");
  if (violations !== null) problems.push(`Prism finds ${violations}`);
  return response;
}
