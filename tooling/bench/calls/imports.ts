import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { listVendors } from "@setor-tooling/model/vendors";
import { median } from "./measure.js";

const run = promisify(execFile);
const rounds = 15;

/** How long an import takes in a process that begins with it, in milliseconds; the start of Node itself is not counted. */
export async function measureImports(): Promise<Map<string, number>> {
  const built = listVendors().map(({ packageName, packageDir }) => ({
    name: packageName,
    file: join(packageDir, "dist", "index.js"),
  }));
  const missing = built.find(({ file }) => !existsSync(file));
  if (missing !== undefined) throw new Error(`${missing.name} is not built; run \`npx pnpm build\` first.`);
  const programs = new Map([
    ["", ""],
    ["an empty module", 'await import("data:text/javascript,")'],
    ...built.map(({ name, file }): [string, string] => [name, `await import(${JSON.stringify(pathToFileURL(file))})`]),
    ...["openapi-fetch", "ky", "axios"].map((name): [string, string] => [name, `await import("${name}")`]),
  ]);
  const times = new Map<string, number[]>([...programs.keys()].map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, program] of programs) {
      const startedAt = performance.now();
      await run(process.execPath, ["--input-type=module", "--eval", program], { cwd: import.meta.dirname });
      // The first round fills the caches of the disk.
      if (round > 0) times.get(name)?.push(performance.now() - startedAt);
    }
  }
  const bare = times.get("") ?? [];
  times.delete("");
  return new Map(
    [...times].map(([name, own]) => [name, median(own.map((time, round) => time - (bare[round] ?? Number.NaN)))]),
  );
}
