import type { AttemptState } from "@setor/ledger";
import type { Snapshot } from "../../../packages/ledger/src/payment.js";
import type { Event, Step } from "../../../packages/ledger/src/rules.js";
import type { Violation } from "./invariants.js";
import { type Bounds, type Conduct, type Kind, kinds, type Model, realConduct, realModel } from "./model.js";
import { type Rules, realRules } from "./rule-table.js";

/** One rule that is weaker than it is. */
export interface Mutant {
  readonly name: string;
  /** What comes of it; `stuck`: a state without a way to an end. */
  readonly leadsTo: Violation | "stuck";
  readonly model: Model;
}

const small: Bounds = { workers: 2, attempts: 2, crashes: 1 };

function conducts(name: string, leadsTo: Mutant["leadsTo"], kind: Kind, conduct: Partial<Conduct>): Mutant {
  return { name, leadsTo, model: { ...realModel(kind, small), conduct: { ...realConduct, ...conduct } } };
}

function rules(name: string, leadsTo: Mutant["leadsTo"], kind: Kind, weaker: Partial<Rules>): Mutant {
  return { name, leadsTo, model: { ...realModel(kind, small), rules: { ...realRules, ...weaker } } };
}

/** `decide`, but where `change` says something else of what it decides. */
function decides(
  change: (step: Step | undefined, snapshot: Snapshot, event: Event) => Step | undefined,
): Partial<Rules> {
  return { decide: (snapshot, event) => change(realRules.decide(snapshot, event), snapshot, event) };
}

function stateIn({ attempts }: Snapshot, event: Event): AttemptState | undefined {
  return attempts.find(({ n }) => n === event.n)?.state;
}

const isReceipt = (event: Event) => "finding" in event && event.finding.state === "paid";

const closed: readonly (AttemptState | undefined)[] = ["not-sent", "refused", "not-paid"];

const twice = "a second debit";

/** What of a ledger is no pure function, done worse. */
export const worseConduct: readonly Mutant[] = [
  conducts("a payment is sent without a claim", twice, kinds.esamsat, { claimsFirst: false }),
  conducts("a COMMIT without an answer is taken for one's own claim", twice, kinds.esamsat, {
    ambiguousClaim: "mine",
  }),
  {
    name: "a claim that failed takes back the claim of another worker",
    leadsTo: twice,
    model: {
      ...realModel(kinds.esamsat, { ...small, attempts: 3 }),
      conduct: { ...realConduct, releases: "newest" },
    },
  },
  conducts("an expired lease gives the right to send", "the ledger sends by itself", kinds.esamsat, {
    leaseGives: "sending",
  }),
  conducts("a claim is sent however old it is", twice, kinds.esamsat, { window: "none" }),
  conducts("a claim is sent while its lease in the store is its own", twice, kinds.esamsat, {
    window: "lease-in-store",
  }),
  conducts("an answer from before the final time is believed after it", twice, kinds.esamsat, {
    judgesOver: "when-answered",
  }),
  conducts("one person decides before the vendor is done", twice, kinds.pbb, { deciders: "one-at-once" }),
  conducts("an invoice is called unpaid at its expiry", "not paid while a payer may still pay", kinds.qris, {
    grace: false,
  }),
  conducts("an invoice is shown that is not written down", "not paid while a payer may still pay", kinds.qris, {
    shows: "when-heard",
  }),
  conducts("a network delivers later than the transport time", twice, kinds.esamsat, { network: "later" }),
  {
    name: "the clock of the store alone says that the final time is over",
    leadsTo: twice,
    model: { ...realModel(kinds.esamsat, small), leaps: true, conduct: { ...realConduct, finalBy: "store" } },
  },
  {
    name: "a claim is written down on a head that is not the newest",
    leadsTo: "the journal forks",
    model: {
      ...realModel(kinds.esamsat, small),
      readsFirst: true,
      conduct: { ...realConduct, comparesHead: false },
    },
  },
];

/** The pure rules of packages/ledger, each with one replaced. */
export const weakerRules: readonly Mutant[] = [
  rules("an unknown attempt is tried again", twice, kinds.esamsat, {
    mayClaim: (snapshot, isOver) =>
      realRules.mayClaim(snapshot, isOver) || snapshot?.attempts.at(-1)?.state === "unknown",
  }),
  rules("a claim is made while another is open", twice, kinds.bphtb, {
    mayClaim: (snapshot) => snapshot === undefined || snapshot.payment.state !== "paid",
  }),
  rules("a payment is free while an attempt is open", twice, kinds.esamsat, {
    stateOf: (attempts) => {
      const state = realRules.stateOf(attempts);
      return state === "open" ? "free" : state;
    },
  }),
  rules('"not paid" is believed at once', "a debit that the ledger takes for not made", kinds.esamsat, {
    decide: (snapshot, event) => realRules.decide(snapshot, event.kind === "asked" ? { ...event, over: true } : event),
  }),
  rules("the final time has no transport time", twice, kinds.esamsat, {
    finalMs: (sendWithinMs, _, policy) => realRules.finalMs(sendWithinMs, 0, policy),
  }),
  rules("the final time counts from the sending of a process that is dead", twice, kinds.esamsat, {
    finalMs: (_, transportMs, policy) => realRules.finalMs(0, transportMs, policy),
  }),
  rules("the final time has no vendor's limit", twice, kinds.bphtb, {
    finalMs: (sendWithinMs, transportMs, policy) =>
      realRules.finalMs(sendWithinMs, transportMs, { ...policy, finalAfterMs: 0 }),
  }),
  rules("a limit that nobody knows is taken for none", twice, kinds.bphtbNoLimit, {
    finalMs: (sendWithinMs, transportMs, policy) =>
      realRules.finalMs(sendWithinMs, transportMs, { finalAfterMs: 0, ...policy }),
  }),
  rules("a takeover calls an attempt not sent", twice, kinds.pbb, {
    ...decides((step, _, event) => (step && event.kind === "taken-over" ? { ...step, state: "not-sent" } : step)),
  }),
  rules("an asking that was not sent is taken for a payment that was not sent", twice, kinds.esamsat, {
    decide: (snapshot, event) =>
      realRules.decide(
        snapshot,
        event.kind === "asked" && event.finding.state === "not-sent" ? { ...event, kind: "answered" } : event,
      ),
  }),
  rules("a receipt for a closed attempt is dropped", "stuck", kinds.breaksLimit, {
    ...decides((step, snapshot, event) =>
      isReceipt(event) && closed.includes(stateIn(snapshot, event)) ? undefined : step,
    ),
  }),
  rules("what was found not paid is never looked at again", "stuck", kinds.breaksLimit, {
    lookBackMs: () => undefined,
  }),
  rules("a second receipt takes the place of the first", "two receipts for one payment", kinds.qris, {
    ...decides((step) => (step?.state === "surplus" ? { ...step, state: "paid" } : step)),
  }),
  rules("a second receipt is not disputed", "a surplus is not disputed", kinds.breaksLimit, {
    ...decides((step) => (step?.state === "surplus" ? { state: step.state, event: step.event } : step)),
  }),
  rules(
    "an old receipt counts after the money was given back",
    "paid although it was given back and booked",
    kinds.refunds,
    {
      ...decides((step, snapshot, event) =>
        isReceipt(event) && stateIn(snapshot, event) === "reopened" ? { state: "paid", event: "paid" } : step,
      ),
    },
  ),
];
