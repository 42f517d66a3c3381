import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { startMock } from "../mock/start-mock.js";
import { dereferenceSpec } from "../spec/load.js";
import { listVendors } from "../vendors.js";
import { loadDriver } from "./load-driver.js";
import { perform } from "./perform.js";
import { listScenarios } from "./scenarios.js";
import { SchemaCheck } from "./schema-check.js";

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
