import type { Fetch } from "@setor/core";
import type { Probe } from "./probe.js";
import { ask, expectSame, makeClient, requireSuccess, type Said, type Subject, turns } from "./subject.js";

const invoice = "11111111111";
const confirmed = { result: "ok", invoice, status: "CONFIRM" };
const failed = { result: "no", status: "FAILURE", reason: `Failure Invoice ${invoice}!` };
const limitMs = 60_000;
const overMs = 125_000 + limitMs;

/** A client whose wire answers with these in turn, and whose clocks are moved by hand. */
function clientAnswering(subject: Subject, options: object, ...answers: (object | string)[]) {
  // The time of the examples, at which a token is at hand.
  let [now, monotonicNow, sent] = [new Date("2024-09-25T20:39:48.423Z"), 0, 0];
  const fetch: Fetch = async () => {
    const answer = answers[sent] ?? "";
    sent += 1;
    if (answer instanceof Error) throw answer;
    if (typeof answer === "function") return Response.json(answer());
    return typeof answer === "string" ? new Response(answer) : Response.json(answer);
  };
  const wiring = { fetch, now: () => now, monotonicNow: () => monotonicNow, ...options };
  const client = makeClient(subject, requireSuccess(subject, "money"), wiring);
  return {
    client,
    pass(ms: number): void {
      monotonicNow += ms;
    },
    leap(ms: number): void {
      now = new Date(now.getTime() + ms);
    },
  };
}

const lost = new TypeError("fetch failed", { cause: Object.assign(new Error("reset"), { code: "ECONNRESET" }) });

async function lostPayment(subject: Subject, ...answers: (object | string)[]) {
  const { client, pass, leap } = clientAnswering(subject, {}, lost, ...answers);
  const open = await ask(client, "pay", { invoice });
  const settle = (options?: object): Promise<Said> => ask(client, "settle", open.attempt, options);
  return { settle, pass, leap };
}

async function failureIsFinal(subject: Subject): Promise<void> {
  const slow = () => {
    paid.pass(overMs);
    return failed;
  };
  const paid = await lostPayment(subject, failed, failed, slow, failed);
  paid.leap(86_400_000);
  expectSame((await paid.settle()).state, "unknown", "FAILURE when only the clock of the machine has moved");
  paid.pass(overMs - 1);
  expectSame((await paid.settle()).state, "unknown", "FAILURE before transport time and the limit are over");
  expectSame((await paid.settle()).state, "unknown", "FAILURE that was asked for too early");
  expectSame((await paid.settle()).state, "refused", "FAILURE after both");
}

async function anAgeIsVouchedFor(subject: Subject): Promise<void> {
  const { settle } = await lostPayment(subject, failed, failed);
  expectSame((await settle({ ageMs: overMs - 1 })).state, "unknown", "FAILURE at an age that is too young");
  expectSame((await settle({ ageMs: overMs })).state, "refused", "FAILURE at an age that the caller vouches for");
}

async function settlingProves(subject: Subject): Promise<void> {
  const another = { ...failed, reason: "Failure Invoice 2222222222!" };
  const { settle } = await lostPayment(subject, `ROLLBACK ${JSON.stringify(confirmed)}`, another);
  expectSame((await settle({ ageMs: overMs })).state, "unknown", "CONFIRM in a log");
  expectSame((await settle({ ageMs: overMs })).state, "unknown", "FAILURE of another invoice");
}

async function refusalsAreOnesOwn(subject: Subject): Promise<void> {
  const refusal = { result: "no", reason: "Tagihan sudah dibayar (Kode: 0054)", invoice: "2222222222" };
  const { client } = clientAnswering(subject, {}, refusal);
  const { state, code } = await ask(client, "pay", { invoice });
  expectSame(`${state} ${code}`, "unknown correlation-mismatch", "a refusal of another invoice");
}

