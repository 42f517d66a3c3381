import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { loadDriver } from "../contract/load-driver.js";
import { perform } from "../contract/perform.js";
import { listScenarios } from "../contract/scenarios.js";
import { SchemaCheck } from "../contract/schema-check.js";
import type { Document } from "../spec/document.js";
import { dereferenceSpec } from "../spec/load.js";
import { listVendors, type Vendor } from "../vendors.js";
import { clientFlips } from "./client-flips.js";
import { loadMutant } from "./load-mutant.js";
import { listSpecFlips } from "./spec-flips.js";

let planted = 0;
let noticed = 0;

/** Whether the suite, run as it is, finds anything wrong. */
async function turnsRed(vendor: Vendor, spec: Document, module: object): Promise<boolean> {
  const driver = await loadDriver(vendor);
  const schemas = new SchemaCheck();
  for (const scenario of listScenarios(vendor.id, spec)) {
    const problems = await perform({ spec, scenario, module, driver, schemas }).catch((error: unknown) => [error]);
    if (problems.length > 0) return true;
  }
  return false;
}

function record(red: boolean): void {
  planted += 1;
  if (red) noticed += 1;
  expect(red, "the suite stays green").toBe(true);
}

describe.each(listVendors())("a spec of $id that its client does not follow", async (vendor) => {
  const spec = await dereferenceSpec(vendor);
  const module = await import(pathToFileURL(join(vendor.packageDir, "src", "index.ts")).href);

  it("is needed: without a flip the suite is green", async () => {
    expect(await turnsRed(vendor, structuredClone(spec), module)).toBe(false);
  });

  it.each(listSpecFlips(spec))("turns the suite red: $name", async (flip) => {
    const mutant = structuredClone(spec);
    flip.apply(mutant);
    record(await turnsRed(vendor, mutant, module));
  });
});

describe.each(listVendors())("a client of $id with a defect", async (vendor) => {
  const spec = await dereferenceSpec(vendor);

  it.each(clientFlips.filter(({ vendors }) => vendors.includes(vendor.id)))(
    "turns the suite red: $name",
    async (flip) => {
      record(await turnsRed(vendor, structuredClone(spec), await loadMutant(vendor, flip)));
    },
  );
});

afterAll(() => {
  console.log(`Kill rate: ${noticed} of ${planted} flips turned the suite red.`);
});
