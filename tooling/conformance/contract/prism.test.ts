import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { startMock } from "../../mock/start-mock.js";
import { loadDriver } from "../../model/load-profile.js";
import { listScenarios } from "../../model/scenarios.js";
import { SchemaCheck } from "../../model/schema-check.js";
import { dereferenceSpec } from "../../model/spec/load.js";
import { listVendors } from "../../model/vendors.js";
import { perform } from "./perform.js";

describe.each(listVendors())("$id agrees with Prism", async (vendor) => {
  const spec = await dereferenceSpec(vendor);
  const driver = await loadDriver(vendor);
  const module = await import(pathToFileURL(join(vendor.packageDir, "src", "index.ts")).href);
  const mock = await startMock(vendor, 0);
  const schemas = new SchemaCheck();
  afterAll(() => mock.close());

  it.each(listScenarios(vendor.id, spec))("$name", async (scenario) => {
    expect(await perform({ spec, scenario, module, driver, schemas, mockUrl: mock.url })).toEqual([]);
  });
});
