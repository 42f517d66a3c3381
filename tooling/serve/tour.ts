import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { callClient } from "@setor-tooling/model/call-client";
import { loadProfile } from "@setor-tooling/model/load-profile";
import type { VendorProfile } from "@setor-tooling/model/profile";
import { firstScenarios, listScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import type { Vendor } from "@setor-tooling/model/vendors";

/** One call of the tour. */
export interface Stop {
  readonly vendor: string;
  readonly operation: string;
  readonly scenario: string;
  readonly result: string;
  readonly ms: number;
  readonly asExpected: boolean;
}

/** Calls every operation of a vendor with its built client, over HTTP, with the inputs of the vendor's document. */
export async function* tourVendor(vendor: Vendor, mockUrl: string): AsyncGenerator<Stop> {
  const module: object = await import(pathToFileURL(join(vendor.packageDir, "dist", "index.js")).href);
  // What makes a scenario repeatable is left out: the clock runs, and tokens are asked for.
  const { testOptions: _, ...profile } = await loadProfile(vendor);
  for (const scenario of firstScenarios(listScenarios(vendor.id, await dereferenceSpec(vendor)))) {
    yield await visit(module, profile, scenario, mockUrl);
  }
}

async function visit(module: object, profile: VendorProfile, scenario: Scenario, mockUrl: string): Promise<Stop> {
  const startedAt = performance.now();
  const said = await callClient(module, profile, scenario, { baseUrl: mockUrl }).then(describeResult, String);
  const ms = performance.now() - startedAt;
  const expected = scenario.reason === undefined ? scenario.outcome : `${scenario.outcome}: ${scenario.reason}`;
  return {
    vendor: scenario.vendor,
    operation: scenario.operationId,
    scenario: scenario.name,
    result: said,
    ms,
    asExpected: said === expected,
  };
}

function describeResult(result: unknown): string {
  const { ok, state, reason } = result as Record<string, unknown>;
  const outcome = String(state ?? (ok === true ? "ok" : "refused"));
  return reason === undefined ? outcome : `${outcome}: ${String(reason)}`;
}
