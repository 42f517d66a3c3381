import type { Fetch } from "@setor/core";
import { clientAnswering } from "@setor-tooling/model/probing/answering";
import { ask, expectSame, makeClient, requireSuccess, turns } from "@setor-tooling/model/probing/subject";
import type { Probe, Subject } from "@setor-tooling/model/profile";

const limitMs = 60_000;
const overMs = 125_000 + limitMs;
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
  const controller = new AbortController();
  const fetch: Fetch = () => new Promise(() => {});
  const tokenStore = { get: async () => undefined, set: async () => {} };
  const client = makeClient(subject, scenario, { fetch, ...{ tokenStore } });
  let said = "nothing";
  const paying = ask(client, "paySspd", scenario.fields, { signal: controller.signal }).then(({ state }) => {
    said = state;
  });
  paying.catch(() => {});
  controller.abort();
  await turns();
  expectSame(said, "not-sent", "a payment whose token never comes");
}

/** How its payments are settled. */
export const probes: readonly Probe[] = [
  { name: "takes unpaid for final by agreement only", run: unpaidIsFinalByAgreementOnly },
  { name: "waits for a token within its deadline", run: theTokenIsWithinTheDeadline },
];
