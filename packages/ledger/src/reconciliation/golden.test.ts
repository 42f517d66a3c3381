import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseNop } from "@setor/core";
import { afterAll, describe, expect, it } from "vitest";
import { attempt, named, putInto } from "../../test/book.js";
import { keyHasher } from "../ids.js";
import { openLedger } from "../ledger.js";
import type { AttemptState } from "../payment.js";
import { sqlite } from "../sqlite.js";
import type { OurAttempt } from "./groups.js";
import type { ImportOptions } from "./import.js";
import type { Reconciliation } from "./reconciliation.js";
import { writeReport } from "./report.js";

const statements = fileURLToPath(new URL("../../test/statements", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "setor-ledger-"));
const hashKey = "the hash key of these tests";
const hash = keyHasher(hashKey);
const day = "2026-11-24";

afterAll(() => rmSync(folder, { recursive: true }));

interface Golden {
  readonly vendor: string;
  readonly file: string;
  readonly book: readonly OurAttempt[];
  readonly options: Omit<ImportOptions, "vendor" | "file">;
}

function order(n: number, state: AttemptState, amount: number): OurAttempt {
  const ref = `INV261124000${n}`;
  return attempt({ payment: `0000000${n}`, label: `ORDER-${n}`, ref, state, amount, key: hash([ref]) });
}

const deposit: Golden = {
  vendor: "esamsat",
  file: "esamsat-deposit.assumed.csv",
  book: [
    order(1, "paid", 1_102_500),
    order(2, "unknown", 250_000),
    order(3, "paid", 412_000),
    order(4, "paid", 310_000),
    order(5, "paid", 175_000),
    order(6, "paid", 510_000),
    order(7, "paid", 720_000),
    order(8, "not-paid", 640_000),
    order(9, "pending", 99_000),
  ],
  options: {
    columns: {
      ref: "No Invoice",
      amount: "Nominal",
      at: "Tanggal",
      kind: { column: "Jenis", payment: ["Bayar"], fee: ["Admin"], reversal: ["Batal"] },
      text: "Keterangan",
    },
    headerLine: 3,
    paymentSign: "-",
    skip: ([first]) => first === "TOTAL",
  },
};

/** Its amounts are not known here, and a tax year is no reference. */
function bill(n: number, state: AttemptState): OurAttempt {
  const { amount: _, ...unpriced } = attempt();
  const key = hash([`9929010001001001${n}0`, "2026"]);
  return { ...unpriced, payment: `0000000${n}`, label: `PBB-${n}`, ref: "2026", state, key };
}

const log: Golden = {
  vendor: "pbb",
  file: "pbb-payment-log.assumed.csv",
  book: [bill(0, "paid"), bill(1, "unknown"), bill(2, "paid"), bill(3, "paid"), bill(4, "unknown")],
  options: {
    columns: { key: ["NOP", "TAHUN"], amount: "JUMLAH", at: "TANGGAL BAYAR", text: "NAMA WP" },
    keyOf: ([nop = "", year = ""]) => [parseNop(nop), year],
  },
};

async function reconcile({ vendor, file, book, options }: Golden, backwards = false): Promise<Reconciliation> {
  const now = () => Date.parse("2026-11-25T01:00:00Z");
  const store = sqlite(join(folder, `${vendor}-${backwards}.db`), { now });
  const ledger = await openLedger({ store, payables: [named(vendor, "pay")], worker: "till", hashKey, now });
  try {
    await putInto(store, vendor, backwards ? book.toReversed() : book);
    await ledger.importStatement(readFileSync(join(statements, file)), { vendor, file, ...options });
    return await ledger.reconcile({ vendor, day });
  } finally {
    await ledger.close();
  }
}

describe.each([deposit, log])("the report of $file", (golden) => {
  it("is what it was, byte for byte, whatever the order of the rows", async () => {
    const report = await reconcile(golden);
    const again = await reconcile(golden, true);
    for (const format of ["json", "csv", "html"] as const) {
      for (const language of format === "json" ? (["en"] as const) : (["id", "en"] as const)) {
        const written = writeReport(report, { format, language });
        expect(writeReport(again, { format, language })).toBe(written);
        const name = golden.file.replace("csv", format === "json" ? "report.json" : `report.${language}.${format}`);
        await expect(written).toMatchFileSnapshot(join(statements, name));
      }
    }
  });
});

it("a report of a deposit says of each payment what both books say", async () => {
  const { entries, totals } = await reconcile({ ...deposit, vendor: "esamsat-again" });
  const told = entries.map(({ verdict, advice, ours, theirs }) => [verdict, advice, ours[0]?.label ?? theirs[0]?.ref]);
  expect(told).toEqual([
    ["twice", "ask-which", "ORDER-3"],
    ["theirs-only", "unknown-here", "INV2611249999"],
    ["theirs-only", "paid-there", "ORDER-8"],
    ["ours-open", "decide-paid", "ORDER-2"],
    ["ours-only", "missing-there", "ORDER-7"],
    ["amount", "compare-amounts", "ORDER-4"],
    ["reversed", "returned-there", "ORDER-5"],
    ["open", "still-open", "ORDER-9"],
    ["matched", "nothing", "ORDER-1"],
    ["matched", "other-day", "ORDER-6"],
  ]);
  expect(totals.difference).toEqual({ n: 1, rupiah: -23_000 });
});
