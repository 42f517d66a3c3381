import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { checkAnswer } from "@setor-tooling/model/check-answer";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { firstScenarios, listScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import { SchemaCheck } from "@setor-tooling/model/schema-check";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import { listVendors, sandboxOrigin } from "@setor-tooling/model/vendors";
import { evaluate } from "@setor-tooling/samples/evaluate";
import { sampleServer, writeSamples, writeSampleVariants } from "@setor-tooling/samples/samples";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { hasPhp } from "../../../scripts/php.mjs";

const run = promisify(execFile);
const has = (program: string) => spawnSync(program, ["--version"]).status === 0;
const sandbox = createSandbox();
const { url: origin, close } = await serveSandbox(sandbox);
const profiles = new Map(
  await Promise.all(listVendors().map(async (vendor) => [vendor, await loadProfile(vendor)] as const)),
);

// A vendor whose workflows are not run has no server in the sandbox.
const runnable = [...profiles].flatMap(([vendor, profile]) =>
  profile.workflows === undefined ? [] : [{ vendor, profile }],
);

afterAll(() => close());

describe.each(runnable)("the samples of $vendor.id, run against the sandbox", async ({ vendor, profile }) => {
  const spec = await dereferenceSpec(vendor);
  const shown = firstScenarios(listScenarios(vendor.id, spec));
  const schemas = new SchemaCheck();
  beforeEach(() => sandbox.reset());

  function sampleIn(label: string, scenario: Scenario): string {
    const sample = writeSamples(vendor, spec, scenario, profile).find((candidate) => candidate.label === label);
    return (sample?.source ?? expect.unreachable()).replaceAll(sandboxOrigin, origin);
  }

  /** The sandbox took the call for what the sample calls it, once; the sample's bill need not be among the seeded. */
  function expectCalled({ operationId }: Scenario): void {
    expect(sandbox.journal.entries.at(-1)).toMatchObject({
      vendor: vendor.id,
      operation: operationId,
    });
    expect(sandbox.journal.entries.filter(({ operation }) => operation === operationId)).toHaveLength(1);
  }

  function expectDocumented({ operation }: Scenario, text: string): void {
    const { status = 0 } = sandbox.journal.entries.at(-1) ?? {};
    const headers = new Headers({ "Content-Type": "application/json", "X-Trx-No": "10877" });
    expect(checkAnswer(operation, { status, headers, text }, schemas)).toEqual([]);
  }

  it.each(shown)("a page can switch from the samples for the sandbox, which name no other host: $name", (scenario) => {
    const [first, second] = writeSampleVariants(vendor, spec, scenario, profile);
    expect(first).toMatchObject({
      target: "sandbox",
      label: { id: "Sandbox" },
      server: `${sandboxOrigin}/${vendor.id}`,
    });
    expect(second).toMatchObject({ target: "production", label: { id: "Produksi", en: "Production" } });
    expect(first?.samples).toEqual(writeSamples(vendor, spec, scenario, profile));
    const hosts = first?.samples.flatMap(({ source }) => source.match(/https?:\/\/[^/'"]+/g) ?? []);
    expect([...new Set(hosts)]).toEqual([sandboxOrigin]);
    const production = sampleServer(vendor, spec, profile, "production");
    for (const { label, source } of second?.samples ?? []) {
      expect(source).not.toContain(sandboxOrigin);
      // The client knows the vendor's own address.
      if (label !== "TypeScript") expect(source).toContain(production);
    }
  });

  it.each(shown)("the sample in TypeScript runs against the sandbox: $name", async (scenario) => {
    await evaluate(sampleIn("TypeScript", scenario).replace("console.log(result);", "export { result };"));
    expectCalled(scenario);
  });

  const programs: readonly [label: string, present: boolean, run: (source: string) => Promise<{ stdout: string }>][] = [
    [
      "curl",
      has("curl"),
      (source) => run("sh", ["-c", source.replace(/^curl /m, "curl --silent ")], { cwd: profile.sampleFolder }),
    ],
    ["Python", has("python3"), (source) => run("python3", ["-c", source], { cwd: profile.sampleFolder })],
    // Debian: apt-get install php-cli php-curl.
    ["PHP", hasPhp, (source) => run("php", ["-r", source.replace("<?php", "")], { cwd: profile.sampleFolder })],
  ];
  describe.each(programs)("%s", (label, present, runSample) => {
    it.skipIf(!present).each(shown)(`the sample in ${label} runs against the sandbox: $name`, async (scenario) => {
      const { stdout } = await runSample(sampleIn(label, scenario));
      expectCalled(scenario);
      expectDocumented(scenario, stdout.trim());
    });
  });
});
