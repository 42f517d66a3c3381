import { loadProfile } from "@setor-tooling/model/load-profile";
import { findVendor } from "@setor-tooling/model/vendors";
import { expect } from "vitest";
import { createSandbox, type FaultName, type Sandbox } from "../src/index.js";

export const startedAt = new Date("2026-01-31T02:30:00Z");

/** A sandbox whose time stands still, and its answers as they go over the wire to a client. */
export function startRecorded() {
  const sandbox = createSandbox({ now: () => startedAt });
  const answers: Response[] = [];
  const failures: string[] = [];
  const fetch = async (url: string, init?: RequestInit) => {
    const answer = await sandbox.fetch(url, init).catch((error: Error) => {
      failures.push(error.message);
      throw error;
    });
    answers.push(answer.clone());
    return answer;
  };
  const wiringOf = (vendor: string) => ({
    baseUrl: sandbox.baseUrl(vendor),
    fetch,
    now: sandbox.now,
    monotonicNow: () => sandbox.now().getTime(),
  });
  const commits = (operation: string) =>
    sandbox.journal.entries.filter((entry) => entry.operation === operation && entry.committed !== undefined).length;
  return { sandbox, wiringOf, answers, failures, commits };
}

/** A call that moves money, is billed or opens something, as the vendor's profile makes it. */
export interface MovingCall {
  readonly vendor: string;
  readonly operation: string;
}

/** The moving calls of these vendors. */
export async function listMovingCalls(vendors: readonly string[]): Promise<MovingCall[]> {
  const listed = vendors.map(async (vendor) => {
    const { moneyCalls = [] } = await loadProfile<Sandbox>(findVendor(vendor));
    return moneyCalls.map(({ operation }) => ({ vendor, operation }));
  });
  return (await Promise.all(listed)).flat();
}

/** A moving call in a sandbox of its own, with everything done that has to come before it. */
export async function prepareCall({ vendor, operation }: MovingCall) {
  const recorded = startRecorded();
  const { moneyCalls = [] } = await loadProfile<Sandbox>(findVendor(vendor));
  const money = moneyCalls.find((call) => call.operation === operation) ?? expect.unreachable();
  const call = await money.prepare(recorded.wiringOf(vendor), "this one");
  const send = async (fault?: FaultName): Promise<Response | undefined> => {
    const before = recorded.answers.length;
    if (fault !== undefined) recorded.sandbox.faults.add({ vendor, operation, fault });
    await call({});
    return recorded.answers[before];
  };
  return { ...recorded, send };
}

/** What a moving call is answered under a fault, and how often it was carried out. */
export async function answerUnder(fault: FaultName, call: MovingCall) {
  const { send, commits } = await prepareCall(call);
  const answer = (await send(fault)) ?? expect.unreachable();
  return { status: answer.status, text: await answer.text(), commits: commits(call.operation) };
}
