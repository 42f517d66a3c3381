import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { firstScenarios, listScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import { listVendors, type Vendor } from "@setor-tooling/model/vendors";
import { writeSamples } from "@setor-tooling/samples/samples";

/** Writes the sample of every operation into a project, to be type-checked and run. Gives the names of the files. */
export async function writePrograms(project: string): Promise<string[]> {
  const programs = (await Promise.all(listVendors().map((vendor) => writeVendor(project, vendor)))).flat();
  const compilerOptions = {
    noEmit: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    module: "nodenext",
    types: [],
  };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: programs }));
  return programs;
}

async function writeVendor(project: string, vendor: Vendor): Promise<string[]> {
  const spec = await dereferenceSpec(vendor);
  const profile = await loadProfile(vendor);
  const firsts = firstScenarios(listScenarios(vendor.id, spec));
  await writeFile(join(project, `${vendor.id}.stub.js`), stub(firsts));
  return Promise.all(
    firsts.map(async (scenario) => {
      const [typescript] = writeSamples(vendor, spec, scenario, profile, "production");
      const name = `${vendor.id}.${scenario.operationId}.ts`;
      await writeFile(join(project, name), typescript?.source ?? "");
      const assertion = `if (${scenario.outcome === "ok" ? "!result.ok" : `result.state !== "${scenario.outcome}"`}) process.exit(1);`;
      const program = `import "./${vendor.id}.stub.js";\n${typescript?.source ?? ""}${assertion}\n`;
      await writeFile(join(project, name.replace(".ts", ".mjs")), program);
      return name;
    }),
  );
}

/** A server that answers each operation of a vendor with the example of its first scenario, and is asked instead. */
function stub(scenarios: readonly Scenario[]): string {
  const answers = scenarios.map(({ path, answer, status }) => ({
    path: `${path.replace(/\{\w+\}/g, "[^/]+").replaceAll(".", "\\.")}$`,
    body: JSON.stringify(answer),
    status,
  }));
  return [
    'import http from "node:http";',
    'import https from "node:https";',
    'import { syncBuiltinESMExports } from "node:module";',
    `const answers = ${JSON.stringify(answers, null, 2)};`,
    "const server = http.createServer((request, response) => {",
    '  const { pathname } = new URL(request.url, "http://127.0.0.1");',
    "  const { body, status } = answers.find(({ path }) => new RegExp(path).test(pathname));",
    '  response.writeHead(status, { "Content-Type": "application/json" }).end(body);',
    "  request.resume();",
    "});",
    'await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));',
    "server.unref();",
    "const { request } = http;",
    "const { port } = server.address();",
    "const redirected = (options) =>",
    '  request({ ...options, protocol: "http:", hostname: "127.0.0.1", port, agent: new http.Agent() });',
    "http.request = redirected;",
    "https.request = redirected;",
    "syncBuiltinESMExports();",
    "",
  ].join("\n");
}
