import { createSandbox, type FaultName, type FaultRule, type Sandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { guideFile, presentedVendors } from "@setor-tooling/model/guides";
import { languages } from "@setor-tooling/model/languages";
import type { Outcome, Wiring } from "@setor-tooling/model/money/money-call";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Row, writeFaultGuide } from "./fault-guide.js";
import { listMoneyCalls, type VendorCall } from "./money-calls.js";

const rows: Row[] = [];
const startedAt = new Date("2026-01-31T02:30:00Z");

/** These hold the answer back, so the client has to give up. */
const held: readonly FaultName[] = ["delay-before-commit", "delay-after-commit", "drip", "late-delivery"];

/** Longer than any deadline of the specs. */
const anyDeadlineMs = 120_000;

/** Transport time, and the longest limit of a vendor; whatever was sent before has been carried out. */
const overMs = 125_000 + 60_000;

type FaultCase = Pick<FaultRule, "fault" | "seconds">;

function nameOf({ fault, seconds }: FaultCase): string {
  return seconds === undefined ? fault : `${fault} ${seconds} s`;
}

/** Every fault that makes sense for an operation, by its name. */
function faultCasesOf({ vendor, operation }: VendorCall): [string, FaultCase][] {
  const cases = createSandbox()
    .faults.fitting(vendor, operation)
    .flatMap((fault): FaultCase[] =>
      fault === "clock-skew" ? [-3_600, 3_600].map((seconds) => ({ fault, seconds })) : [{ fault }],
    );
  return cases.map((faultCase) => [nameOf(faultCase), faultCase]);
}

async function callUnder(money: VendorCall, faultCase: FaultCase, sandbox: Sandbox, wiring: Wiring): Promise<Row> {
  const { vendor, operation } = money;
  const { fault } = faultCase;
  const commits = () => sandbox.journal.entries.filter((entry) => entry.operation === operation && entry.committed);
  if (fault === "duplicate-answer") await (await money.prepare(wiring, "another"))({});
  let tellSent = () => {};
  const sent = new Promise<void>((resolve) => {
    tellSent = resolve;
  });
  const call = await money.prepare(
    { ...wiring, onRequest: (record) => record.operation === operation && tellSent() },
    "this one",
  );
  const before = commits().length;
  sandbox.faults.add({ vendor, operation, ...faultCase });
  const outcome = await (held.includes(fault) ? waitForDeadline(call, sent) : call({}));
  const atOnce = await outcome.settle?.();
  await passUntilWritten(sandbox, fault);
  const committed = commits().length > before;
  sandbox.advance(overMs);
  const settled = await outcome.settle?.();
  const agreed = await outcome.settleByAgreement?.(overMs);
  return {
    vendor,
    operation,
    fault: nameOf(faultCase),
    committed,
    said: write(outcome),
    ...(atOnce && { atOnce: write(atOnce) }),
    settled: settled === undefined ? (outcome.byHand ? "by hand" : "") : write(settled),
    ...(agreed && { agreed: write(agreed) }),
  };
}

/** Lets the deadline of the spec pass when the request has arrived, and no time before. */
async function waitForDeadline(
  call: Awaited<ReturnType<VendorCall["prepare"]>>,
  sent: Promise<void>,
): Promise<Outcome> {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const outcome = call({});
  await sent;
  await turns(100);
  vi.advanceTimersByTime(anyDeadlineMs);
  vi.useRealTimers();
  return outcome;
}

/** A request may still be on its way when its client has given up; time passes until the journal knows of it. */
async function passUntilWritten(sandbox: Sandbox, fault: FaultName): Promise<void> {
  const written = () => sandbox.journal.entries.some((entry) => entry.fault === fault);
  for (let left = 10_000; left > 0 && !written(); left -= 1) {
    await turns(1);
    sandbox.advance(anyDeadlineMs);
    await turns(1);
  }
  expect(written(), `the journal knows of ${fault}`).toBe(true);
}

async function turns(count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve));
}

function write({ state, why }: Outcome): string {
  return why === undefined || why === state ? state : `${state} (${why})`;
}

/**
 * Never paid without a commit, never refused or unsent after one, nor before one that is still to come; and settling
 * finds the truth, where there is any: without a limit of the vendor's nobody can say that nothing will be paid.
 */
function judge({ said, atOnce, settled, agreed, committed }: Row): void {
  const stateOf = (text = "") => text.split(" ")[0] ?? "";
  const truth = committed ? "paid" : "refused";
  for (const state of [said, atOnce, settled, agreed].map(stateOf)) {
    if (["paid", "reversed", "ok"].includes(state)) expect(committed, state).toBe(true);
    if (["refused", "not-sent"].includes(state)) expect(committed, state).toBe(false);
  }
  // Nothing is over yet.
  if (atOnce !== undefined) expect(["paid", "unknown"]).toContain(stateOf(atOnce));
  if (settled === "" || settled === "by hand") return;
  expect(stateOf(settled)).toBe(agreed === undefined || committed ? truth : "unknown");
  if (agreed !== undefined) expect(stateOf(agreed)).toBe(truth);
}

afterEach(() => {
  vi.useRealTimers();
});

describe.each(await listMoneyCalls())("$vendor $operation", (money) => {
  it.each(faultCasesOf(money))(
    `${money.vendor} ${money.operation} keeps track of the money under %s, in process and over a socket`,
    async (_, faultCase) => {
      const inProcess = createSandbox({ now: () => startedAt });
      const row = await callUnder(money, faultCase, inProcess, {
        ...clocks(inProcess),
        baseUrl: inProcess.baseUrl(money.vendor),
        fetch: inProcess.fetch,
      });
      rows.push(row);
      judge(row);

      const served = createSandbox({ now: () => startedAt });
      const { url, close } = await serveSandbox(served);
      const other = await callUnder(money, faultCase, served, { ...clocks(served), baseUrl: `${url}/${money.vendor}` });
      await close();
      judge(other);
      // A server that has taken a connection can only break it.
      if (faultCase.fault !== "refuse-connection") expect(other).toEqual(row);
    },
  );
});

function clocks({ now }: Sandbox): Pick<Wiring, "now" | "monotonicNow"> {
  return { now, monotonicNow: () => now().getTime() };
}

describe("the guide", () => {
  const presented = presentedVendors().map(({ id }) => id);

  it.each([...languages])(
    "the guide to faults holds the matrix of the vendors that the front page presents, in %s",
    async (language) => {
      const text = writeFaultGuide(
        rows.filter(({ vendor }) => presented.includes(vendor)),
        language,
      );
      if (language === "en") console.log(text);
      await expect(text).toMatchFileSnapshot(guideFile("faults", language));
    },
  );
});
