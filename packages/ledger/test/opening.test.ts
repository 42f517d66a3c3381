import { copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLedger, sqlite } from "../src/index.js";
import { type Bank, bankPayments, createBank, createPlace, type Place } from "./bank.js";
import { openDatabase } from "./database.js";

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
async function refusal(opening: Promise<unknown>): Promise<string> {
  const error = await opening.then(() => undefined).catch((thrown: unknown) => thrown);
  if (!(error instanceof Error)) throw new Error("It was opened.");
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
});

const attemptByHand = `insert into attempt select payment, 2, vendor, operation, account, incoming, done, undoes, undoes_n,
  'refunded', reference, ref, worker, incarnation, claimed_at, lease_until, final_at, final_ms, next_ask_at, asks, reason,
  receipt from attempt`;

describe("the journal", () => {
  it.each([
    ["update journal set data = '{}'", "the journal is append-only"],
    ["delete from journal", "the journal is append-only"],
    ["pragma foreign_keys = off; delete from payment", "that a payment was made stays for ever"],
  ])("the database refuses %j", async (sql, why) => {
    await payAndClose("1");
    expect(() => change(place.file, sql)).toThrow(why);
  });

  it.each([
    [
      "a line that was changed",
      "drop trigger journal_update; update journal set data = '{}' where seq = 2",
      "is not what was written",
    ],
    [
      "a line that was removed",
      "drop trigger journal_delete; delete from journal where seq = 1",
      "something is missing",
    ],
    [
      "a payment that was set back",
      "update payment set head = (select hash from journal where seq = 1)",
      "does not end with",
    ],
    [
      "a payment that was removed",
      "pragma foreign_keys = off; drop trigger payment_delete; delete from attempt; delete from payment",
      "is gone",
    ],
    ["a seal that was changed", "update seal set lines = 1", "Seal 1"],
    ["a payment that was set free", "update payment set state = 'free'", "is not where its journal says"],
    ["an attempt that was taken back", "update attempt set state = 'not-sent'", "is not where its journal says"],
    ["an attempt that nobody made", attemptByHand, "is not where its journal says"],
    ["a number that was changed", "update payment set n = 7", "is not where its journal says"],
    ["a dispute that nobody raised", "update payment set dispute = 'amount'", "is not where its journal says"],
    ["another amount", "update payment set amount = 1", "is not where its journal says"],
    ["another reference", `update attempt set reference = '{"bill":"2"}'`, "says other things than its journal"],
    ["another receipt", `update attempt set receipt = '{"number":"1"}'`, "says other things than its journal"],
  ])("verify names %s", async (_, sql, problem) => {
    await payAndClose("1");
    const ledger = await place.open(bank);
    change(place.file, sql);
    const verdict = await ledger.verify();
    expect(verdict.ok).toBe(false);
    expect(verdict.problems.join("\n")).toContain(problem);
  });

  it("the tables hold neither the business key nor what was not to be kept", async () => {
    bank.answer = () => ({ state: "paid", receipt: { name: "CONTOH SEKALI", number: "1" }, kept: { number: "1" } });
    const secret = "3201010101010001";
    const quiet = { ...bank, payable: { ...bank.payable, take: hiding(bank) } };
    const ledger = await place.open(quiet);
    await ledger.pay(bankPayments, { bill: secret });
    await ledger.close();
    const bytes = readFileSync(place.file).toString("latin1");
    expect(bytes).not.toContain(secret);
    expect(bytes).not.toContain("CONTOH SEKALI");
  });

  it("prune takes out what is old and closed, and leaves that it was paid, and the seals", async () => {
    const ledger = await place.open(bank);
    await ledger.pay(bankPayments, { bill: "1" }, { label: "ORDER-1" });
    await ledger.seal();
    // The vendor is asked once more a day later.
    place.pass(86_400_000);
    bank.status = () => ({ state: "unknown" });
    await ledger.runOnce();
    place.pass(14 * 86_400_000);
    await ledger.pay(bankPayments, { bill: "2" }, { label: "ORDER-2" });
    await ledger.seal();
    const before = new Date(Date.parse("2026-02-05T00:00:00Z"));
    await expect(ledger.prune({ before: new Date(Date.parse("2026-02-14T00:00:00Z")) })).rejects.toThrow("a week ago");
    expect(await ledger.prune({ before })).toBe(1);
    expect(await ledger.prune({ before })).toBe(0);
    expect(await ledger.find({ label: "ORDER-1" })).toEqual([]);
    expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", fresh: false });
    expect(bank.sent).toEqual(["1", "2"]);
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
    expect(() => change(place.file, "delete from journal")).toThrow("append-only");
    expect(await ledger.seal()).toMatch(/^[0-9a-f]{64}$/);
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
    change(place.file, "update payment set state = 'free' where pruned_at is not null");
    expect(await ledger.verify()).toMatchObject({ ok: false, problems: [expect.stringContaining("is not where its")] });
  });
});

/** A reference that says nothing of the bill. */
function hiding({ payable }: Bank): Bank["payable"]["take"] {
  return async (input) => {
    const order = await payable.take(input);
    return { ...order, prepare: async () => ({ reference: { number: 1 } }) };
  };
}

function change(file: string, sql: string): void {
  const db = openDatabase(file);
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}

function anotherDatabase(file: string): void {
  writeFileSync(file, "");
  change(file, "create table recipes (name text)");
}
