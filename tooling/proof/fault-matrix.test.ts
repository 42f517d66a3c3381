import { createSandbox, type FaultName, type FaultRule, faultNames, type Sandbox } from "@setor/sandbox";
import { describe, expect, it } from "vitest";
import { guideFile } from "../docs/guides.js";
import { languages } from "../i18n/translations.js";
import { type Row, writeFaultGuide } from "./fault-guide.js";
import { type Outcome, type Walk, type Wiring, walks } from "./walks.js";

const rows: Row[] = [];
const startedAt = new Date("2026-01-31T02:30:00Z");

/** These hold the answer back, so the client has to give up; it may do so as soon as it has sent. */
const held: readonly FaultName[] = ["delay-before-commit", "delay-after-commit", "drip"];

type Strike = Pick<FaultRule, "fault" | "seconds">;

const strikes: readonly Strike[] = faultNames.flatMap((fault): Strike[] =>
  fault === "clock-skew" ? [-3_600, 3_600].map((seconds) => ({ fault, seconds })) : [{ fault }],
);

function nameOf({ fault, seconds }: Strike): string {
  return seconds === undefined ? fault : `${fault} ${seconds} s`;
}

async function play(walk: Walk, strike: Strike, sandbox: Sandbox, wiring: Wiring): Promise<Row> {
  const { vendor, operation } = walk;
  const { fault } = strike;
  const commits = () => sandbox.journal.entries.filter((entry) => entry.operation === operation && entry.committed);
  if (fault === "duplicate-answer") await (await walk.prepare(wiring, "another"))({});
  const call = await walk.prepare(wiring, "this one");
  const before = commits().length;
  sandbox.faults.add({ vendor, operation, ...strike });
  const outcome = await call(held.includes(fault) ? { timeoutMs: 100 } : {});
  await passUntilWritten(sandbox, fault);
  const committed = commits().length > before;
  const settled = await outcome.settle?.();
  const byHand = outcome.byHand ? "by hand" : "";
  return {
    vendor,
    operation,
    fault: nameOf(strike),
    committed,
    said: write(outcome),
    settled: settled === undefined ? byHand : write(settled),
  };
}

/** A request may still be on its way when its client has given up; time passes until the journal knows of it. */
async function passUntilWritten(sandbox: Sandbox, fault: FaultName): Promise<void> {
  const written = () => sandbox.journal.entries.some((entry) => entry.fault === fault);
  for (let turns = 0; turns < 10_000; turns += 1) {
    sandbox.advance(120_000);
    await new Promise((resolve) => setImmediate(resolve));
    if (written()) return;
  }
  throw new Error(`The journal never heard of ${fault}.`);
}

function write({ state, why }: Outcome): string {
  return why === undefined || why === state ? state : `${state} (${why})`;
}

/** Never paid without a commit, never refused or unsent after one; and settling finds the truth. */
function judge({ said, settled, committed }: Row): void {
  const [first] = said.split(" ");
  if (first === "paid" || first === "reversed" || first === "ok") expect(committed).toBe(true);
  if (first === "refused" || first === "not-sent") expect(committed).toBe(false);
  if (settled !== "" && settled !== "by hand") expect(settled.split(" ")[0]).toBe(committed ? "paid" : "refused");
}

const named = strikes.map((strike) => [nameOf(strike), strike] as const);

describe.each(walks)("$vendor $operation", (walk) => {
  it.each(named)("keeps track of the money under %s, in process", async (_, strike) => {
    const sandbox = createSandbox({ now: () => startedAt });
    const { now, fetch } = sandbox;
    const row = await play(walk, strike, sandbox, { baseUrl: sandbox.baseUrl(walk.vendor), now, fetch });
    rows.push(row);
    judge(row);
  });

  it.each(named)("keeps track of the money under %s, over a socket", async (_, strike) => {
    const sandbox = createSandbox({ now: () => startedAt });
    const { url } = await sandbox.listen();
    judge(await play(walk, strike, sandbox, { baseUrl: `${url}/${walk.vendor}`, now: sandbox.now }));
    await sandbox.close();
  });
});

describe("the guide", () => {
  it.each([...languages])("holds the matrix, in %s", async (language) => {
    const text = writeFaultGuide(rows, language);
    if (language === "en") console.log(text);
    await expect(text).toMatchFileSnapshot(guideFile("faults", language));
  });
});
