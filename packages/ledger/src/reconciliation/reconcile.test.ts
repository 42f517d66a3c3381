import { array, assert, constantFrom, integer, property, record, shuffledSubarray } from "fast-check";
import { describe, expect, it } from "vitest";
import { attempt } from "../../test/book.js";
import type { AttemptState } from "../payment.js";
import type { OurAttempt, TheirLine } from "./groups.js";
import { reconcileBooks } from "./reconcile.js";

const day = "2026-11-24";

function line(given: Partial<TheirLine> = {}): TheirLine {
  const when = given.day ?? day;
  return { statement: 0, line: 2, kind: "payment", ref: "INV-p1", amount: 102_500, at: when, day: when, ...given };
}

function reconcile(ours: readonly OurAttempt[], theirs: readonly TheirLine[], windowDays = 1) {
  const statements = [{ file: "mutasi.csv", sha256: "a".repeat(64), lines: 9, importedAt: "2026-11-25T00:00:00.000Z" }];
  return reconcileBooks({
    vendor: "toko",
    operation: "pay",
    day,
    windowDays,
    statements,
    seal: undefined,
    ours,
    theirs,
  });
}

/** What each entry came to, without its parts. */
function judged(ours: readonly OurAttempt[], theirs: readonly TheirLine[]) {
  return reconcile(ours, theirs).entries.map(({ verdict, advice, level }) => ({ verdict, advice, level }));
}

const noRef = { ref: "" } as const;
const key = "hash-p1";

describe("an attempt and a line of one reference", () => {
  type Case = readonly [string, Partial<OurAttempt>, Partial<TheirLine>, string, string, number];
  const cases: readonly Case[] = [
    ["amount and day", {}, {}, "matched", "nothing", 1],
    ["amount, on another day", {}, { day: "2026-11-25" }, "matched", "other-day", 2],
    ["another amount", {}, { amount: 100_000 }, "amount", "compare-amounts", 3],
    ["amount, but open here", { state: "unknown" }, {}, "ours-open", "decide-paid", 1],
    ["another amount, and open here", { state: "unknown" }, { amount: 1 }, "amount", "compare-amounts", 3],
    ["amount, but not paid here", { state: "not-paid" }, {}, "theirs-only", "paid-there", 1],
    ["amount, but never sent from here", { state: "not-sent" }, {}, "theirs-only", "paid-there", 1],
    ["amount, but returned here", { state: "refunded" }, {}, "theirs-only", "not-returned", 1],
    ["a return", {}, { kind: "reversal" }, "reversed", "returned-there", 3],
    ["a return, and open here", { state: "pending" }, { kind: "refund" }, "reversed", "returned-and-open", 3],
    ["a return on both sides", { state: "refunded" }, { kind: "refund" }, "reversed", "returned-both", 3],
    ["a return of another amount", {}, { kind: "reversal", amount: 1 }, "amount", "compare-amounts", 3],
  ];

  it.each(cases)("has %s", (_, ours, theirs, verdict, advice, level) => {
    expect(judged([attempt(ours)], [line(theirs)])).toEqual([{ verdict, advice, level }]);
  });

  it("has an amount on one side only", () => {
    const { amount: _, ...unpriced } = attempt();
    expect(judged([unpriced], [line()])).toEqual([{ verdict: "matched", advice: "amount-unknown", level: 3 }]);
    expect(reconcile([unpriced], [line()]).totals.ours).toEqual({ n: 1, rupiah: 0, unknown: 1 });
  });
});

it("a payment without a line is ours only, what is open stays open, and what never moved is no entry", () => {
  const state = (value: AttemptState, payment: string) => attempt({ state: value, payment });
  const ours = [state("paid", "p1"), state("unknown", "p2"), state("refused", "p3"), state("refunded", "p4")];
  expect(judged(ours, [])).toEqual([
    { verdict: "ours-only", advice: "missing-there", level: undefined },
    { verdict: "open", advice: "still-open", level: undefined },
  ]);
});

it("a line without a payment is theirs only, and a fee alone is a fee", () => {
  const theirs = [line({ ref: "INV-9" }), line({ ref: "ADM", kind: "fee", amount: 5_000, line: 3 })];
  const { entries, totals } = reconcile([], theirs);
  expect(entries.map(({ verdict, advice }) => [verdict, advice])).toEqual([["theirs-only", "unknown-here"]]);
  expect(totals.fees).toEqual({ n: 1, rupiah: 5_000, unknown: 0 });
});

it("a payment and its fee are one entry, and only the payment is compared", () => {
  const theirs = [line(), line({ kind: "fee", amount: 5_000, line: 3 })];
  const { entries } = reconcile([attempt()], theirs);
  expect(entries).toMatchObject([{ verdict: "matched", level: 1, theirs: [{ kind: "payment" }, { kind: "fee" }] }]);
});

