import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runScenario } from "@setor-tooling/contract/run-scenario";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { subjectOf } from "@setor-tooling/model/probing/subject";
import { listScenarios } from "@setor-tooling/model/scenarios";
import { SchemaCheck } from "@setor-tooling/model/schema-check";
import type { Document } from "@setor-tooling/model/spec/document";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import type { Vendor } from "@setor-tooling/model/vendors";
import { afterAll, describe, expect, it } from "vitest";
import { commonProbes } from "./common-probes.js";
import { loadMutant } from "./load-mutant.js";
import { ruleMutations } from "./rule-mutations.js";
import { listSpecMutations } from "./spec-mutations.js";
import { misunderstoodBy } from "./variations.js";
import { wireMutations } from "./wire-mutations.js";

/**
 * What the suite, run as it is, finds wrong first: a scenario that does not run by the spec, an answer near one that is
 * not understood by it, or something that a client does whatever its spec says.
 */
async function findProblem(
  vendor: Vendor,
  spec: Document,
  module: object,
  schemas = new SchemaCheck(),
): Promise<unknown> {
  const profile = await loadProfile(vendor);
  for (const scenario of listScenarios(vendor.id, spec)) {
    const problems = await runScenario({ spec, scenario, module, profile, schemas }).catch((error: unknown) => [error]);
    if (problems.length > 0) return problems[0];
  }
  const subject = await subjectOf(vendor, spec, module);
  const fitting = commonProbes.filter(({ fits }) => fits(subject));
  for (const { run } of [...fitting, ...(profile.probes ?? [])]) {
    const problem = await run(subject).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (problem !== undefined) return problem;
  }
  return misunderstoodBy(vendor, spec, module, schemas).catch((error: unknown) => error);
}

/**
 * Declares the mutation suite of a vendor: each mutant of its spec, and of its client, must turn the contract suite red.
 * It prints the kill rate.
 */
export function describeMutations(vendor: Vendor): void {
  let created = 0;
  let killed = 0;
  const record = (problem: unknown) => {
    created += 1;
    if (problem !== undefined) killed += 1;
    expect(problem, "the mutant survives").toBeDefined();
  };
  afterAll(() => {
    console.log(`Kill rate: ${killed} of ${created} mutants.`);
  });

  describe(`a spec of ${vendor.id} that its client does not follow`, async () => {
    const spec = await dereferenceSpec(vendor);
    const module = await import(pathToFileURL(join(vendor.packageDir, "src", "index.ts")).href);

    it("the suite is green without a mutation", async () => {
      expect(await findProblem(vendor, structuredClone(spec), module)).toBeUndefined();
    });

    it.each(listSpecMutations(spec))("a mutant of the spec is killed: $name", async (mutation) => {
      const mutant = structuredClone(spec);
      mutation.apply(mutant);
      record(await findProblem(vendor, mutant, module));
    });
  });

  describe(`a client of ${vendor.id} with a defect`, async () => {
    const spec = await dereferenceSpec(vendor);
    // The spec is the same for all, and so are its validators.
    const schemas = new SchemaCheck();
    const ofCore = [...wireMutations, ...ruleMutations].filter(({ concerns }) => concerns(spec));
    const { mutations = [] } = await loadProfile(vendor);

    it.each([...ofCore, ...mutations])("a mutant of the client is killed: $name", async (mutation) => {
      record(await findProblem(vendor, spec, await loadMutant(vendor, mutation), schemas));
    });
  });
}
