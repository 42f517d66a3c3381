import { join } from "node:path";
import { createSandbox, type FaultName, faultNames, type Sandbox } from "@setor/sandbox";
import { describe, expect, it } from "vitest";
import { root } from "../vendors.js";
import { type Outcome, passTime, type Walk, type Wiring, walks } from "./walks.js";

interface Row {
  readonly vendor: string;
  readonly operation: string;
  readonly fault: FaultName;
  readonly committed: boolean;
  readonly said: string;
  readonly settled: string;
}

const rows: Row[] = [];
const startedAt = new Date("2026-01-31T02:30:00Z");

/** These hold the answer back, so the client has to give up; it may do so as soon as it has sent. */
const held: readonly FaultName[] = ["delay-before-commit", "delay-after-commit", "drip"];

async function strike(walk: Walk, fault: FaultName, sandbox: Sandbox, wiring: Wiring): Promise<Row> {
  const { vendor, operation } = walk;
  const call = await walk.prepare(wiring);
  const before = sandbox.journal.debits().length;
  sandbox.faults.add({ vendor, operation, fault });
  const outcome = await call(held.includes(fault) ? { timeoutMs: 100 } : {});
  await passUntilWritten(sandbox, fault);
  const committed = sandbox.journal.debits().length > before;
  const settled = await outcome.settle?.();
  const byHand = outcome.byHand ? "by hand" : "";
  return {
    vendor,
    operation,
    fault,
    committed,
    said: write(outcome),
    settled: settled === undefined ? byHand : write(settled),
  };
}

/** A request may still be on its way when its client has given up; time passes until the journal knows of it. */
async function passUntilWritten(sandbox: Sandbox, fault: FaultName): Promise<void> {
  const written = () => sandbox.journal.entries.some((entry) => entry.fault === fault);
  for (let turns = 0; turns < 10_000; turns += 1) {
    await passTime(sandbox, 120_000);
    if (written()) return;
  }
}

function write({ state, why }: Outcome): string {
  return why === undefined || why === state ? state : `${state} (${why})`;
}

/** Never paid without a commit, never refused or unsent after one; and settling finds the truth. */
function judge({ said, settled, committed }: Row): void {
  const [first] = said.split(" ");
  if (first === "paid" || first === "reversed" || first === "ok") expect(committed).toBe(true);
  if (first?.startsWith("refused") || first === "not-sent") expect(committed).toBe(false);
  if (settled !== "" && settled !== "by hand") expect(settled).toBe(committed ? "paid" : "refused");
}

describe.each(walks)("$vendor $operation", (walk) => {
  it.each(faultNames)("keeps track of the money under %s, in process", async (fault) => {
    const sandbox = createSandbox({ now: () => startedAt });
    const { now, fetch } = sandbox;
    const row = await strike(walk, fault, sandbox, { baseUrl: sandbox.baseUrl(walk.vendor), now, fetch });
    rows.push(row);
    judge(row);
  });

  it.each(faultNames)("keeps track of the money under %s, over a socket", async (fault) => {
    const sandbox = createSandbox({ now: () => startedAt });
    const { url } = await sandbox.listen();
    judge(await strike(walk, fault, sandbox, { baseUrl: `${url}/${walk.vendor}`, now: sandbox.now }));
    await sandbox.close();
  });
});

it("is written down in the guide", async () => {
  await expect(page(rows)).toMatchFileSnapshot(join(root, "docs", "guides", "faults.md"));
});

function page(found: readonly Row[]): string {
  const cells = found.map(({ vendor, operation, fault, committed, said, settled }) =>
    [vendor, operation, fault, committed ? "yes" : "no", said, settled || "–"].join(" | "),
  );
  return [
    "# What a client says under every fault",
    "",
    "Written by the fault matrix in `tooling/proof`: every call that moves money or is billed, under every fault of the",
    "sandbox. *Committed* is what the vendor's books say; *says* is what the client says before it is settled, with the",
    "code of the error; *settled* is what `settle()` finds minutes later.",
    "",
    "| vendor | operation | fault | committed | says | settled |",
    "|---|---|---|---|---|---|",
    ...cells.map((cell) => `| ${cell} |`),
    "",
  ].join("\n");
}
