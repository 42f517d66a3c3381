import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { guideFile, guideNames, presentedVendors } from "@setor-tooling/model/guides";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { listVendors } from "@setor-tooling/model/vendors";
import { evaluate } from "@setor-tooling/samples/evaluate";
import { describe, expect, it, vi } from "vitest";

const run = promisify(execFile);
const missing = ["bash", "curl", "openssl"].filter((program) => spawnSync(program, ["--help"]).error !== undefined);
const textOf = (name: string) => readFileSync(guideFile(name, "en"), "utf8");

const profiles = await Promise.all(listVendors().map((vendor) => loadProfile(vendor)));
/** Where what the commands send is. */
const sampleFolder = profiles.flatMap((profile) => profile.sampleFolder ?? [])[0];

/** Each command of the sandbox's guide with the part of its answer that is shown. */
const steps = [...textOf("sandbox").matchAll(/```sh\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g)].map(
  ([, command = "", answer = ""]): [string, unknown] => [command, JSON.parse(answer)],
);

it("the sandbox's guide shows an answer for each command", () => {
  expect(steps).toHaveLength(textOf("sandbox").match(/```sh\n/g)?.length ?? 0);
});

it.skipIf(missing.length > 0)("the commands of the sandbox's guide answer as it shows", async () => {
  const sandbox = createSandbox();
  const { url, close } = await serveSandbox(sandbox);
  const end = "<<end of an answer>>";
  const script = steps.map(([command]) => `${command}\necho '${end}'`).join("\n");
  const { stdout } = await run("bash", ["-c", script.replaceAll("http://127.0.0.1:4020", url)], {
    cwd: sampleFolder,
  });
  await close();
  const answers = stdout.split(end).slice(0, -1);
  expect(answers.map((answer) => JSON.parse(answer))).toMatchObject(steps.map(([, answer]) => answer));
});

/** Each program of the first guide with what it prints. */
const programs = [...textOf("start").matchAll(/```ts\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)].map(
  ([, program = "", printed = ""]): [string, string, string] => [
    /from "(@setor\/[\w-]+)"/.exec(program)?.[1] ?? "",
    program,
    printed,
  ],
);

it("the first guide leads to a first program of each vendor that the front page presents and the sandbox supports", async () => {
  const profiles = presentedVendors().map(async (vendor) => ({ vendor, ...(await loadProfile(vendor)) }));
  const supported = (await Promise.all(profiles)).filter(({ workflows }) => workflows !== undefined);
  expect(programs.map(([name]) => name).sort()).toEqual(supported.map(({ vendor }) => vendor.packageName).sort());
});

it.each(programs)("the first program of %s prints what the guide shows", async (_name, program, printed) => {
  const sandbox = createSandbox();
  const { url, close } = await serveSandbox(sandbox);
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  await evaluate(program.replaceAll("http://127.0.0.1:4020", url));
  const lines = said.mock.calls.map((words) => words.join(" "));
  said.mockRestore();
  await close();
  expect(`${lines.join("\n")}\n`).toBe(printed);
});

/** What both languages have to have alike: a section's address is its number. */
function skeleton(markdown: string) {
  const prose = markdown.replace(/```[\s\S]*?```/g, "");
  return {
    headings: [...prose.matchAll(/^#+ /gm)].map(([marks]) => marks),
    code: [...markdown.matchAll(/```\w*\n[\s\S]*?```/g)].map(([block]) => block),
    rows: [...prose.matchAll(/^\|.*$/gm)].map(([row]) => row.split("|").length),
  };
}

describe.each(guideNames)("the guide %s", (name) => {
  it("a guide is the same in both languages, but for its words", () => {
    const indonesian = readFileSync(guideFile(name, "id"), "utf8");
    expect(skeleton(indonesian)).toEqual(skeleton(textOf(name)));
  });
});