it("two payments of one reference are twice, unless both came back", () => {
  const two = [line(), line({ line: 3 })];
  expect(judged([attempt()], two)).toEqual([{ verdict: "twice", advice: "ask-which", level: 1 }]);
  expect(judged([], two)).toMatchObject([{ verdict: "twice" }]);
  expect(judged([attempt()], [...two, line({ line: 4, kind: "reversal" })])).toMatchObject([{ verdict: "twice" }]);
  const back = [line({ line: 4, kind: "reversal" }), line({ line: 5, kind: "reversal" })];
  expect(judged([attempt()], [...two, ...back])).toMatchObject([{ verdict: "reversed" }]);
});

it("two payments of one bill are twice although their references differ", () => {
  const theirs = [line({ key }), line({ key, ref: "INV-9", line: 3 })];
  expect(judged([attempt()], theirs)).toEqual([{ verdict: "twice", advice: "ask-which", level: 4 }]);
});

it("our own second payment of a bill is twice, although each has its line", () => {
  const ours = [attempt(), attempt({ attempt: 2, ref: "INV-2", state: "surplus" })];
  expect(judged(ours, [line({ key }), line({ key, ref: "INV-2", line: 3 })])).toMatchObject([{ verdict: "twice" }]);
});

describe("a line of the same bill without a reference", () => {
  it("has to be confirmed by somebody where it is paid here", () => {
    expect(judged([attempt()], [line({ ...noRef, key })])).toEqual([
      { verdict: "same-bill", advice: "confirm-bill", level: 4 },
    ]);
  });

  it("is a proposal where it is open here, and nothing more", () => {
    const [entry] = reconcile([attempt({ state: "unknown" })], [line({ ...noRef, key })]).entries;
    expect(entry).toMatchObject({ verdict: "ours-open", level: 4 });
    expect(entry?.proposal).toEqual({
      payment: "p1",
      attempt: 1,
      verdict: "paid",
      evidence: `Statement mutasi.csv (SHA-256 ${"a".repeat(64)}), line 2: payment of Rp 102500 on 2026-11-24, found by its bill only`,
    });
  });

  it("says nothing of it with another amount", () => {
    expect(judged([attempt()], [line({ ...noRef, key, amount: 1 })])).toMatchObject([
      { verdict: "theirs-only" },
      { verdict: "ours-only" },
    ]);
  });

  it("is its return, if it is one", () => {
    const theirs = [line(), line({ ...noRef, key, kind: "reversal", line: 3 })];
    expect(judged([attempt()], theirs)).toEqual([{ verdict: "reversed", advice: "returned-there", level: 4 }]);
  });
});

it("a return of what nobody here knows has to be explained", () => {
  expect(judged([], [line({ kind: "refund" })])).toMatchObject([{ verdict: "reversed", advice: "returned-unknown" }]);
});

it("a line of the same bill with another reference is not ours", () => {
  expect(judged([attempt({ state: "unknown" })], [line({ ref: "INV-9", key })])).toMatchObject([
    { verdict: "theirs-only", advice: "unknown-here" },
    { verdict: "open" },
  ]);
});

it("a tax year in the place of a reference links nothing", () => {
  const ours = [attempt({ ref: "2026", key: "a" })];
  expect(judged(ours, [line({ ref: "2026" })])).toMatchObject([{ verdict: "theirs-only" }, { verdict: "ours-only" }]);
});

it("a reference that two of our payments have links nothing", () => {
  const ours = [attempt({ ref: "BATCH-1" }), attempt({ payment: "p2", ref: "BATCH-1" })];
  expect(judged(ours, [line({ ref: "BATCH-1" })])).toMatchObject([
    { verdict: "theirs-only" },
    { verdict: "ours-only" },
    { verdict: "ours-only" },
  ]);
});

it("attempts of one payment may share their reference, and the one that was paid counts", () => {
  const ours = [attempt({ state: "not-paid" }), attempt({ attempt: 2 })];
  expect(judged(ours, [line()])).toMatchObject([{ verdict: "matched", level: 1 }]);
});

it("what is still being sent is decided by nobody", () => {
  const [entry] = reconcile([attempt({ state: "sending" })], [line()]).entries;
  expect(entry).toMatchObject({ verdict: "ours-open" });
  expect(entry).not.toHaveProperty("proposal");
});

