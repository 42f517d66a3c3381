import { branchOf } from "@setor-tooling/model/check-answer";
import type { SampleSigning } from "@setor-tooling/model/profile";
import { SchemaCheck } from "@setor-tooling/model/schema-check";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { criterionTest, says, schemaTest } from "./checks.js";
import { scriptOf } from "./expressions.js";
import { type Call, type Kept, keptOf } from "./steps.js";
import { postmanVariable } from "./variables.js";

export interface PostmanEvent {
  readonly listen: "prerequest" | "test";
  readonly script: { readonly type: "text/javascript"; readonly exec: readonly string[] };
}

/** Signs every request that has room for a signature, over the text that is about to be sent. */
export function signingEvent(vendor: string, { text, unsignedPrefix, headers, secret }: SampleSigning): PostmanEvent {
  const [header = ""] = Object.entries(headers).find(([, carries]) => carries === "signature") ?? [];
  const name = (field: string) => JSON.stringify(postmanVariable(vendor, field));
  const template = `\`${text.replace(/\{(?=\w+\})/g, "${")}\``;
  return event(
    "prerequest",
    `if (pm.request.headers.has(${JSON.stringify(header)})) {
  const [url] = pm.variables.replaceIn(pm.request.url.toString()).split(/[?#]/);
  // The path that is signed begins behind the prefix.
  const prefix = ${JSON.stringify(unsignedPrefix)};
  const path = url.slice(url.indexOf(prefix + "/") + prefix.length);
  const verb = pm.request.method;
  const body = pm.variables.replaceIn(pm.request.body?.raw ?? "");
  const token = pm.variables.get(${name("token")});
  const timestamp = new Date().toISOString();
  const text = ${template};
  const mac = CryptoJS.HmacSHA256(text, pm.variables.get(${name(secret.field)}));
  pm.variables.set(${name("timestamp")}, timestamp);
  pm.variables.set(${name("signature")}, CryptoJS.enc.Base64.stringify(mac));
}`,
  );
}

/** What a request forgets before it is sent, and what is asked of its answer. */
export function eventsOf(docs: VendorDocs, call: Call): PostmanEvent[] {
  const kept = call.step === undefined ? [] : keptOf(docs, call.step);
  const forgotten = kept.map(({ field }) => keep(docs.vendor.id, field, '""'));
  return [
    // A request that follows must not send what an earlier run kept.
    ...(forgotten.length > 0 ? [event("prerequest", forgotten.join("\n"))] : []),
    event("test", [testsBegin, ...testsOf(docs, call, kept), testsEnd].join("\n")),
  ];
}

const testsBegin = `let body;
let good = true;
const check = (name, assert) => pm.test(name, () => {
  try { assert(); } catch (error) { good = false; throw error; }
});
const says = (name, said, holds) => check(name, () => {
  if (!holds(said)) pm.expect.fail(\`the answer says \${JSON.stringify(said)}\`);
});
check("the answer is JSON", () => { body = pm.response.json(); });`;

const objectsIn = `const objectsIn = (value) =>
  typeof value !== "object" || value === null ? [] : [value, ...Object.values(value).flatMap(objectsIn)];`;

const testsEnd = `// What follows builds on this answer, and may move money.
if (!good) pm.execution.setNextRequest(null);`;

function testsOf({ vendor: { id }, profile }: VendorDocs, { step, scenario }: Call, kept: readonly Kept[]): string[] {
  const branch = scenario && branchOf(scenario, new SchemaCheck());
  const { signing } = profile;
  const issuesToken = signing !== undefined && scenario?.operation["x-effect"] === "auth";
  const criteria = step?.successCriteria ?? [];
  return [
    ...(criteria.some(({ type }) => type === "jsonpath") ? [objectsIn] : []),
    ...(issuesToken ? [keep(id, "token", scriptOf(id, `$response.body#/${signing.tokenField}`))] : []),
    ...kept.flatMap((each) => keepTests(id, each)),
    ...(branch === undefined || scenario === undefined
      ? []
      : [schemaTest(`means "${scenario.outcome}", as the example ${scenario.name}`, branch)]),
    ...criteria.map((criterion) => criterionTest(id, criterion)),
  ];
}

/** Keeps a part of an answer, and asks for it to be there. */
function keepTests(vendor: string, { field, from, pattern }: Kept): string[] {
  const whole = scriptOf(vendor, from);
  const part = pattern === undefined ? whole : `new RegExp(${JSON.stringify(pattern)}).exec(${whole})?.[0]`;
  return [keep(vendor, field, part), says(`gives ${field}`, part, '(said) => said != null && said !== ""')];
}

function keep(vendor: string, field: string, value: string): string {
  return `pm.collectionVariables.set(${JSON.stringify(postmanVariable(vendor, field))}, ${value});`;
}

function event(listen: PostmanEvent["listen"], program: string): PostmanEvent {
  return { listen, script: { type: "text/javascript", exec: program.split("\n") } };
}
