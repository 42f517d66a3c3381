import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createSandbox, type Sandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { property } from "@setor-tooling/model/property";

const till = fileURLToPath(new URL("till.mjs", import.meta.url));

/** MMBC debits each invoice of this vehicle, so that a payment too many would show. */
const bill = {
  product: "SAMSAT_JABAR",
  customer_number: "9901111111111116",
  structure_number: "MHZ99D999ZZ401006",
  period: "2026",
};

/** What the ledger has shown. */
export interface LedgerTour {
  readonly lines: readonly string[];
  readonly asExpected: boolean;
}

/**
 * Pays a bill through a ledger, kills its process when MMBC has debited and not yet answered, and starts another.
 * @param node a Node that has SQLite
 */
export async function tourLedger(node: string): Promise<LedgerTour> {
  const sandbox = createSandbox();
  const { url, close } = await serveSandbox(sandbox);
  const folder = await mkdtemp(join(tmpdir(), "setor-tour-"));
  try {
    const task = JSON.stringify({ file: join(folder, "ledger.db"), baseUrl: `${url}/esamsat`, bill });
    sandbox.faults.add({ vendor: "esamsat", operation: "pay", fault: "delay-after-commit" });
    const first = spawn(node, ["--no-warnings", till, task], { stdio: ["ignore", "pipe", "inherit"] });
    await Promise.race([untilDebited(sandbox), ended(first)]);
    first.kill("SIGKILL");
    await ended(first);
    const debitsBefore = sandbox.journal.debits().length;
    const startedAt = performance.now();
    const said = await output(spawn(node, ["--no-warnings", till, task], { stdio: ["ignore", "pipe", "inherit"] }));
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    const outcome: unknown = JSON.parse(said || "{}");
    const state = String(property(outcome, "state"));
    const debits = sandbox.journal.debits().length;
    return {
      lines: [
        `A till pays ORDER-17 through its ledger; killed (SIGKILL) after MMBC had debited, before it answered: ${debitsBefore} debit.`,
        `The next till asks MMBC about what was left in its hands, and pays the same order again: ${state} after ${seconds} s, attempt ${String(property(outcome, "attempt"))}, ${debits} debit in all.`,
      ],
      asExpected: debitsBefore === 1 && debits === 1 && state === "paid",
    };
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function untilDebited({ journal }: Sandbox): Promise<void> {
  while (journal.debits().length === 0) await new Promise((resolve) => setImmediate(resolve));
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("close", () => resolve()));
}

async function output(child: ChildProcess): Promise<string> {
  let text = "";
  child.stdout?.on("data", (chunk) => {
    text += String(chunk);
  });
  await ended(child);
  return text.trim();
}
