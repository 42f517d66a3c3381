import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { listScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import { SchemaCheck } from "@setor-tooling/model/schema-check";
import { dereferenceSpec, listOperations } from "@setor-tooling/model/spec/load";
import type { Vendor } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";
import { runScenario } from "./run-scenario.js";

/** Declares the contract suite of a vendor: every scenario of its spec against its client, in process. */
export function describeContract(vendor: Vendor): void {
  describe(`${vendor.id} agrees with its spec`, async () => {
    const spec = await dereferenceSpec(vendor);
    const profile = await loadProfile(vendor);
    const module = await import(pathToFileURL(join(vendor.packageDir, "src", "index.ts")).href);
    const schemas = new SchemaCheck();
    const scenarios = listScenarios(vendor.id, spec);
    const reached = new Set<string>();

    it.each(scenarios)("$name: $summary", async (scenario) => {
      reached.add(keyOf(scenario));
      expect(await runScenario({ spec, scenario, module, profile, schemas })).toEqual([]);
    });

    it("an operation takes nothing as an argument that the account already holds", () => {
      const held = new Set(Object.values(profile.account ?? {}));
      for (const { name, fields } of scenarios) {
        expect(
          Object.values(fields).filter((value) => held.has(String(value))),
          name,
        ).toEqual([]);
      }
    });

    it("the contract suite covers every operation, status and example", () => {
      const declared = listOperations(spec).flatMap(({ operation }) =>
        Object.entries(operation.responses).flatMap(([status, response]) => {
          const names = Object.values(response.content ?? {}).flatMap(({ examples }) => Object.keys(examples ?? {}));
          // A status without an example counts as one that did not run.
          return (names.length === 0 ? ["none"] : names).map((name) => `${operation.operationId} ${status} ${name}`);
        }),
      );
      const covered = declared.filter((key) => reached.has(key)).length;
      const percent = ((100 * covered) / declared.length).toFixed(0);
      console.log(`${vendor.id}: ${covered} of ${declared.length} (operation, status, example) run, ${percent} %`);
      expect([...reached].sort()).toEqual(declared.sort());
    });
  });
}

function keyOf({ operationId, status, name }: Scenario): string {
  return `${operationId} ${status} ${name}`;
}