async function attemptsHoldWhatWasSent(subject: Subject): Promise<void> {
  const read: string[] = [];
  const input = {
    get invoice() {
      read.push(invoice);
      return read.length === 1 ? invoice : "2222222222";
    },
  };
  const { client } = clientAnswering(subject, {}, lost);
  const { attempt } = await ask(client, "pay", input);
  expectSame(Reflect.get(Object(attempt), "invoice"), invoice, "the invoice of the attempt");
}

const ntpd = "1209411011001249943";
const bill = { ntpd, amount: "5000000" };
const unpaid = {
  status: true,
  message_code: "2002400",
  data: { amount: bill.amount, payment_status: "unpaid" },
};
const stored = { id: "4711", operation: "paySspd", sentAt: "2026-01-31T02:30:00.000Z", ...bill };

async function unpaidIsFinalByAgreementOnly(subject: Subject): Promise<void> {
  const without = clientAnswering(subject, {}, unpaid);
  expectSame(
    (await ask(without.client, "settle", stored, { ageMs: 1e9 })).state,
    "unknown",
    "unpaid without agreement",
  );
  const agreed = clientAnswering(subject, { finalAfterMs: limitMs }, unpaid, unpaid);
  const early = await ask(agreed.client, "settle", stored, { ageMs: overMs - 1 });
  expectSame(early.state, "unknown", "unpaid before transport time and the agreed limit are over");
  expectSame((await ask(agreed.client, "settle", stored, { ageMs: overMs })).state, "refused", "unpaid by agreement");
}

async function theTokenIsWithinTheDeadline(subject: Subject): Promise<void> {
  const scenario = requireSuccess(subject, "money");
  const giveUp = new AbortController();
  const fetch: Fetch = () => new Promise(() => {});
  const tokenStore = { get: async () => undefined, set: async () => {} };
  const client = makeClient(subject, scenario, { fetch, ...{ tokenStore } });
  let said = "nothing";
  const paying = ask(client, "paySspd", scenario.fields, { signal: giveUp.signal }).then(({ state }) => {
    said = state;
  });
  paying.catch(() => {});
  giveUp.abort();
  await turns();
  expectSame(said, "not-sent", "a payment whose token never comes");
}

async function aLostCallHoldsItsPlace(subject: Subject): Promise<void> {
  const scenario = requireSuccess(subject, "money");
  let sent = 0;
  const fetch: Fetch = async () => {
    sent += 1;
    throw lost;
  };
  const client = makeClient(subject, scenario, { fetch });
  await ask(client, "pay", subject.profile.argument?.(scenario));
  const giveUp = new AbortController();
  const next = ask(client, "inquire", { nop: "992901000100100010", thn: "2013" }, { signal: giveUp.signal });
  await turns();
  const early = sent;
  giveUp.abort();
  expectSame(`${early} ${(await next).state}`, "1 not-sent", "a call behind one that got no answer");
}

const of = (id: string) => (subject: Subject) => subject.vendor.id === id;

/** How payments of one vendor are settled. */
export const settlementProbes: readonly Probe[] = [
  { name: "takes FAILURE for final when it is", fits: of("esamsat"), run: failureIsFinal },
  { name: "counts the age that the caller vouches for", fits: of("esamsat"), run: anAgeIsVouchedFor },
  { name: "settles by what proves", fits: of("esamsat"), run: settlingProves },
  { name: "is refused by refusals of its own", fits: of("esamsat"), run: refusalsAreOnesOwn },
  { name: "writes into an attempt what was sent", fits: of("esamsat"), run: attemptsHoldWhatWasSent },
  { name: "takes unpaid for final by agreement only", fits: of("bphtb"), run: unpaidIsFinalByAgreementOnly },
  { name: "waits for a token within its deadline", fits: of("bphtb"), run: theTokenIsWithinTheDeadline },
  { name: "holds the place of a call that got no answer", fits: of("pbb"), run: aLostCallHoldsItsPlace },
];
