import { readFileSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { branchOf } from "@setor-tooling/model/check-answer";
import { property } from "@setor-tooling/model/property";
import { SchemaCheck } from "@setor-tooling/model/schema-check";
import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { afterEach, describe, expect, it, vi } from "vitest";
import { postmanCollection } from "./collection.js";
import { answerWith, environmentWith, runInSandbox, runNewman, withoutStop } from "./run-newman.js";
import { listCalls } from "./steps.js";
import { postmanVariable, sandboxVariable } from "./variables.js";

// Newman would take the proxy of whoever runs the tests for this machine as well.
vi.stubEnv("NO_PROXY", "127.0.0.1");
afterEach(() => vi.restoreAllMocks());

// A vendor whose workflows are not run has no server in the sandbox.
const all = await Promise.all(listVendors().map((vendor) => readVendorDocs(vendor, "en")));
const runnable = all.filter(({ profile }) => profile.workflows !== undefined);

const schemas = new SchemaCheck();

describe.each(runnable)("the Postman collection of $vendor.id, under newman", { timeout: 30_000 }, (docs) => {
  const calls = listCalls(docs);
  const baseUrl = postmanVariable(docs.vendor.id, "baseUrl");

  it("the Postman collection sends every request to the sandbox and nothing elsewhere, and every answer is a good one", async () => {
    const connected = vi.spyOn(Socket.prototype, "connect");
    const sandbox = createSandbox();
    const { sent, failed, errors } = await runInSandbox(sandbox, docs);
    expect({ failed, errors }).toEqual({ failed: [], errors: [] });
    expect(sent.map(({ name, status }) => [name, status])).toEqual(calls.map(({ name }) => [name, 200]));
    for (const { name, tests } of sent) expect(tests.length, name).toBeGreaterThan(1);
    expect(sandbox.journal.debits().map(({ amount }) => amount)).toEqual(docs.profile.workflows?.debits);
    expect(connected).toHaveBeenCalled();
    const hosts = connected.mock.calls.map((call) => property(call.flat()[0], "host"));
    expect([...new Set(hosts)]).toEqual(["127.0.0.1"]);
  });

  it("the Postman collection goes to the vendor's own base URL where the environment has one", async () => {
    const sandbox = createSandbox();
    const collection = await postmanCollection(docs);
    const { url, close } = await serveSandbox(sandbox);
    const own = environmentWith([docs], { [sandboxVariable]: "", [baseUrl]: `${url}/${docs.vendor.id}` });
    const { sent, failed, errors } = await runNewman(
      { ...collection, item: collection.item.slice(0, 1) },
      own,
      docs.profile.sampleFolder,
    );
    await close();
    expect({ failed, errors }).toEqual({ failed: [], errors: [] });
    expect(sent.map(({ status }) => status)).toEqual([200]);
  });

  it("the Postman collection takes no known answer of another meaning for a good one", async () => {
    const cases = calls.flatMap((call, index) =>
      docs.scenarios
        .filter(({ operation }) => operation === call.scenario?.operation)
        .map((answer) => ({ index, call, answer })),
    );
    const { item, ...collection } = await postmanCollection(docs);
    const items = cases
      .flatMap(({ index }) => item[index] ?? [])
      .map((each, index) => ({ ...withoutStop(each), name: `${index}` }));
    const server = await answerWith(cases.map(({ answer }) => answer));
    const { sent, failed } = await runNewman(
      { ...collection, item: items },
      environmentWith([docs], { [baseUrl]: server.url }),
      docs.profile.sampleFolder,
    );
    await server.close();
    expect(sent).toHaveLength(cases.length);
    for (const [index, { call, answer }] of cases.entries()) {
      // Whether it is about the same bill is another question: the bills of the examples are their own.
      const broken = failed.filter((test) => test.startsWith(`${index}: `) && !/\$(steps|inputs)|\bgives\b/.test(test));
      const isOther = call.scenario && branchOf(call.scenario, schemas) !== branchOf(answer, schemas);
      if (call.scenario === answer) expect(broken, answer.name).toEqual([]);
      else if (isOther) expect(broken, `${call.name} answered by ${answer.name}`).not.toEqual([]);
    }
  });
});

it("a number that an answer gave is found again where it holds a space", async () => {
  const docs = all.find(({ vendor }) => vendor.id === "pbb") ?? expect.unreachable();
  const { url, close } = await serveSandbox(createSandbox());
  // Its owner's name ends in a space, and so does the number of the payment.
  const environment = environmentWith([docs], { [sandboxVariable]: url, pbb_nop: "992901000100100050" });
  const { failed, errors } = await runNewman(await postmanCollection(docs), environment);
  await close();
  expect({ failed, errors }).toEqual({ failed: [], errors: [] });
});

it("the Postman collection of bphtb signs as the vectors say", async () => {
  const docs = all.find(({ vendor }) => vendor.id === "bphtb") ?? expect.unreachable();
  const file = join(root, "specs", "bphtb", "signing-vectors.json");
  const { vectors }: { vectors: { name: string; timestamp: string; body: string; signature: string }[] } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  const vector = vectors.find(({ name }) => name === "payment") ?? expect.unreachable();
  const { item, event = [], ...collection } = await postmanCollection(docs);
  const fixed = `Date = class extends Date { constructor() { super("${vector.timestamp}"); } };`;
  const atThatTime = event.map((each) => ({ ...each, script: { ...each.script, exec: [fixed, ...each.script.exec] } }));
  const server = await answerWith([]);
  const { sent } = await runNewman(
    { ...collection, event: atThatTime, item: item.filter(({ name }) => name === "paySspd") },
    environmentWith([docs], { bphtb_baseUrl: server.url, bphtb_token: "T0k3n" }),
  );
  await server.close();
  expect(sent).toMatchObject([
    {
      body: vector.body,
      headers: {
        Authorization: "Bearer T0k3n",
        "Content-Type": "application/json",
        "X-Timestamp": vector.timestamp,
        "X-Signature": vector.signature,
      },
    },
  ]);
});
