import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding, Payable, PlainData } from "@setor/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Ledger, type LedgerEvent, type LedgerOptions, openLedger, type Store, sqlite } from "../src/index.js";

type Said = Finding<PlainData, PlainData, PlainData>;
type Change = Parameters<Store["append"]>[0];

const paid: Said = { state: "paid", receipt: {}, kept: {} };
const kind = Object.assign((): Payable<object, PlainData, PlainData, PlainData> => bank(async () => paid), {
  vendor: "bank",
  operation: "pay",
});

let folder: string;
let opened: Ledger[] = [];
/** Whoever waits for an answer still. */
let unanswered: (() => void)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "setor-claims-"));
});

afterEach(async () => {
  for (const answer of unanswered) answer();
  await Promise.all(opened.map((ledger) => ledger.close()));
  opened = [];
  unanswered = [];
  rmSync(folder, { recursive: true });
});

/** A vendor that answers as `answer` says, whenever something was sent. */
function bank(answer: () => Promise<Said>): Payable<object, PlainData, PlainData, PlainData> {
  return {
    vendor: "bank",
    operation: "pay",
    account: "default",
    policy: {
      effect: "money",
      businessKey: ["bill"],
      reference: ["bill"],
      settledBy: "manual",
      deadlineMs: 1_000,
      resend: "by-decision",
      keep: [],
    },
    transportMs: 1_000,
    take: async () => ({
      key: ["bill-1"],
      prepare: async () => ({ reference: { bill: "bill-1" } }),
      async send(_, { beforeSending, signal }) {
        const request = { operation: "pay", attemptId: crypto.randomUUID(), method: "POST", path: "/pay" };
        const givenUp = new Promise<never>((_resolve, reject) => {
          signal?.addEventListener("abort", () => reject(new Error("aborted")));
        });
        try {
          // A call that is given up does not wait for what is to be done before it.
          await Promise.race([beforeSending?.(request), givenUp]);
        } catch {
          return { state: "not-sent", reason: "not-sent" };
        }
        return answer();
      },
    }),
  };
}

async function open(
  answer: () => Promise<Said>,
  onClaim?: (change: Change) => Promise<void>,
  options: Partial<LedgerOptions> = {},
): Promise<Ledger> {
  const inner = sqlite(join(folder, "ledger.db"));
  const store: Store = {
    ...inner,
    async append(change) {
      if (change.line.event === "claimed") await onClaim?.(change);
      return inner.append(change);
    },
  };
  const ledger = await openLedger({ store, payables: [bank(answer)], ...options });
  opened.push(ledger);
  return ledger;
}

function later<T>(): { readonly promise: Promise<T>; readonly give: (value: T) => void } {
  let give: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

describe("a claim whose writing fails", () => {
  it("a claim that failed takes back no claim of another call", async () => {
    const answer = later<Said>();
    const sent = later<void>();
    unanswered.push(() => answer.give(paid));
    const other = await open(() => {
      sent.give();
      return answer.promise;
    });
    let theirs: Promise<unknown> | undefined;
    let claims = 0;
    let sends = 0;
    const own = await open(
      async () => {
        sends += 1;
        return { state: "refused", reason: "limit" };
      },
      async () => {
        claims += 1;
        if (claims !== 2) return;
        // The connection is lost, and the other is faster.
        theirs = other.pay(kind, {});
        await sent.promise;
        throw new Error("connection lost");
      },
    );
    expect(await own.pay(kind, {})).toMatchObject({ state: "refused" });
    expect(await own.pay(kind, {})).toMatchObject({ state: "not-sent", reason: "not-written-down" });
    expect(await own.pay(kind, {})).toMatchObject({ state: "busy" });
    expect(sends).toBe(1);
    answer.give(paid);
    expect(await theirs).toMatchObject({ state: "paid", attempt: 2 });
  });

  it("a claim that was made although its writing failed is taken back", async () => {
    let isLost = true;
    const inner = sqlite(join(folder, "ledger.db"));
    const store: Store = {
      ...inner,
      async append(change) {
        const appended = await inner.append(change);
        if (isLost && change.line.event === "claimed") {
          isLost = false;
          throw new Error("connection lost");
        }
        return appended;
      },
    };
    const ledger = await openLedger({ store, payables: [bank(async () => paid)] });
    opened.push(ledger);
    expect(await ledger.pay(kind, {})).toMatchObject({ state: "not-sent", reason: "not-written-down" });
    expect(await ledger.pay(kind, {})).toMatchObject({ state: "paid", attempt: 2 });
  });

  it("a claim that cannot be written is told to whoever watches", async () => {
    const events: LedgerEvent[] = [];
    const ledger = await open(
      async () => paid,
      async () => {
        throw new Error("The disk is full.");
      },
      { onEvent: (event) => events.push(event) },
    );
    expect(await ledger.pay(kind, {})).toMatchObject({ state: "not-sent", reason: "not-written-down" });
    expect(events).toMatchObject([{ kind: "store-failed", while: "writing a claim" }]);
  });
});

describe("a call that is given up while it is written down", () => {
  it("a claim that is made after its call was given up is taken back", async () => {
    const givesUp = new AbortController();
    const ledger = await open(
      async () => paid,
      async () => givesUp.abort(),
    );
    expect(await ledger.pay(kind, {}, { signal: givesUp.signal })).toMatchObject({ state: "not-sent" });
    expect(await ledger.open()).toEqual([]);
  });

  it("a claim that the database never answers keeps no call waiting that was given up", async () => {
    const givesUp = new AbortController();
    const ledger = await open(
      async () => paid,
      () => {
        givesUp.abort();
        return new Promise(() => {});
      },
      { sleep: async () => {} },
    );
    const outcome = await ledger.pay(kind, {}, { signal: givesUp.signal });
    expect(outcome).toEqual({ state: "not-sent", reason: "not-written-down" });
  });
});
