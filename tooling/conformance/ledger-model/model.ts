/*
 * The ledger, its workers, the store, the network and the vendor as one machine of small numbers.
 *
 * What is modelled: two or three workers that pay one key and settle it, each of which may stop anywhere and go on
 * later (a step that is not taken), or crash anywhere with all that it has in its hands; a COMMIT whose answer is
 * lost, of a claim and of a result, made or not; a network that delivers a request at once, late or never, and an
 * answer late or never; a vendor without idempotency keys that executes each request that arrives, within its limit;
 * status calls that say FAILURE of what is executed later; a payer; two people; a clock of the store that leaps ahead.
 * What the pure rules decide is decided by them, not by a copy: `Rules`.
 *
 * Time passes in ages, for all attempts at once. An attempt is of age 0 while it may be sent (`sendWithinMs`), 1 when
 * that is over, 2 when its lease is over, 3 when sending, transport time and the vendor's limit are over. A request
 * stays on its way for at most two of these (it was sent anywhere in the first, and the transport time is one), and at
 * the vendor for at most two from its arrival, for the same reason. The thresholds are those that schedule.ts gives
 * for such lengths.
 *
 * What is not modelled: amounts; the pace and the number of askings (any worker may ask at any time, which is more
 * than the ledger does); the dates under which QRIS finds an invoice; seals, pruning, several keys, a store that
 * forgets. The look at the window and the first byte are one step: a pause exactly between them that is longer than
 * the final time cannot be excluded by anybody.
 */
import type { PaymentPolicy } from "@setor/core";
import type { Rules } from "./rule-table.js";
import { realRules } from "./rule-table.js";

/** A kind of vendor. */
export interface Kind {
  readonly name: string;
  /** Somebody else pays what is opened. */
  readonly incoming: boolean;
  /** What it is called when it is done. */
  readonly done: "paid" | "reversed";
  /** What the status call tells apart; nothing where there is no call. */
  readonly asks: "attempts" | "keys" | undefined;
  /** The vendor says how long it may work on a request. */
  readonly isLimitKnown: boolean;
  /** People may decide. */
  readonly people: boolean;
  /** The vendor says that it is at work. */
  readonly saysPending: boolean;
  /** The vendor gives money back. */
  readonly refunds: boolean;
  /** The vendor is at work for longer than it says. */
  readonly breaksLimit: boolean;
  /** An attempt has a reference of its own, so that what is closed is asked about once more. */
  readonly newReference: boolean;
}

const byCall: Kind = {
  name: "e-Samsat: a status call for each attempt, and a limit",
  incoming: false,
  done: "paid",
  asks: "attempts",
  isLimitKnown: true,
  people: false,
  saysPending: false,
  refunds: false,
  breaksLimit: false,
  newReference: true,
};

const byHand: Kind = {
  ...byCall,
  name: "WS PBB: no call, two people look when the vendor is done",
  asks: undefined,
  isLimitKnown: false,
  people: true,
  newReference: false,
};

export const kinds = {
  esamsat: byCall,
  pending: { ...byCall, name: "e-Samsat that also says it is at work", saysPending: true },
  refunds: { ...byCall, name: "e-Samsat that gives money back", refunds: true, people: true },
  breaksLimit: { ...byCall, name: "e-Samsat that works longer than it says", breaksLimit: true },
  bphtb: {
    ...byCall,
    name: "eBPHTB: one status for all attempts, and a limit agreed on",
    asks: "keys",
    newReference: false,
  },
  bphtbNoLimit: { ...byHand, name: "eBPHTB: one status for all attempts, nothing agreed on", asks: "keys" },
  pbb: byHand,
  reversals: { ...byHand, name: "WS PBB: a reversal", done: "reversed" },
  ocr: { ...byHand, name: "NPWP OCR: billed once, no call" },
  qris: {
    ...byCall,
    name: "QRIS: invoices that somebody else pays, until their expiry and a grace",
    incoming: true,
    isLimitKnown: false,
  },
} satisfies Record<string, Kind>;

/** What of the ledger is no pure function, and where it stands in packages/ledger/src. */
export interface Conduct {
  /** The claim is written down before anything is sent (pay.ts, `beforeSending`). */
  readonly claimsFirst: boolean;
  /** What a COMMIT without an answer means (pay.ts, `not-written-down`). */
  readonly ambiguousClaim: "not-mine" | "mine";
  /** Which attempt such a claim takes back (pay.ts, `release`). */
  readonly releases: "own" | "newest";
  /** What has to be open still when the first byte leaves (pay.ts, `window`). */
  readonly window: "own-clock" | "lease-in-store" | "none";
  /** What an expired lease gives (keeper.ts, `takeOver`). */
  readonly leaseGives: "asking" | "sending";
  /** When it is judged whether "not paid" is final (keeper.ts, `askAbout`). */
  readonly judgesOver: "before-asking" | "when-answered";
  /** Whose clock says that the final time is over (clocks.ts, `untilFinal`). */
  readonly finalBy: "store-and-own" | "store";
  /** A step is made only on the head that it was decided on (sqlite.ts and postgres.ts, `append`). */
  readonly comparesHead: boolean;
  /** Who decides what no call settles (people.ts). */
  readonly deciders: "two-when-done" | "one-at-once";
  /** What is waited for after an invoice has expired (packages/qris/src/invoices.ts, `graceMs`). */
  readonly grace: boolean;
  /** An invoice is shown to a payer when it is written down (pay.ts, `isShown`), or as soon as it is heard of. */
  readonly shows: "when-written" | "when-heard";
  /** A request arrives within the transport time (the network, not the ledger). */
  readonly network: "in-time" | "later";
}

export const realConduct: Conduct = {
  claimsFirst: true,
  ambiguousClaim: "not-mine",
  releases: "own",
  window: "own-clock",
  leaseGives: "asking",
  judgesOver: "before-asking",
  finalBy: "store-and-own",
  comparesHead: true,
  deciders: "two-when-done",
  grace: true,
  shows: "when-written",
  network: "in-time",
};

/** What is explored. */
export interface Model {
  readonly kind: Kind;
  readonly workers: number;
  readonly attempts: number;
  readonly crashes: number;
  /** Reading the payment and claiming it are two steps. */
  readonly readsFirst: boolean;
  /** The clock of the store may leap ahead, once, so that by it everything is old. */
  readonly leaps: boolean;
  readonly rules: Rules;
  readonly conduct: Conduct;
}

export type Bounds = Pick<Model, "workers" | "attempts" | "crashes">;

/** The rules as they are. */
export function realModel(kind: Kind, bounds: Bounds): Model {
  return { kind, ...bounds, readsFirst: false, leaps: false, rules: realRules, conduct: realConduct };
}

/** One age, in milliseconds: the send window, the transport time and the vendor's limit are that long each. */
export const ageMs = 100_000;

/** With this deadline a lease ends an age after the window. */
export const deadlineMs = ageMs - 10_000;

export function policyOf({ asks, incoming, isLimitKnown, newReference }: Kind): PaymentPolicy {
  return {
    effect: incoming ? "create" : "money",
    businessKey: [],
    reference: [],
    settledBy: asks === undefined ? "manual" : "ask",
    deadlineMs,
    ...(isLimitKnown && { finalAfterMs: ageMs }),
    ...(asks !== undefined && { ask: { afterMs: 1, everyMs: 1, untilMs: ageMs } }),
    resend: newReference ? "new-reference" : "same-reference",
    keep: [],
  };
}
