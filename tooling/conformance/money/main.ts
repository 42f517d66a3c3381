import { join } from "node:path";
import { runLong } from "@setor-tooling/long-run/long-run";
import { root } from "@setor-tooling/model/vendors";
import { showSchedule } from "@setor-tooling/play/show-schedule";
import { listPaymentCases, moneyIsConserved, startedAt } from "./schedules.js";
import { inMemory, startStores } from "./stores.js";

const cases = new Map((await listPaymentCases()).map((each) => [each.name, each]));
/** Where a schedule can be looked at: as what one till does, on the page of its vendor. */
async function showCounterexample(name: string, counterexample: unknown): Promise<readonly string[]> {
  const each = cases.get(name);
  const [schedule] = Array.isArray(counterexample) ? counterexample : [];
  if (each === undefined || !Array.isArray(schedule)) return [];
  const { vendor, operations, input } = each;
  const payment = { operations, input: Object.fromEntries(Object.entries(input(startedAt))) };
  return showSchedule(vendor, payment, schedule, startedAt.getTime());
}

const total = Number(process.argv[2] ?? 100_000);
const stores = process.argv[3] === "postgres" ? await startStores() : inMemory;
await runLong(
  {
    cases: stores === inMemory ? "schedules" : `schedules in ${stores.name}`,
    total,
    regressions: join(root, "tooling", "conformance", "money", "regressions.json"),
    property(name) {
      const each = cases.get(name);
      if (each === undefined) throw new Error(`There is no payment of "${name}".`);
      return moneyIsConserved(each, stores);
    },
    show: showCounterexample,
  },
  [...cases.keys()],
);
await stores.close();
// The run ends at the first loss.
console.log(`${cases.size * total} schedules on ${stores.name}: 0 double debits, 0 lost payments, 0 false receipts.`);
