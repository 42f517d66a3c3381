import { callClient } from "@setor-tooling/model/call-client";
import type { Scenario } from "@setor-tooling/model/scenarios";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";

/** What the client makes of each scenario, by its name, as text. */
export type ClientResults = ReadonlyMap<string, string>;

/** Has the client itself answer each scenario: what the pages show is what it says. */
export async function readClientResults({ vendor, profile, scenarios }: VendorDocs): Promise<ClientResults> {
  const module: object = await import(vendor.packageName);
  const results = scenarios.map(async (scenario): Promise<[string, string]> => {
    const fetch = async () => answerOf(scenario);
    const wiring = { baseUrl: "http://127.0.0.1", fetch };
    const result = await callClient(module, profile, scenario, wiring).catch((error: unknown) => error);
    return [scenario.name, writeResult(result)];
  });
  return new Map(await Promise.all(results));
}

function answerOf({ status, mediaType, answer, answerHeaders }: Scenario): Response {
  const text = typeof answer === "string" ? answer : JSON.stringify(answer);
  return new Response(text, { status, headers: { "Content-Type": mediaType, ...answerHeaders } });
}

/** Without the exchange, which repeats the answer, and without what is another each time. */
function writeResult(result: unknown): string {
  const shown = result instanceof Error ? { ...result, name: result.name, message: result.message } : result;
  const left = new Set(["exchange", "attempt", "cause"]);
  return JSON.stringify(shown, (name, value: unknown) => (left.has(name) ? undefined : value), 2);
}
