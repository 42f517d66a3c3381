import { createSandbox, type Sandbox, seeds } from "@setor/sandbox";
import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { findVendor, listVendors } from "@setor-tooling/model/vendors";
import { describe, expect, it, vi } from "vitest";
import { postmanCollection } from "./collection.js";
import { answerWith, environmentWith, runInSandbox, runNewman, withoutStop } from "./run-newman.js";
import { listCalls } from "./steps.js";
import { postmanVariable } from "./variables.js";

vi.stubEnv("NO_PROXY", "127.0.0.1");

const docsOf = (id: string) => readVendorDocs(findVendor(id), "en");
const all = await Promise.all(listVendors().map((vendor) => readVendorDocs(vendor, "en")));
const described = all
  .filter(({ profile }) => profile.workflows !== undefined)
  .flatMap((docs) =>
    listCalls(docs).flatMap(({ name, scenario }, index) =>
      scenario === undefined ? [] : [{ docs, name, index, operation: scenario.operationId }],
    ),
  );

/** The requests that were sent, and the tests that do not hold. */
async function runOf(sandbox: Sandbox, id: string) {
  const { sent, failed, errors } = await runInSandbox(sandbox, await docsOf(id));
  expect(errors).toEqual([]);
  return { sent: sent.map(({ name }) => name), failed, debits: sandbox.journal.debits().length };
}

describe("a run of a Postman collection fails, and stops", { timeout: 30_000 }, () => {
  it.each(described)(
    "a Postman run fails, and stops, at a page instead of an answer: $docs.vendor.id $name",
    async ({ docs, name, index, operation }) => {
      const sandbox = createSandbox();
      const calls = listCalls(docs);
      const skip = calls.slice(0, index).filter(({ scenario }) => scenario?.operationId === operation);
      sandbox.faults.add({ vendor: docs.vendor.id, operation, fault: "html-200", skip: skip.length });
      const { sent, failed } = await runOf(sandbox, docs.vendor.id);
      expect(sent).toEqual(calls.slice(0, index + 1).map((call) => call.name));
      expect(failed).toContain(`${name}: the answer is JSON`);
      expect(failed.filter((test) => !test.startsWith(`${name}: `))).toEqual([]);
    },
  );

  it("a Postman run fails, and stops, when the bill is not there, before anything is paid", async () => {
    const sandbox = createSandbox({ seed: { esamsat: { ...seeds.esamsat, bills: [] } } });
    expect(await runOf(sandbox, "esamsat")).toEqual({
      sent: ["listProducts", "inquire"],
      failed: expect.arrayContaining(["inquire: $response.body#/result == 'ok'"]),
      debits: 0,
    });
  });

  it("a Postman run fails, and stops, when the bill is for another amount, before anything is paid", async () => {
    const bills = seeds.bphtb.bills.map((bill) => ({ ...bill, amount: bill.amount + 1 }));
    const sandbox = createSandbox({ seed: { bphtb: { ...seeds.bphtb, bills } } });
    expect(await runOf(sandbox, "bphtb")).toEqual({
      sent: ["issueToken", "findUnpaid"],
      failed: ["findUnpaid: $response.body#/data/amount == $inputs.amount"],
      debits: 0,
    });
  });

  it("a Postman run fails, and stops, when the receipt is that of the payer before", async () => {
    const sandbox = createSandbox();
    await sandbox.fetch(`${sandbox.baseUrl("pbb")}/bayar/992901000100100050/2013/20012017/1015`);
    sandbox.faults.add({ vendor: "pbb", operation: "pay", fault: "duplicate-answer" });
    expect(await runOf(sandbox, "pbb")).toEqual({
      sent: ["inquire", "pay"],
      failed: ["pay: $response.body#/byrSppt/nop == $inputs.nop"],
      debits: 2,
    });
  });

  it("a Postman run fails, and stops, when everything is paid already, until the sandbox is reset", async () => {
    const sandbox = createSandbox();
    expect(await runOf(sandbox, "esamsat")).toMatchObject({ failed: [], debits: 1 });
    const { failed, debits } = await runOf(sandbox, "esamsat");
    expect({ failed: failed.length > 0, debits }).toEqual({ failed: true, debits: 1 });
    sandbox.reset();
    expect(await runOf(sandbox, "esamsat")).toMatchObject({ failed: [], debits: 1 });
  });

  it.each([
    ["esamsat", { total: "1" }, "$response.body#/total == $steps.inquire.outputs.total"],
    ["pbb", { byrSppt: { pokok: 1 } }, "$response.body#/byrSppt/pokok == $steps.inquire.outputs.pokok"],
  ])(
    "a Postman run fails, and stops, when a receipt of %s says %o, and the inquiry said otherwise",
    async (id, other, test) => {
      const docs = await docsOf(id);
      const isAsked = ({ name }: { readonly name: string }) => ["inquire", "pay"].includes(name);
      const [bill, receipt] = listCalls(docs)
        .filter(isAsked)
        .map(({ scenario }) => scenario ?? expect.unreachable());
      const { item, ...collection } = await postmanCollection(docs);
      // The bills of the examples are not those that are asked for.
      const items = item.filter(isAsked).map(withoutStop);
      const failedWith = async (answer: unknown) => {
        const server = await answerWith([
          bill ?? expect.unreachable(),
          { ...(receipt ?? expect.unreachable()), answer },
        ]);
        const environment = environmentWith([docs], { [postmanVariable(id, "baseUrl")]: server.url });
        const { failed } = await runNewman({ ...collection, item: items }, environment);
        await server.close();
        return failed;
      };
      expect(await failedWith(receipt?.answer)).not.toContain(`pay: ${test}`);
      const answer = receipt?.answer;
      if (typeof answer !== "object") return expect.unreachable();
      expect(await failedWith({ ...answer, ...other })).toContain(`pay: ${test}`);
    },
  );
});
