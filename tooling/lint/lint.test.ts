import { execFile } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "@setor-tooling/model/vendors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const folder = join(root, ".cache", "lint");
const spec = join(folder, "openapi.yaml");
const examples = join(folder, "examples");

interface Problem {
  readonly ruleId: string;
  readonly message: string;
  readonly location: readonly { source: { ref: string }; start?: { line: number } }[];
}

/** Something that the vendor sends. */
const webhook = `  told:
    post:
      operationId: told
      x-evidence: { level: observed, source: "A test" }
      responses: { "200": { description: Taken. } }
`;

/** What Redocly reports for the e-Samsat spec after one change. */
async function problemsAfter(file: string, find: string | RegExp, replace: string): Promise<Problem[]> {
  const original = await readFile(file, "utf8");
  const changed = original.replace(find, replace);
  expect(changed).not.toBe(original);
  await writeFile(file, changed);
  const { stdout } = await run(join(root, "node_modules", ".bin", "redocly"), ["lint", spec, "--format=json"], {
    cwd: root,
    maxBuffer: 1e8,
  }).catch((failure: { stdout: string }) => failure);
  await writeFile(file, original);
  return JSON.parse(stdout.slice(stdout.indexOf("{"))).problems;
}

describe("a broken spec", { timeout: 30_000 }, () => {
  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    await cp(join(root, "specs", "esamsat"), folder, { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each<[string, string, string | RegExp, string, string]>([
    [
      "a misspelt extension",
      "setor/extensions",
      "x-effect: money",
      "x-efect: money",
      "x-efect is not a known extension",
    ],
    [
      "a value outside the list",
      "setor/extensions",
      "x-effect: money",
      "x-effect: moneys",
      "x-effect must be equal to",
    ],
    [
      "a webhook that does not say how it is known",
      "setor/operation-facts",
      /\ncomponents:\n/,
      `\nwebhooks:\n${webhook.replace(/ *x-evidence.*\n/, "")}components:\n`,
      "A webhook must carry x-evidence",
    ],
    [
      "a webhook with a fact of a call",
      "setor/operation-facts",
      /\ncomponents:\n/,
      `\nwebhooks:\n${webhook.replace("post:\n", "post:\n      x-effect: money\n")}components:\n`,
      "x-effect belongs to operations that a client calls",
    ],
    ["a missing fact", "setor/operation-facts", /x-timeout-ms: 75000\n/, "\n", "must carry x-timeout-ms"],
    ["money that nothing settles", "setor/operation-facts", "x-settled-by: checkStatus", "", "must carry x-settled-by"],
    [
      "a pattern that takes more than linear time",
      "setor/linear-patterns",
      "Datamu\\\\s+Tidak",
      "Datamu\\\\s*\\\\s*Tidak",
      "not proved to take linear time",
    ],
    [
      "a limit on what moves no money",
      "setor/operation-facts",
      'x-effect: read\n      x-timeout-ms: 75000\n      x-evidence: { level: documented, source: "Daftar',
      'x-effect: read\n      x-final-after-ms: { value: 60000, x-evidence: { level: documented, source: here } }\n      x-timeout-ms: 75000\n      x-evidence: { level: documented, source: "Daftar',
      "x-final-after-ms belongs to operations that move money",
    ],
    [
      "a limit without evidence",
      "setor/extensions",
      /(x-final-after-ms:\n +value: 60000\n)(?: +.*\n){4}/,
      "$1",
      "x-final-after-ms must have required property",
    ],
    ["a settler that is not there", "setor/operation-facts", "by: checkStatus", "by: check", 'names "check"'],
    ["no 4xx and no reason why", "setor/operation-facts", /x-no-4xx: .*\n/, "\n", "x-no-4xx why there is none"],
    ["an answer without a meaning", "setor/answers", ", x-outcome: paid", "", "must carry x-outcome"],
    ["a meaning that does not fit", "setor/answers", "x-outcome: paid", "x-outcome: ok", "this one has ok"],
    ["a refusal without a reason", "setor/answers", ", x-reason: already-paid", "", "go together"],
    [
      "a scenario without a request",
      "setor/scenarios",
      /\n *pay\.confirm: .*request.*/,
      "",
      "no example for the request body",
    ],
    [
      "a scenario without an answer",
      "setor/scenarios",
      /\n *pay\.confirm: .*response.*/,
      "",
      '"pay.confirm" has no answer',
    ],
    [
      "a scenario of another operation",
      "setor/scenarios",
      /pay\.confirm: /g,
      "paid.confirm: ",
      'must begin with "pay."',
    ],
    [
      "a constant without a type",
      "setor/typed-constants",
      / +type: string\n( +const: CONFIRM\n)/,
      "$1",
      "A const needs its type",
    ],
    [
      "a password that is not marked",
      "setor/sensitive-fields",
      /( +type: string\n +minLength: 1\n) +x-sensitive: secret\n( +example: dummy123)/,
      "$1$2",
      "password must be marked",
    ],
  ])("with %s names the file, the line and the rule", async (_what, rule, find, replace, words) => {
    const problems = await problemsAfter(spec, find, replace);
    const problem = problems.find(({ ruleId, message }) => ruleId === rule && message.includes(words));
    expect(problem, JSON.stringify(problems)).toBeDefined();
    expect(problem?.location[0]?.source.ref).toContain("openapi.yaml");
    expect(problem?.location[0]?.start?.line).toBeGreaterThan(0);
  });

  it("with an example that its schema refuses names the example's file", async () => {
    const file = join(examples, "pay.confirm.response.yaml");
    const problems = await problemsAfter(file, "status: CONFIRM", "status: CONFIRMED");
    expect(problems[0]?.location[0]?.source.ref).toContain("pay.confirm.response.yaml");
  });

  it("does not ask a webhook for the facts of a call, nor what its answer means to a client", async () => {
    const problems = await problemsAfter(spec, /\ncomponents:\n/, `\nwebhooks:\n${webhook}components:\n`);
    expect(problems.filter(({ ruleId }) => ruleId.startsWith("setor/"))).toEqual([]);
  });

  it("with a file that nothing uses names the file", async () => {
    await writeFile(join(examples, "pay.forgotten.request.yaml"), "body: {}\n");
    const problems = await problemsAfter(spec, "version: 1.0.0", "version: 1.0.1");
    await rm(join(examples, "pay.forgotten.request.yaml"));
    expect(problems.map(({ message }) => message)).toEqual([
      "examples/pay.forgotten.request.yaml is not used by the spec.",
    ]);
  });
});
