import { clientAnswering, lost } from "@setor-tooling/model/probing/answering";
import { ask, expectSame, type Said } from "@setor-tooling/model/probing/subject";
import type { Probe, Subject } from "@setor-tooling/model/profile";
import { property } from "@setor-tooling/model/property";

const invoice = "11111111111";
const confirmed = { result: "ok", invoice, status: "CONFIRM" };
const failed = { result: "no", status: "FAILURE", reason: `Failure Invoice ${invoice}!` };
const limitMs = 60_000;
const overMs = 125_000 + limitMs;

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
  expectSame(property(attempt, "invoice"), invoice, "the invoice of the attempt");
}

/** How its payments are settled. */
export const probes: readonly Probe[] = [
  { name: "takes FAILURE for final when it is", run: failureIsFinal },
  { name: "counts the age that the caller vouches for", run: anAgeIsVouchedFor },
  { name: "settles by what proves", run: settlingProves },
  { name: "is refused by refusals of its own", run: refusalsAreOnesOwn },
  { name: "writes into an attempt what was sent", run: attemptsHoldWhatWasSent },
];
