// What a ledger costs, on a file and, given its address, on Postgres. Prints medians; asserts nothing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ledger, openLedger, postgres, type Store, sqlite } from "@setor/ledger";
import { bank, bankPayments } from "./bank.js";

const rounds = 5;
const payments = 2_000;
const address = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), "setor-bench-"));
const stores: readonly { readonly name: string; readonly callers: number; open(): Store }[] = [
  { name: "SQLite", callers: 8, open: () => sqlite(join(folder, "ledger.db")) },
  ...(address === undefined
    ? []
    : [{ name: "Postgres", callers: 8, open: () => postgres(address, { schema: "setor_bench", connections: 8 }) }]),
];

try {
  for (const { name, callers, open } of stores) await measure(name, callers, open);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(name: string, callers: number, open: () => Store): Promise<void> {
  const store = open();
  const ledger = await openLedger({ store, payables: [bank], worker: "bench" });
  const run = String(Date.now());
  await pay(ledger, `${run}-warm`, 500, 1);
  const alone = [];
  const together = [];
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await pay(ledger, `${run}-alone-${round}`, payments, 1));
    together.push(await pay(ledger, `${run}-together-${round}`, payments, callers));
  }
  say(name, "a payment, one caller, p50 ms", median(alone.map(({ p50 }) => p50)), "wanted 1");
  say(name, "a payment, one caller, p99 ms", median(alone.map(({ p99 }) => p99)), "wanted 10");
  say(name, "payments a second, one caller", median(alone.map(({ rate }) => rate)));
  say(
    name,
    `payments a second, ${callers} callers`,
    median(together.map(({ rate }) => rate)),
    "wanted 1,000 and 1,500",
  );
  const verifiedAt = performance.now();
  const { lines, ok } = await ledger.verify();
  const seconds = (performance.now() - verifiedAt) / 1_000;
  say(
    name,
    `seconds to verify a million lines (${lines}, ${ok ? "whole" : "broken"})`,
    (seconds * 1e6) / lines,
    "wanted 10",
  );
  const empty = await pay(ledger, `${run}-few`, payments, 1);
  await fill(store, run);
  const full = await pay(ledger, `${run}-many`, payments, 1);
  say(name, "p99 with a million payments more, as a ratio", full.p99 / empty.p99, "wanted 1.5");
  await ledger.close();
  const openedAt = performance.now();
  const again = await openLedger({ store: open(), payables: [bank], worker: "bench" });
  say(name, "ms to open it again", performance.now() - openedAt, "wanted 1,000");
  await again.close();
}

/** A million payments as others would have left them; without lines, which nobody reads here. */
async function fill(store: Store, run: string): Promise<void> {
  const numbers = "with recursive numbers (i) as (select 1 union all select i + 1 from numbers where i < 1000000)";
  const id = `'${run}-' || i`;
  await store.all(`insert into payment (id, tenant, vendor, operation, key, label, amount, state, n, head, created_at, updated_at)
    ${numbers} select ${id}, 'filling', 'bank', 'pay', ${id}, '', 1, 'paid', 1, '', 0, 0 from numbers where true`);
  await store.all(`insert into attempt (payment, n, vendor, operation, account, incoming, done, state, reference, ref, worker,
    incarnation, claimed_at, lease_until, asks)
    ${numbers} select ${id}, 1, 'bank', 'pay', 'default', 0, 'paid', 'paid', '{}', ${id}, 'w', 1, 0, 0, 0 from numbers where true`);
}

/** Pays bills by so many callers at once. */
async function pay(ledger: Ledger, run: string, count: number, callers: number) {
  const took: number[] = [];
  let next = 0;
  const startedAt = performance.now();
  const caller = async () => {
    while (next < count) {
      const bill = `${run}-${next}`;
      next += 1;
      const begunAt = performance.now();
      const { state } = await ledger.pay(bankPayments, { bill }, { label: bill });
      if (state !== "paid") throw new Error(`${bill} is ${state}`);
      took.push(performance.now() - begunAt);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const seconds = (performance.now() - startedAt) / 1_000;
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)] ?? 0;
  return { p50: at(0.5), p99: at(0.99), rate: count / seconds };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function say(name: string, what: string, value: number, wanted = ""): void {
  const shown = value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(2);
  console.log(`${name.padEnd(9)} ${what.padEnd(58)} ${shown.padStart(8)}  ${wanted}`);
}
