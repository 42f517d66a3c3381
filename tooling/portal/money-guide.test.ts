import { readFileSync } from "node:fs";
import { createEsamsat } from "@setor/esamsat";
import { createSandbox, type FaultName } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { guideFile } from "@setor-tooling/model/guides";
import { evaluate } from "@setor-tooling/samples/evaluate";
import { redirectRequests } from "@setor-tooling/samples/redirect-requests";
import { describe, expect, it } from "vitest";

const [, program = ""] = /```ts\n([\s\S]*?)```/.exec(readFileSync(guideFile("money", "en"), "utf8")) ?? [];

interface Row {
  state: string;
  attempt?: { readonly id: string };
}

/** The table that the guide leaves to the reader, with one order in it, whose attempt is as old as it is said to be. */
function openOrders(row: Row, ageMs: number) {
  return {
    async claim(_order: string, attempt: { readonly id: string }) {
      if (row.state !== "new") throw new Error("taken");
      Object.assign(row, { state: "paying", attempt });
    },
    open: async () => ({ attempt: JSON.parse(JSON.stringify(row.attempt)), ageMs }),
    async record(_order: string, attemptId: string, state: string) {
      if (row.state !== "paying" || row.attempt?.id !== attemptId) return;
      if (state === "not-sent" || state === "refused") row.state = "new";
      else if (state === "paid") row.state = "paid";
    },
  };
}

/** Pays an order by the guide's program while the sandbox fails, twice, and then settles it. Gives what became of it. */
async function payUnder(fault: FaultName, ageMs: number) {
  const sandbox = createSandbox();
  const { url, close } = await serveSandbox(sandbox);
  const { fetch } = sandbox;
  const esamsat = createEsamsat({
    username: "dummy",
    password: "dummy123",
    baseUrl: sandbox.baseUrl("esamsat"),
    fetch,
  });
  const bill = await esamsat.inquire({
    product: "SAMSAT_JABAR",
    customer_number: "9901111111111111",
    structure_number: "MHZ99D999ZZ401001",
  });
  const invoice = bill.ok ? bill.data.invoice : expect.unreachable();
  sandbox.faults.add({ vendor: "esamsat", operation: "pay", fault });
  const row: Row = { state: "new" };
  const orders = openOrders(row, ageMs);
  const endRedirection = redirectRequests("http://127.0.0.1:4020/esamsat", `${url}/esamsat`);
  const { pay, settle } = await evaluate(program);
  const states = [];
  for (const step of [pay, pay, settle]) {
    await Reflect.apply(Object(step), undefined, [orders, "order-1", invoice]);
    states.push(row.state);
  }
  endRedirection();
  const payments = sandbox.journal.entries.filter(({ operation }) => operation === "pay").length;
  const debits = sandbox.journal.debits().length;
  await close();
  return { states, payments, debits };
}

describe("the program of the guide on money", () => {
  it("the money guide's program pays once, and finds out what became of it", async () => {
    const found = await payUnder("reset-after-commit", 10_000);
    expect(found).toEqual({ states: ["paying", "paying", "paid"], payments: 1, debits: 1 });
  });

  it("the money guide's program keeps an order closed while it is not final that nothing was paid", async () => {
    const found = await payUnder("reset-before-reading", 259_000);
    expect(found).toMatchObject({ states: ["paying", "paying", "paying"], debits: 0 });
  });

  it("the money guide's program frees an order 75, 125 and 60 seconds after it was written down", async () => {
    const found = await payUnder("reset-before-reading", 260_000);
    expect(found).toMatchObject({ states: ["paying", "paying", "new"], debits: 0 });
  });
});
