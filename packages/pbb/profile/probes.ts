import type { Fetch } from "@setor/core";
import { lost } from "@setor-tooling/model/probing/answering";
import { ask, expectSame, makeClient, requireSuccess, turns } from "@setor-tooling/model/probing/subject";
import type { Probe, Subject } from "@setor-tooling/model/profile";

async function aLostCallHoldsItsPermit(subject: Subject): Promise<void> {
  const scenario = requireSuccess(subject, "money");
  let sent = 0;
  const fetch: Fetch = async () => {
    sent += 1;
    throw lost;
  };
  const client = makeClient(subject, scenario, { fetch });
  await ask(client, "pay", subject.profile.argument?.(scenario));
  const controller = new AbortController();
  const next = ask(client, "inquire", { nop: "992901000100100010", thn: "2013" }, { signal: controller.signal });
  await turns();
  const early = sent;
  controller.abort();
  expectSame(`${early} ${(await next).state}`, "1 not-sent", "a call behind one that got no answer");
}

/** How its payments wait for each other. */
export const probes: readonly Probe[] = [
  { name: "holds the permit of a call that got no answer", run: aLostCallHoldsItsPermit },
];
