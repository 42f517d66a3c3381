import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ImportOptions, openLedger, sqlite } from "@setor/ledger";
import { guideFile } from "@setor-tooling/model/guides";
import { languages } from "@setor-tooling/model/languages";
import { evaluate } from "@setor-tooling/samples/evaluate";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fillBook, type Paid, payableOf } from "./book.js";

const guide = readFileSync(guideFile("reconciliation", "en"), "utf8");
const [program = "", paymentLog = ""] = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text = ""]) => text);
const [, statement = ""] = /```csv\n([\s\S]*?)```/.exec(guide) ?? [];
const [, printed = ""] = /```text\n([\s\S]*?)```/.exec(guide) ?? [];
const noon = new Date("2026-11-24T05:00:00Z");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "setor-guide-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A payment of e-Samsat under the invoice of its number. */
function order(n: number, amount: number, isLost = false): Paid {
  const ref = `INV261124000${n}`;
  return { label: `ORDER-${n}`, key: [ref], ref, amount, isLost };
}

const book: readonly Paid[] = [
  order(1, 1_102_500),
  order(2, 250_000, true),
  order(3, 412_000),
  order(4, 310_000),
  order(5, 175_000),
  order(6, 720_000),
];

const ledgerFile = () => join(folder, "ledger.db");

/** Runs the guide's program where its files are. Gives what it prints. */
async function run(text: string): Promise<string> {
  writeFileSync(join(folder, "esamsat-deposit.csv"), text);
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  const placed = program
    .replace(/sqlite\("([^"]+)"\)/, (_, name) => `sqlite(${JSON.stringify(join(folder, name))})`)
    .replace("readFile(file)", `readFile(${JSON.stringify(join(folder, "esamsat-deposit.csv"))})`)
    .replace(/writeFile\("([^"]+)"/g, (_, name) => `writeFile(${JSON.stringify(join(folder, name))}`);
  try {
    await evaluate(placed);
    return said.mock.calls.map((words) => `${words.join(" ")}\n`).join("");
  } finally {
    said.mockRestore();
  }
}

describe("the guide on reconciliation", { timeout: 60_000 }, () => {
  it("its program prints what it shows, proposes what is open, and writes both reports", async () => {
    await fillBook(ledgerFile(), "esamsat", noon, book);
    expect(await run(statement)).toBe(printed);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["esamsat-2026-11-24.csv", "esamsat-2026-11-24.html"]));
    expect(readFileSync(join(folder, "esamsat-2026-11-24.html"), "utf8")).toContain("Dibayar dua kali");
    expect(readFileSync(join(folder, "esamsat-2026-11-24.csv"), "utf8")).toContain("Paid twice");
    const ledger = await openLedger({ store: sqlite(ledgerFile()), payables: [] });
    const [open] = await ledger.find({ label: "ORDER-2" });
    await ledger.close();
    expect(open).toMatchObject({ state: "open", proposal: { verdict: "paid", proposedBy: "staff-07" } });
    expect(open?.proposal?.evidence).toContain("esamsat-deposit.csv");
  });

  it("its program imports nothing of a file with a wrong amount, and says where, in the guide's words", async () => {
    await fillBook(ledgerFile(), "esamsat", noon, book);
    const said = await run(statement.replace("-250.000", "-250.000,50"));
    const [first = "", ...rest] = said.trim().split("\n");
    expect(rest.map((line) => line.split(" ")[0])).toEqual([...Array(5).fill("ours-only"), "open"]);
    const sentence = first.replace("nothing was imported: ", "");
    for (const language of languages) {
      const text = readFileSync(guideFile("reconciliation", language), "utf8").replace(/\s+/g, " ");
      expect(text).toContain(`\`${sentence}\``);
    }
  });

  it("its program imports the same file once", async () => {
    await fillBook(ledgerFile(), "esamsat", noon, book);
    await run(statement);
    expect(await run(statement)).toMatch(/^nothing was imported: esamsat-deposit\.csv: The same file was imported at /);
  });

  it("its columns of a payment log find a bill that has no reference", async () => {
    const key = ["992901000100100100", "2026"];
    await fillBook(ledgerFile(), "pbb", noon, [{ label: "PBB-1", key, ref: "2026", amount: 125_000 }]);
    // The program gives nothing else.
    const { paymentLog: options } = (await evaluate(paymentLog)) as { readonly paymentLog: ImportOptions };
    const ledger = await openLedger({ store: sqlite(ledgerFile()), payables: [payableOf("pbb")] });
    const log = "NOP,TAHUN,TANGGAL BAYAR,JUMLAH\n99.29.010.001.001-0010.0,2026,24-11-2026,125000\n";
    await ledger.importStatement(log, options);
    const { entries } = await ledger.reconcile({ vendor: "pbb", day: "2026-11-24" });
    await ledger.close();
    expect(entries).toMatchObject([{ verdict: "same-bill", ours: [{ label: "PBB-1" }] }]);
  });

  it.each(languages)("it says in %s what to do about every verdict, in the order of the report", async (language) => {
    await fillBook(ledgerFile(), "esamsat", noon, []);
    const ledger = await openLedger({ store: sqlite(ledgerFile()), payables: [payableOf("esamsat")] });
    const { verdicts } = await ledger.reconcile({ vendor: "esamsat", day: "2026-11-24" });
    await ledger.close();
    const text = readFileSync(guideFile("reconciliation", language), "utf8");
    const [, table = ""] = /\n\| (?:verdict|hasil) \|.*\n\|[-|]+\n((?:\|.*\n)+)/.exec(text) ?? [];
    expect([...table.matchAll(/^\| `([\w-]+)`/gm)].map(([, verdict]) => verdict)).toEqual(Object.keys(verdicts));
  });
});
