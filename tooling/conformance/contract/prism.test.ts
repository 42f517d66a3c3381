import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startMock } from "@setor-tooling/mock/start-mock";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { listScenarios } from "@setor-tooling/model/scenarios";
import { SchemaCheck } from "@setor-tooling/model/schema-check";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import { listVendors } from "@setor-tooling/model/vendors";
import { afterAll, describe, expect, it } from "vitest";
import { runScenario } from "./run-scenario.js";

describe.each(listVendors())("$id agrees with Prism", async (vendor) => {
  const spec = await dereferenceSpec(vendor);
  const profile = await loadProfile(vendor);
  const module = await import(pathToFileURL(join(vendor.packageDir, "src", "index.ts")).href);
  const mock = await startMock(vendor, 0);
  const schemas = new SchemaCheck();
  afterAll(() => mock.close());

  it.each(listScenarios(vendor.id, spec))("$name", async (scenario) => {
    expect(await runScenario({ spec, scenario, module, profile, schemas, mockUrl: mock.url })).toEqual([]);
  });
});
