import { execFile } from "node:child_process";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "@setor-tooling/model/vendors";
import { installPacked, type Wanted } from "@setor-tooling/publishing/install-packed";
import { listPackages } from "@setor-tooling/publishing/list-packages";
import { endServers, serveRaw } from "../../../packages/core/test/raw-server.js";
import { writePrograms } from "./programs.js";
import { program, react } from "./sent-once.js";

const run = promisify(execFile);

/** A runtime and the arguments before a program. */
export type Runtime = readonly [file: string, ...args: string[]];

/** Compares the functions and classes that a package gives to `import` and to `require`. */
const oneCopy = `
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const names = ${JSON.stringify(listPackages().map(({ name }) => name))};
const compared = names.map(async (name) => {
  const imported = await import(name);
  const required = require(name);
  return [name, Object.keys(imported).every((key) => imported[key] === required[key])];
});
console.log(JSON.stringify(Object.fromEntries(await Promise.all(compared))));
`;

/** A project that has installed the packed packages, with the sample of every operation. */
export interface Project {
  readonly folder: string;
  /** Type-checks the samples. Gives what the compiler complains of. */
  typeCheck(alias: string): Promise<string>;
  /** Runs every sample, on a Node: only there the vendors are replaced. Rejects with what one that fails says. */
  runSamples(runtime: Runtime): Promise<void>;
  /** Whether `import` and `require` give the same things, by package. */
  compareCopies(runtime: Runtime): Promise<Record<string, boolean>>;
  /** Reads and pays under every fault. Gives what the clients say, and the payments that arrived, by fault. */
  sendOnce(runtime: Runtime): Promise<{ said: Record<string, unknown>; arrived: readonly string[] }>;
}

export async function installProject(name: string, wanted: Wanted): Promise<Project> {
  const folder = await installPacked(name, "module", wanted);
  await copyFile(join(root, "packages", "npwp-ocr", "test", "npwp.jpg"), join(folder, "npwp.jpg"));
  const programs = await writePrograms(folder);
  await writeFile(join(folder, "sent-once.mjs"), program);
  await writeFile(join(folder, "one-copy.mjs"), oneCopy);
  const env = { ...process.env, DENO_DIR: join(folder, ".deno"), DENO_NO_UPDATE_CHECK: "1", DO_NOT_TRACK: "1" };
  const runIn = ([file, ...args]: Runtime, ...more: string[]) => run(file, [...args, ...more], { cwd: folder, env });

  return {
    folder,
    async typeCheck(alias) {
      const compiler: Runtime = [process.execPath, join(folder, "node_modules", alias, "bin", "tsc")];
      const said = await runIn(compiler, "-p", "tsconfig.json", "--pretty", "false").catch(
        (failure: { stdout: string }) => failure,
      );
      return said.stdout;
    },
    async runSamples(runtime) {
      for (const each of programs) await runIn(runtime, each.replace(".ts", ".mjs"));
    },
    compareCopies: async (runtime) => JSON.parse((await runIn(runtime, "one-copy.mjs")).stdout),
    async sendOnce(runtime) {
      const server = await serveRaw((socket, index) => react(socket, server.requests[index]?.text ?? ""));
      try {
        const { stdout } = await runIn(runtime, "sent-once.mjs", `http://127.0.0.1:${server.port}`);
        const payments = server.requests.filter(({ text }) => /^\S+ \S*\/(pay_esamsat|bayar\/)/.test(text));
        const arrived = payments.map(({ text }) => text.split("/")[1] ?? "");
        return { said: JSON.parse(stdout), arrived: arrived.sort() };
      } finally {
        await endServers([server]);
      }
    },
  };
}
