import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { perform } from "@setor-tooling/contract/perform";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { listScenarios } from "@setor-tooling/model/scenarios";
import { SchemaCheck } from "@setor-tooling/model/schema-check";
import type { Document } from "@setor-tooling/model/spec/document";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import { listVendors, type Vendor } from "@setor-tooling/model/vendors";
import { afterAll, describe, expect, it, vi } from "vitest";
import { clientFlips } from "./client-flips.js";
import { loadMutant } from "./load-mutant.js";
import { probes } from "./probes.js";
import { ruleFlips } from "./rule-flips.js";
import { listSpecFlips } from "./spec-flips.js";
import { subjectOf } from "./subject.js";
import { misunderstoodBy } from "./variations.js";

// What stays green runs the whole suite: seconds of work, more on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let planted = 0;
let noticed = 0;

/**
 * What the suite, run as it is, finds wrong first: a scenario that is not played by the spec, an answer near one that is
 * not understood by it, or something that a client does whatever its spec says.
 */
async function findRed(vendor: Vendor, spec: Document, module: object, schemas = new SchemaCheck()): Promise<unknown> {
  const profile = await loadProfile(vendor);
  for (const scenario of listScenarios(vendor.id, spec)) {
    const problems = await perform({ spec, scenario, module, profile, schemas }).catch((error: unknown) => [error]);
    if (problems.length > 0) return problems[0];
  }
  const subject = await subjectOf(vendor, spec, module);
  for (const { fits, run } of probes) {
    const problem = fits(subject)
      ? await run(subject).then(
          () => undefined,
          (error: unknown) => error,
        )
      : undefined;
    if (problem !== undefined) return problem;
  }
  return misunderstoodBy(vendor, spec, module, schemas).catch((error: unknown) => error);
}

function record(red: unknown): void {
  planted += 1;
  if (red !== undefined) noticed += 1;
  expect(red, "the suite stays green").toBeDefined();
}

describe.each(listVendors())("a spec of $id that its client does not follow", async (vendor) => {
  const spec = await dereferenceSpec(vendor);
  const module = await import(pathToFileURL(join(vendor.packageDir, "src", "index.ts")).href);

  it("is needed: without a flip the suite is green", async () => {
    expect(await findRed(vendor, structuredClone(spec), module)).toBeUndefined();
  });

  it.each(listSpecFlips(spec))("turns the suite red: $name", async (flip) => {
    const mutant = structuredClone(spec);
    flip.apply(mutant);
    record(await findRed(vendor, mutant, module));
  });
});

describe.each(listVendors())("a client of $id with a defect", async (vendor) => {
  const spec = await dereferenceSpec(vendor);
  // The spec is the same for all, and so are its validators.
  const schemas = new SchemaCheck();

  it.each([...clientFlips, ...ruleFlips].filter(({ vendors }) => vendors.includes(vendor.id)))(
    "turns the suite red: $name",
    async (flip) => {
      record(await findRed(vendor, spec, await loadMutant(vendor, flip), schemas));
    },
  );
});

afterAll(() => {
  console.log(`Kill rate: ${noticed} of ${planted} flips turned the suite red.`);
});
