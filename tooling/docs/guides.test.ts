import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { createSandbox } from "@setor/sandbox";
import { expect, it } from "vitest";
import { root } from "../vendors.js";

const run = promisify(execFile);
const missing = ["bash", "curl", "openssl"].filter((program) => spawnSync(program, ["--help"]).error !== undefined);
const guide = readFileSync(join(root, "docs", "guides", "sandbox.md"), "utf8");

/** Each command of the guide with the part of its answer that is shown. */
const steps = [...guide.matchAll(/```sh\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g)].map(
  ([, command = "", answer = ""]): [string, unknown] => [command, JSON.parse(answer)],
);

it("shows an answer for each command", () => {
  expect(steps).toHaveLength(guide.match(/```sh\n/g)?.length ?? 0);
});

it.skipIf(missing.length > 0)("the commands of the sandbox's guide answer as it shows", async () => {
  const sandbox = createSandbox();
  const { url } = await sandbox.listen();
  const end = "<<end of an answer>>";
  const script = steps.map(([command]) => `${command}\necho '${end}'`).join("\n");
  const { stdout } = await run("bash", ["-c", script.replaceAll("http://127.0.0.1:4020", url)], {
    cwd: join(root, "packages", "npwp-ocr", "test"),
  });
  await sandbox.close();
  const answers = stdout.split(end).slice(0, -1);
  expect(answers.map((answer) => JSON.parse(answer))).toMatchObject(steps.map(([, answer]) => answer));
});
