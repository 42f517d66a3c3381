import { copyFileSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLedger, StoreError, sqlite } from "../src/index.js";
import { type Bank, bankPayments, createBank, createPlace, type Place } from "./bank.js";
import { change, openDatabase } from "./database.js";

let place: Place;
let bank: Bank;

beforeEach(() => {
  place = createPlace();
  bank = createBank();
});

afterEach(() => place.close());

async function payAndClose(bill: string): Promise<string> {
  const ledger = await place.open(bank);
  await ledger.pay(bankPayments, { bill });
  const seal = await ledger.seal();
  await ledger.close();
  return seal ?? "";
}

/** One sentence, and nothing but that. */
async function refusal(opening: Promise<unknown>, kind: new (text: string) => Error = Error): Promise<string> {
  const error = await opening.then(() => undefined).catch((thrown: unknown) => thrown);
  if (!(error instanceof kind)) throw new Error(`It was opened, or refused by another error: ${String(error)}`);
  expect(error.message).not.toMatch(/\n/);
  return error.message;
}

describe("opening a ledger in a file", () => {
  it("a file is opened with everything synced, in WAL where that is safe", async () => {
    await payAndClose("1");
    const db = openDatabase(place.file);
    expect(db.prepare("pragma journal_mode").get()).toEqual({ journal_mode: "wal" });
    db.close();
  });

  it("a file that is damaged is refused, and left as it is", async () => {
    for (let bill = 0; bill < 50; bill += 1) await payAndClose(String(bill));
    const bytes = readFileSync(place.file);
    bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 8_192);
    writeFileSync(place.file, bytes);
    expect(await refusal(place.open(bank))).toMatch(/damaged|cannot be opened/);
    expect(readFileSync(place.file).equals(bytes)).toBe(true);
  });

  it.each([
    ["cut short", (file: string) => truncateSync(file, 5_000)],
    ["empty", (file: string) => truncateSync(file, 0)],
    ["no database", (file: string) => writeFileSync(file, "Dear diary, today nothing was paid.".repeat(100))],
    ["another database", (file: string) => anotherDatabase(file)],
    ["of a newer version", (file: string) => change(file, "pragma user_version = 99")],
  ])("a file that is %s is refused", async (_, damage) => {
    await payAndClose("1");
    damage(place.file);
    expect(await refusal(place.open(bank))).toContain(place.file);
  });

  it("a file that is older than the seal that is known is refused", async () => {
    await payAndClose("1");
    copyFileSync(place.file, `${place.file}.backup`);
    const expectSeal = await payAndClose("2");
    await (await place.open(bank, { expectSeal })).close();
    copyFileSync(`${place.file}.backup`, place.file);
    expect(await refusal(place.open(bank, { expectSeal }))).toContain("does not know the seal");
  });

  it("another key of the hashes is refused, because no payment would be found again", async () => {
    await (await place.open(bank, { hashKey: "0123456789abcdef" })).close();
    for (const options of [{ hashKey: "fedcba9876543210" }, {}]) {
      expect(await refusal(place.open(bank, options))).toContain("hashKey");
    }
  });

  it("a ledger whose key of the hashes is gone is refused, because no payment would be found again", async () => {
    await payAndClose("1");
    change(place.file, "delete from meta where name in ('hash-key', 'hash-key-check')");
    expect(await refusal(place.open(bank))).toContain("has lost the key of its payments");
  });

  it("a ledger whose journal is no longer guarded is refused", async () => {
    await payAndClose("1");
    change(place.file, "drop trigger journal_delete");
    expect(await refusal(place.open(bank))).toContain("keep the journal from being changed are gone");
  });

  it.each([":memory:", "file:x?mode=memory", ""])(
    "the file %j, which a crash takes with it, is refused",
    async (file) => {
      expect(await refusal(openLedger({ store: sqlite(file), payables: [bank.payable] }))).toContain(
        "acceptLossOnCrash",
      );
    },
  );

  it("a folder that is not there is refused", async () => {
    const store = sqlite("/nowhere/at/all/ledger.db");
    expect(await refusal(openLedger({ store, payables: [bank.payable] }))).toContain("does not exist");
  });

  it("a ledger for which there is no room is not made, says so, and leaves nothing behind", async () => {
    let isClosed = false;
    const open = (file: string) => {
      const db = openDatabase(file);
      return {
        prepare: (sql: string) => db.prepare(sql),
        exec(sql: string) {
          if (sql !== "commit") return db.exec(sql);
          // A full disk takes the transaction back by itself.
          db.exec("rollback");
          throw new Error("database or disk is full");
        },
        close() {
          isClosed = true;
          // As a process that ends does, which leaves its log.
          copyFileSync(`${file}-wal`, `${place.file}.copy`);
          db.close();
          copyFileSync(`${place.file}.copy`, `${file}-wal`);
          rmSync(`${place.file}.copy`);
        },
      };
    };
    const opening = openLedger({ store: sqlite(place.file, { open }), payables: [] });
    expect(await refusal(opening)).toContain("database or disk is full");
    expect(isClosed).toBe(true);
    expect(readdirSync(dirname(place.file))).toEqual([]);
    await payAndClose("1");
  });

  it("a file that may only be read is refused", async () => {
    await payAndClose("1");
    const opening = place.open(bank, {}, { open: (file) => openDatabase(file, true) });
    expect(await refusal(opening, StoreError)).toContain(place.file);
  });

  it("a link that leads to no file is refused", async () => {
    symlinkSync(`${place.file}.elsewhere`, place.file);
    expect(await refusal(place.open(bank), StoreError)).toContain(place.file);
    expect(readdirSync(dirname(place.file))).toEqual(["ledger.db"]);
  });

  it("a store that another ledger has is refused, and that one goes on", async () => {
    const store = place.store();
    const one = await place.open(bank, { store, tenant: "one" });
    expect(await refusal(place.open(bank, { store, tenant: "other" }), StoreError)).toContain("is open already");
    expect(await one.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid" });
    expect(await one.verify()).toMatchObject({ ok: true, payments: 1 });
  });

  it("a ledger whose file was replaced while it was open pays nothing any more", async () => {
    const till = await place.open(bank, { worker: "till" });
    change(place.file, `vacuum into '${place.file}.backup'`);
    for (const end of ["", "-wal", "-shm"]) rmSync(`${place.file}${end}`);
    copyFileSync(`${place.file}.backup`, place.file);
    const reason = "memory-may-have-gone-back";
    expect(await till.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "not-sent", reason });
    const other = await place.open(bank, { worker: "other" });
    expect(await other.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", fresh: true });
    expect(bank.sent).toEqual(["1"]);
  });

  it("two payables of the same account are refused", async () => {
    const payables = [bank.payable, bank.payable];
    expect(await refusal(place.open(bank, { payables }))).toContain("twice");
  });

  it.each([
    [{ worker: "" }, "worker"],
    [{ worker: "a\nb" }, "worker"],
    [{ sendWithinMs: 0 }, "sendWithinMs"],
    [{ hashKey: "short" }, "hashKey"],
    [{ expectSeal: "x" }, "expectSeal"],
  ])("the options %j are refused", async (options, name) => {
    expect(await refusal(place.open(bank, options))).toContain(name);
  });

  it.each<[string, unknown]>([
    ["no number", Number.NaN],
    ["nothing", undefined],
    ["a bigint", 1n],
  ])("a clock that gives %s is refused", async (_, given) => {
    for (const name of ["now", "monotonicNow"]) {
      const clock = { [name]: () => given };
      expect(await refusal(place.open(bank, clock), TypeError)).toContain(`\`${name}\` must give milliseconds`);
    }
  });

  const ask = { afterMs: 5_000, everyMs: 5_000, untilMs: 86_400_000 };
  it.each([
    ["a budget of nothing", { ask: { ...ask, paceMs: 0 } }, "paceMs"],
    ["an end that is no number", { finalAfterMs: Number.NaN }, "finalAfterMs"],
    ["an end beyond all time", { finalAfterMs: 1e16 }, "finalAfterMs"],
  ])("a payable with %s is refused", async (_, policy, name) => {
    expect(await refusal(place.open(createBank(policy)), TypeError)).toContain(`\`${name}\` of bank pay must be`);
  });
});

function anotherDatabase(file: string): void {
  writeFileSync(file, "");
  change(file, "create table recipes (name text)");
}
