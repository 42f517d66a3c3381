import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { dereferenceSpec } from "../spec/load.js";
import { listVendors } from "../vendors.js";
import { loadDriver } from "./load-driver.js";
import { perform } from "./perform.js";
import { listScenarios } from "./scenarios.js";
import { SchemaCheck } from "./schema-check.js";

describe.each(listVendors())("$id agrees with its spec", async (vendor) => {
  const spec = await dereferenceSpec(vendor);
  const driver = await loadDriver(vendor);
  const module = await import(pathToFileURL(join(vendor.packageDir, "src", "index.ts")).href);
  const schemas = new SchemaCheck();
  const scenarios = listScenarios(vendor.id, spec);
  const performed = new Set<string>();

  it.each(scenarios)("$name: $summary", async (scenario) => {
    performed.add(scenario.name);
    expect(await perform({ spec, scenario, module, driver, schemas })).toEqual([]);
  });

  it("covers every operation, status and example file", () => {
    const examples = readdirSync(join(vendor.specFile, "..", "examples"));
    const named = new Set(examples.map((file) => file.replace(/\.(request|response)\.yaml$/, "")));
    console.log(`${vendor.id}: ${performed.size} of ${named.size} scenarios performed`);
    expect([...performed].sort()).toEqual([...named].sort());
  });
});