it("a payment that is booked there the next day counts on each side in its own day", () => {
  const ours = [attempt(), attempt({ payment: "p2", day: "2026-11-23" })];
  const theirs = [
    line({ day: "2026-11-25" }),
    line({ ref: "INV-p2", line: 3 }),
    line({ ref: "x", line: 4, day: "2026-11-25" }),
  ];
  const { entries, totals } = reconcile(ours, theirs);
  expect(entries.map(({ verdict, level }) => [verdict, level])).toEqual([
    ["matched", 2],
    ["matched", 2],
  ]);
  expect(totals).toMatchObject({ ours: { n: 1 }, theirs: { n: 1 }, difference: { n: 0, rupiah: 0 } });
});

const states: readonly AttemptState[] = ["unknown", "not-paid", "paid", "surplus", "refunded", "reversed", "sending"];
const days = constantFrom("2026-11-23", day, "2026-11-25");
const bills = integer({ min: 1, max: 4 });
const someOurs = array(
  record({ bill: bills, n: integer({ min: 1, max: 3 }), ref: bills, state: constantFrom(...states), day: days }),
);
const someTheirs = array(
  record({
    kind: constantFrom("payment", "payment", "fee", "reversal", "refund"),
    ref: constantFrom(undefined, "INV-1", "INV-2", "INV-3", "2026"),
    key: constantFrom(undefined, "hash-1", "hash-2"),
    amount: constantFrom(undefined, 1, 2),
    day: days,
  }),
);
const books = record({ ours: someOurs, theirs: someTheirs }).map(({ ours, theirs }) => ({
  ours: [...new Map(ours.map((each) => [`${each.bill} ${each.n}`, each])).values()].map(({ bill, n, ref, ...rest }) =>
    attempt({ ...rest, payment: `p${bill}`, attempt: n, ref: `INV-${ref}`, key: `hash-${bill}`, amount: 1 }),
  ),
  theirs: theirs.map(
    ({ kind, ref, key: bill, amount, day: when }, index): TheirLine => ({
      statement: 0,
      line: index + 2,
      kind,
      at: when,
      day: when,
      ...(ref !== undefined && { ref }),
      ...(bill !== undefined && { key: bill }),
      ...(amount !== undefined && { amount }),
    }),
  ),
}));

it("the same books give the same bytes, in whatever order they are read", () => {
  const shuffled = books.chain(({ ours, theirs }) =>
    record({
      ours: record({ one: shuffledSubarray(ours, { minLength: ours.length }) }).map(({ one }) => [ours, one] as const),
      theirs: record({ one: shuffledSubarray(theirs, { minLength: theirs.length }) }).map(
        ({ one }) => [theirs, one] as const,
      ),
    }),
  );
  assert(
    property(shuffled, ({ ours, theirs }) => {
      expect(JSON.stringify(reconcile(ours[1], theirs[1]))).toBe(JSON.stringify(reconcile(ours[0], theirs[0])));
    }),
  );
});

it("every payment of the day is in one entry, and the verdicts add up to the totals", () => {
  assert(
    property(books, ({ ours, theirs }) => {
      const { entries, totals, verdicts } = reconcile(ours, theirs);
      const all = Object.values(verdicts);
      const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
      expect(add(all.map(({ n }) => n))).toBe(entries.length);
      expect(add(all.map((each) => each.ours.n))).toBe(totals.ours.n);
      expect(add(all.map((each) => each.ours.rupiah))).toBe(totals.ours.rupiah);
      expect(add(all.map((each) => each.theirs.n))).toBe(totals.theirs.n - totals.returned.n);
      expect(add(all.map((each) => each.theirs.rupiah))).toBe(totals.theirs.rupiah - totals.returned.rupiah);
      const places = entries.flatMap((entry) => entry.theirs.map((each) => each.line));
      expect(new Set(places).size).toBe(places.length);
    }),
  );
});

it("nothing is matched, and nothing that is unlike is called alike, without an equal reference", () => {
  assert(
    property(books, ({ ours, theirs }) => {
      for (const { verdict, level, ours: own, theirs: told, proposal } of reconcile(ours, theirs).entries) {
        if (verdict === "matched") {
          const refs = new Set([...own, ...told.filter(({ kind }) => kind !== "fee")].map(({ ref }) => ref));
          expect(level).toBeLessThan(4);
          expect(refs.size).toBe(1);
        }
        if (proposal !== undefined) expect(own).toContainEqual(expect.objectContaining({ state: "unknown" }));
        if (level === 1)
          expect(told.some(({ kind, amount }) => kind === "payment" && amount === own[0]?.amount)).toBe(true);
      }
    }),
  );
});

it("a file with one key on every line is one entry, however long it is", () => {
  const theirs = Array.from({ length: 200_000 }, (_, index) => line({ ...noRef, key, line: index + 2 }));
  expect(judged([attempt()], theirs)).toEqual([{ verdict: "twice", advice: "ask-which", level: 4 }]);
});
