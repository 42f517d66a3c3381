import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { startMock } from "@setor-tooling/mock/start-mock";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { firstScenarios, listScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import { listVendors, root, sandboxUrl } from "@setor-tooling/model/vendors";
import { evaluate } from "@setor-tooling/samples/evaluate";
import { redirectRequests } from "@setor-tooling/samples/redirect-requests";
import { sampleServer, writeSamples } from "@setor-tooling/samples/samples";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { hasPhp } from "../../../scripts/php.mjs";

const run = promisify(execFile);
const hasCurl = spawnSync("curl", ["--version"]).status === 0;
const hasPython = spawnSync("python3", ["--version"]).status === 0;

/** The TypeScript blocks of a README. */
function examplesOn(readme: string): string[] {
  return [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, example = ""]) => example);
}

/** The first TypeScript block of a README. */
function exampleOf(readme: string): string {
  const [example] = examplesOn(readme);
  if (example === undefined) throw new Error("There is no TypeScript example.");
  return example;
}

describe.each(listVendors())("the samples of $id for production, run on the mock", async (vendor) => {
  const spec = await dereferenceSpec(vendor);
  const profile = await loadProfile(vendor);
  const mock = await startMock(vendor, 0);
  const vendorUrl = sampleServer(vendor, spec, profile, "production");
  const mockUrl = mock.url.replace(/\/+$/, "");
  const shown = firstScenarios(listScenarios(vendor.id, spec));
  afterAll(() => mock.close());
  let endRedirection = () => {};
  afterEach(() => endRedirection());

  function sampleIn(label: string, scenario: Scenario): string {
    const samples = writeSamples(vendor, spec, scenario, profile, "production");
    const sample = samples.find((candidate) => candidate.label === label);
    return sample?.source ?? expect.unreachable();
  }

  const readme = readFileSync(join(vendor.packageDir, "README.md"), "utf8");

  /** Sends what goes to a server to the mock instead. Gives what the mock complains about. */
  function redirectToMock(server = vendorUrl): { sent: number; violations: string[] } {
    const seen = { sent: 0, violations: [] as string[] };
    endRedirection = redirectRequests(server, mockUrl, ({ headers }) => {
      seen.sent += 1;
      seen.violations.push(headers["sl-violations"]?.toString() ?? "");
    });
    return seen;
  }

  it.each(shown)("the sample in TypeScript runs: $name", async (scenario) => {
    const seen = redirectToMock();
    const program = sampleIn("TypeScript", scenario).replace("console.log(result);", "export { result };");
    const { result } = await evaluate(program);
    expect(result).toMatchObject(scenario.outcome === "ok" ? { ok: true } : { state: scenario.outcome });
    expect(seen.violations.join("")).toBe("");
  });

  it("the README's example runs, and calls the sandbox", async () => {
    const seen = redirectToMock(sandboxUrl(vendor));
    const said = vi.spyOn(console, "log").mockImplementation(() => {});
    await evaluate(exampleOf(readme));
    expect(said).toHaveBeenCalled();
    said.mockRestore();
    expect(seen.sent).toBeGreaterThan(0);
    expect(seen.violations.join("")).toBe("");
  });

  it.each(["README.md", "README.id.md"])("%s shows the package's example, and no other", (front) => {
    const shownThere = examplesOn(readFileSync(join(root, front), "utf8"));
    // A vendor that is not presented there yet has none.
    for (const example of shownThere.filter((text) => text.includes(`from "${vendor.packageName}"`))) {
      expect(example).toBe(exampleOf(readme));
    }
  });

  it.skipIf(!hasCurl).each(shown)("the sample in curl runs: $name", async (scenario) => {
    const command = sampleIn("curl", scenario)
      .replace(/^curl /m, "curl --silent --show-error --include ")
      .replaceAll(vendorUrl, mockUrl);
    const { stdout } = await run("sh", ["-c", command], { cwd: profile.sampleFolder });
    const [headers = "", body = ""] = stdout.split("\r\n\r\n");
    expect(headers).not.toContain("sl-violations");
    expect(JSON.parse(body)).toEqual(scenario.answer);
  });

  // The mock answers a request that is not the spec's with a problem instead.
  it.skipIf(!hasPython).each(shown)("the sample in Python runs: $name", async (scenario) => {
    const program = sampleIn("Python", scenario).replaceAll(vendorUrl, mockUrl);
    const { stdout } = await run("python3", ["-c", program], { cwd: profile.sampleFolder });
    expect(JSON.parse(stdout)).toEqual(scenario.answer);
  });

  // Debian: apt-get install php-cli php-curl.
  it.skipIf(!hasPhp).each(shown)("the sample in PHP runs: $name", async (scenario) => {
    const program = sampleIn("PHP", scenario).replaceAll(vendorUrl, mockUrl).replace("<?php", "");
    const { stdout } = await run("php", ["-r", program], { cwd: profile.sampleFolder });
    expect(JSON.parse(stdout)).toEqual(scenario.answer);
  });
});
