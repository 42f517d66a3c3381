import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "@setor-tooling/model/vendors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lintFiles, type Problem } from "./redocly.js";

const folder = join(root, ".cache", "lint");

/** One change of the e-Samsat spec. */
interface Change {
  readonly find: string | RegExp;
  readonly replace: string;
  /** The file that is changed; the document itself by default. */
  readonly file?: string;
  /** A file that is added. */
  readonly added?: string;
}

/** Something that the vendor sends. */
const webhook = `  told:
    post:
      operationId: told
      x-evidence: { level: observed, source: "A test" }
      responses: { "200": { description: Taken. } }
`;

/** What is wrong, the rule that says so, the change, and the words of the complaint. */
const broken: readonly [string, string, string | RegExp, string, string][] = [
  ["a misspelt extension", "setor/extensions", "x-effect: money", "x-efect: money", "x-efect is not a known extension"],
  ["a value outside the list", "setor/extensions", "x-effect: money", "x-effect: moneys", "x-effect must be equal to"],
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
  [
    "a payment that nothing tells from others",
    "setor/operation-facts",
    /x-business-key: .*\n/,
    "\n",
    "must carry x-business-key",
  ],
  [
    "what a call settles, and nobody says how often it may be asked",
    "setor/operation-facts",
    / {6}x-ask:\n(?: {8}.*\n)+/,
    "",
    "must carry x-ask",
  ],
  [
    "a business key on what is only read",
    "setor/operation-facts",
    "x-effect: read\n",
    "x-effect: read\n      x-business-key: [product]\n",
    "x-business-key belongs to operations that move money",
  ],
  [
    "a reversal of what is no payment",
    "setor/operation-facts",
    "x-effect: money\n",
    "x-effect: money\n      x-undoes: checkStatus\n",
    'x-undoes says which other payment is taken back, and "checkStatus" is none',
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
  ["a scenario of another operation", "setor/scenarios", /pay\.confirm: /g, "paid.confirm: ", 'must begin with "pay."'],
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
    "password must say x-sensitive: secret or none",
  ],
  [
    "a password that is marked as a person's",
    "setor/sensitive-fields",
    /( +type: string\n +minLength: 1\n) +x-sensitive: secret(\n +example: dummy123)/,
    "$1      x-sensitive: personal$2",
    "password must say x-sensitive: secret or none",
  ],
  [
    "a person's field that no vendor of ours has",
    "setor/sensitive-fields",
    "            vehicle_brand:",
    '            phone_number: { type: string, description: A number., example: "0" }\n            vehicle_brand:',
    "phone_number must say x-sensitive: personal or none",
  ],
];

const others = {
  "an example that its schema refuses": {
    file: "examples/pay.confirm.response.yaml",
    find: "status: CONFIRM",
    replace: "status: CONFIRMED",
  },
  "a webhook": { find: /\ncomponents:\n/, replace: `\nwebhooks:\n${webhook}components:\n` },
  "a file that nothing uses": {
    find: "version: 1.0.0",
    replace: "version: 1.0.1",
    added: "examples/pay.forgotten.request.yaml",
  },
} satisfies Record<string, Change>;

/** Writes a copy of the spec with one change. Gives its document. */
async function writeChanged(name: string, { find, replace, file = "openapi.yaml", added }: Change): Promise<string> {
  const copy = join(folder, name.replaceAll(" ", "-"));
  await cp(join(root, "specs", "esamsat"), copy, { recursive: true });
  const original = await readFile(join(copy, file), "utf8");
  const changed = original.replace(find, replace);
  expect(changed).not.toBe(original);
  await writeFile(join(copy, file), changed);
  if (added !== undefined) await writeFile(join(copy, added), "body: {}\n");
  return join(copy, "openapi.yaml");
}

describe("a broken spec", () => {
  let all: readonly Problem[] = [];
  const problemsOf = (name: string) =>
    all.filter(({ location }) => location[0]?.source.ref.includes(`/lint/${name.replaceAll(" ", "-")}/`));

  beforeAll(async () => {
    await mkdir(folder, { recursive: true });
    const changes = broken.map(([name, , find, replace]): [string, Change] => [name, { find, replace }]);
    const written = [...changes, ...Object.entries(others)].map(([name, change]) => writeChanged(name, change));
    all = await lintFiles(await Promise.all(written));
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  it.each(broken)(
    "the lint of a spec with %s names the file, the line and the rule",
    (name, rule, _find, _replace, words) => {
      const problems = problemsOf(name);
      const problem = problems.find(({ ruleId, message }) => ruleId === rule && message.includes(words));
      expect(problem, JSON.stringify(problems)).toBeDefined();
      expect(problem?.location[0]?.source.ref).toContain("openapi.yaml");
      expect(problem?.location[0]?.start?.line).toBeGreaterThan(0);
    },
  );

  it("the lint of a spec with an example that its schema refuses names the example's file", () => {
    const [problem] = problemsOf("an example that its schema refuses");
    expect(problem?.location[0]?.source.ref).toContain("pay.confirm.response.yaml");
  });

  it("the lint does not ask a webhook for the facts of a call, nor what its answer means to a client", () => {
    expect(problemsOf("a webhook").filter(({ ruleId }) => ruleId.startsWith("setor/"))).toEqual([]);
  });

  it("the lint of a spec with a file that nothing uses names the file", () => {
    expect(problemsOf("a file that nothing uses").map(({ message }) => message)).toEqual([
      "examples/pay.forgotten.request.yaml is not used by the spec.",
    ]);
  });
});
