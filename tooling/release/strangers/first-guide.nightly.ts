import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { guideFile } from "@setor-tooling/model/guides";
import { root } from "@setor-tooling/model/vendors";
import { afterAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const guide = readFileSync(guideFile("start", "en"), "utf8");
const install = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)]
  .map(([, block = ""]) => block)
  .find((block) => block.includes("npm install"));
const programs = [...guide.matchAll(/```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(
  ([, program = "", printed = ""]) => [/from "(@setor\/[\w-]+)"/.exec(program)?.[1] ?? "", program, printed] as const,
);

describe("the first guide, followed by a stranger", { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "setor-first-"));
  const project = join(folder, "first");
  const sandbox = createSandbox();
  const { url, close } = await serveSandbox(sandbox);
  const commands = (install ?? "").replaceAll("../first", project).replaceAll("$HOME", folder);
  await run("bash", ["-e", "-c", commands], { cwd: root, maxBuffer: 1e8 });
  writeFileSync(join(project, "npwp.jpg"), new Uint8Array([0xff, 0xd8, 0xff, 0xe0]));

  afterAll(async () => {
    await close();
    rmSync(folder, { recursive: true });
  });

  it.each(programs)(
    "the first program of %s runs in a project that the guide's commands made",
    async (_, text, printed) => {
      sandbox.reset();
      writeFileSync(join(project, "start.ts"), text.replaceAll("http://127.0.0.1:4020", url));
      const { stdout } = await run("npx", ["tsx", "start.ts"], { cwd: project });
      expect(stdout).toBe(printed);
    },
  );
});
