import { execFile, spawnSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { loadDriver } from "../contract/load-driver.js";
import { defaultUrl } from "../contract/perform.js";
import { listScenarios, type Scenario } from "../contract/scenarios.js";
import { startMock } from "../mock/start-mock.js";
import { dereferenceSpec } from "../spec/load.js";
import { listVendors, root } from "../vendors.js";
import { writeCurlSample } from "./curl-sample.js";
import { writeSamples } from "./samples.js";

const run = promisify(execFile);
const hasCurl = spawnSync("curl", ["--version"]).status === 0;
const photo = join(root, "packages", "npwp-ocr", "test", "npwp.jpg");

/** The first scenario of each operation: the one that the page shows. */
function shownScenarios(scenarios: Scenario[]): Scenario[] {
  const idOf = ({ located }: Scenario) => located.operation.operationId;
  return scenarios.filter(
    (scenario, index) => index === scenarios.findIndex((other) => idOf(other) === idOf(scenario)),
  );
}

describe.each(listVendors())("the samples of $id, run as they are shown", async (vendor) => {
  const spec = await dereferenceSpec(vendor);
  const driver = await loadDriver(vendor);
  const mock = await startMock(vendor, 0);
  const vendorUrl = defaultUrl(spec).replace(/\/+$/, "");
  const mockUrl = mock.url.replace(/\/+$/, "");
  const shown = shownScenarios(listScenarios(vendor.id, spec));
  afterAll(() => mock.close());
  afterEach(() => vi.unstubAllGlobals());

  it.each(shown)("TypeScript: $name", async (scenario) => {
    const violations: (string | null)[] = [];
    const platformFetch = globalThis.fetch;
    vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
      const response = await platformFetch(url.replace(vendorUrl, mockUrl), init);
      violations.push(response.headers.get("sl-violations"));
      return response;
    });
    const [typescript] = writeSamples(vendor, spec, scenario, driver);
    const result = await evaluate(typescript?.source ?? "");
    expect(result).toMatchObject(scenario.outcome === "ok" ? { ok: true } : { state: scenario.outcome });
    expect(violations.filter((violation) => violation !== null)).toEqual([]);
  });

  it.skipIf(!hasCurl).each(shown)("curl: $name", async (scenario) => {
    const command = writeCurlSample(spec, scenario, driver.bearer?.(scenario))
      .replace("curl ", "curl --silent --show-error --include ")
      .replace(vendorUrl, mockUrl)
      .replace("@npwp.jpg", `@${photo}`);
    const { stdout } = await run("sh", ["-c", command]);
    const [headers = "", body = ""] = stdout.split("\r\n\r\n");
    expect(headers).not.toContain("sl-violations");
    expect(JSON.parse(body)).toEqual(scenario.answer);
  });
});

/** Runs a sample as the program that it is, and gives what it calls `result`. */
async function evaluate(source: string): Promise<unknown> {
  const { outputFiles } = await build({
    stdin: {
      contents: `${source.replace("console.log(result);", "export { result };")}`,
      loader: "ts",
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    alias: Object.fromEntries(
      ["core", ...listVendors().map(({ id }) => id)].map((id) => [
        `@setor/${id}`,
        join(root, "packages", id, "src", "index.ts"),
      ]),
    ),
  });
  const program = (outputFiles[0]?.text ?? "").replaceAll('"npwp.jpg"', JSON.stringify(photo));
  const { result } = await import(`data:text/javascript;base64,${Buffer.from(program).toString("base64")}`);
  return result;
}
