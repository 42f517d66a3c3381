import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { attempt, named, putInto } from "../../test/book.js";
import { openLedger } from "../ledger.js";
import { sqlite } from "../sqlite.js";
import type { Store } from "../store.js";
import type { ImportOptions } from "./import.js";

const folder = mkdtempSync(join(tmpdir(), "setor-ledger-"));
afterAll(() => rmSync(folder, { recursive: true }));

const header = "Tanggal;No Invoice;NOP;Nominal;Nama";
const text = `${header}\n24/11/2026;INV-p1;1001;500;Contoh Satu\n24/11/2026;;1002;600;Contoh Dua\n`;
const options: ImportOptions = {
  vendor: "toko",
  file: "mutasi.csv",
  columns: { ref: "No Invoice", key: ["NOP"], amount: "Nominal", at: "Tanggal", text: "Nama" },
};

let made = 0;

describe("a statement in a ledger", () => {
  const make = (n: number): Store => sqlite(join(folder, `${n}.db`));

  async function withLedger(
    work: (ledger: Awaited<ReturnType<typeof openLedger>>, store: Store) => Promise<void>,
    payables = [named("toko", "pay")],
  ): Promise<void> {
    made += 1;
    const store = make(made);
    const ledger = await openLedger({ store, payables, worker: "till" });
    try {
      await work(ledger, store);
    } finally {
      await ledger.close();
    }
  }

  it("is kept without what is personal in it", () =>
    withLedger(async (ledger, store) => {
      const imported = await ledger.importStatement(text, options);
      expect(imported).toMatchObject({ file: "mutasi.csv", lines: 2, from: "2026-11-24", to: "2026-11-24" });
      const rows = JSON.stringify(await store.all("select * from statement_line order by line"));
      for (const word of ["1001", "1002", "Contoh"]) expect(rows).not.toContain(word);
      expect(rows).toContain("INV-p1");
    }));

  it("is imported once, and the refusal says when that was", () =>
    withLedger(async (ledger, store) => {
      const { importedAt } = await ledger.importStatement(text, options);
      await expect(
        ledger.importStatement(new TextEncoder().encode(text), { ...options, file: "copy.csv" }),
      ).rejects.toThrow(
        `copy.csv: The same file was imported at ${importedAt}, as mutasi.csv of toko; nothing was added.`,
      );
      expect(await store.all("select line from statement_line")).toHaveLength(2);
    }));

  it("is imported whole, or not at all", () =>
    withLedger(async (ledger, store) => {
      await expect(ledger.importStatement(`${text}31/02/2026;INV-3;1003;1;x\n`, options)).rejects.toMatchObject({
        name: "StatementError",
        file: "mutasi.csv",
        line: 4,
        column: "Tanggal",
      });
      expect(await store.all("select id from statement")).toEqual([]);
    }));

  it("is compared with the book of its vendor, and changes nothing in it", () =>
    withLedger(async (ledger, store) => {
      await putInto(store, "toko", [
        attempt({ amount: 500 }),
        attempt({ payment: "p2", state: "unknown", amount: 700 }),
      ]);
      await ledger.importStatement(text, options);
      const before = JSON.stringify(await store.all("select * from payment order by id"));
      const report = await ledger.reconcile({ vendor: "toko", day: "2026-11-24" });
      expect(report).toMatchObject({ vendor: "toko", operation: "pay", totals: { difference: { n: 1, rupiah: 600 } } });
      expect(report.entries.map(({ verdict }) => verdict)).toEqual(["theirs-only", "open", "matched"]);
      expect(JSON.stringify(await store.all("select * from payment order by id"))).toBe(before);
      const next = await ledger.reconcile({ vendor: "toko", day: "2026-11-26" });
      expect(next).toMatchObject({ statements: [], entries: [] });
    }));

  it("of many lines keeps each of them", () =>
    withLedger(async (ledger, store) => {
      const lines = Array.from({ length: 1_543 }, (_, index) => `24/11/2026;INV-${index};${index};500;x`);
      await ledger.importStatement([header, ...lines].join("\n"), options);
      const rows = await store.all("select ref from statement_line order by line");
      expect(rows.map(({ ref }) => ref)).toEqual(lines.map((_, index) => `INV-${index}`));
    }));

  it("can be left out where two files repeat each other", () =>
    withLedger(async (ledger, store) => {
      await putInto(store, "toko", [attempt({ amount: 500 })]);
      const { sha256 } = await ledger.importStatement(text, options);
      await ledger.importStatement(`${text}\n`, { ...options, file: "bulanan.csv" });
      const [first] = (await ledger.reconcile({ vendor: "toko", day: "2026-11-24" })).entries;
      expect(first).toMatchObject({ verdict: "twice", theirs: [{ statement: 0 }, { statement: 1 }] });
      const one = await ledger.reconcile({ vendor: "toko", day: "2026-11-24", statements: [sha256] });
      expect(one.statements).toHaveLength(1);
      expect(one.entries.map(({ verdict }) => verdict)).toEqual(["theirs-only", "matched"]);
    }));

  it("of another tenant or vendor is not seen", () =>
    withLedger(
      async (ledger) => {
        await ledger.importStatement(text, options);
        expect(await ledger.reconcile({ vendor: "warung", day: "2026-11-24" })).toMatchObject({ statements: [] });
      },
      [named("toko", "pay"), named("warung", "pay")],
    ));

  it("that was imported for another vendor can be imported for its own", () =>
    withLedger(
      async (ledger) => {
        await ledger.importStatement(text, { ...options, vendor: "warung" });
        expect(await ledger.importStatement(text, options)).toMatchObject({ lines: 2 });
        expect(await ledger.reconcile({ vendor: "toko", day: "2026-11-24" })).toMatchObject({
          statements: [{ lines: 2 }],
        });
      },
      [named("toko", "pay"), named("warung", "pay")],
    ));

  it("is asked for with options that can be meant", () =>
    withLedger(
      async (ledger) => {
        const day = "2026-11-24";
        const refused = [
          [
            () => ledger.importStatement(text, { ...options, vendor: "tokoo" }),
            "`vendor` must be a vendor of this ledger",
          ],
          [() => ledger.importStatement(text, { ...options, columns: { ref: "No Invoice" } }), "must name `at`"],
          [() => ledger.reconcile({ vendor: "toko", day }), "`operation` must say which: pay, reverse"],
          [
            () => ledger.reconcile({ vendor: "toko", day, operation: "pai" }),
            "`operation` must be one of pay, reverse",
          ],
          [() => ledger.reconcile({ vendor: "toko", day: "24/11/2026", operation: "pay" }), "`day` must be a day"],
          [() => ledger.reconcile({ vendor: "toko", day, operation: "pay", windowDays: 32 }), "0 to 31 days"],
          [() => ledger.reconcile({ vendor: "toko", day, operation: "pay", statements: ["x"] }), "a list of SHA-256"],
        ] as const;
        for (const [call, why] of refused) await expect(call()).rejects.toThrow(why);
      },
      [named("toko", "pay"), named("toko", "reverse")],
    ));

  it("gives a proposal that two people can decide by", () =>
    withLedger(async (ledger, store) => {
      await putInto(store, "toko", [attempt({ state: "unknown", amount: 500 })]);
      await store.all("update payment set state = 'open'");
      await ledger.importStatement(text, options);
      const { entries } = await ledger.reconcile({ vendor: "toko", day: "2026-11-24" });
      const proposal = entries.find(({ verdict }) => verdict === "ours-open")?.proposal;
      expect(proposal).toMatchObject({ payment: "p1", attempt: 1, verdict: "paid" });
      const { payment = "", ...rest } = proposal ?? {};
      const decision = await ledger.propose(payment, { verdict: "paid", evidence: "", ...rest, by: "ani" });
      expect(decision.evidence).toContain("mutasi.csv");
    }));
});
