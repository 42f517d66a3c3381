import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { listPackages } from "@setor-tooling/publishing/list-packages";
import { describe, expect, it } from "vitest";
import { endServers, serveRaw } from "../../../packages/core/test/raw-server.js";
import { writePrograms } from "./programs.js";
import { commandOf, installProject, nodeBinary, nodeVersions, otherVersions, typescriptVersions } from "./project.js";
import { faults, program, react } from "./sent-once.js";

const run = promisify(execFile);

/** Compares the functions and classes that a package gives to `import` and to `require`. */
const oneCopy = `
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const names = ${JSON.stringify(listPackages().map(({ name }) => name))};
const compared = names.map(async (name) => {
  const [imported, required] = [await import(name), require(name)];
  return [name, Object.keys(imported).every((key) => imported[key] === required[key])];
});
console.log(JSON.stringify(await Promise.all(compared)));
`;

describe("the packed packages, installed into an empty project", { timeout: 120_000 }, async () => {
  const project = await installProject();
  const programs = await writePrograms(project);
  await writeFile(join(project, "sent-once.mjs"), program);

  it.each(Object.entries(typescriptVersions))("type-check with %s (%s)", async (alias) => {
    const compiler = join(project, "node_modules", alias, "bin", "tsc");
    const check = run(process.execPath, [compiler, "-p", "tsconfig.json", "--pretty", "false"], { cwd: project });
    expect(
      await check.then(
        () => "",
        ({ stdout }: { stdout: string }) => stdout,
      ),
    ).toBe("");
  });

  it.each(Object.entries(nodeVersions))("run on %s (%s)", async (alias, version) => {
    const node = nodeBinary(project, alias);
    expect((await run(node, ["--version"])).stdout.trim()).toBe(`v${version}`);
    for (const program of programs) await run(node, [program.replace(".ts", ".mjs")], { cwd: project });
  });

  it.each(Object.entries(nodeVersions))("are one copy for import and for require on %s (%s)", async (alias) => {
    const { stdout } = await run(nodeBinary(project, alias), ["--input-type=module", "--eval", oneCopy], {
      cwd: project,
    });
    expect(JSON.parse(stdout)).toEqual(listPackages().map(({ name }) => [name, true]));
  });

  it.each(Object.entries({ ...nodeVersions, ...otherVersions }))("send a payment once on %s (%s)", async (runtime) => {
    const server = await serveRaw((socket, index) => react(socket, server.requests[index]?.text ?? ""));
    const [file, ...args] = commandOf(project, runtime);
    const env = { ...process.env, DENO_DIR: join(project, ".deno"), DENO_NO_UPDATE_CHECK: "1", DO_NOT_TRACK: "1" };
    const origin = `http://127.0.0.1:${server.port}`;
    const { stdout } = await run(file, [...args, "sent-once.mjs", origin], { cwd: project, env });
    await endServers([server]);
    expect(JSON.parse(stdout)).toEqual({
      ...Object.fromEntries(faults.map((fault) => [fault, ["unknown", "unknown"]])),
      nobody: ["not-sent"],
      signed: [true],
      form: [true],
    });
    const payments = server.requests.filter(({ text }) => /^\S+ \S*\/(pay_esamsat|bayar\/)/.test(text));
    expect(payments.map(({ text }) => text.split("/")[1]).sort()).toEqual([...faults, ...faults].sort());
  });
});
