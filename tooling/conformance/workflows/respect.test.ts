import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@setor/sandbox";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { findVendor } from "@setor-tooling/model/vendors";
import type { Step } from "@setor-tooling/model/workflows/document";
import { listRunnableVendors, readWorkflows } from "@setor-tooling/model/workflows/load";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Execution, respect, respectFolder } from "./respect.js";
import { runWorkflows } from "./run.js";

const runnable = await listRunnableVendors();
const now = () => new Date("2026-01-31T02:30:00Z");

/** Each step and what was checked of it, in order. A check that failed is shouted. */
function checksOf({ steps }: Pick<Execution, "steps">): [string, string[]][] {
  return steps.map(({ stepId, checks }) => [
    stepId,
    checks.map(({ name, condition, passed }) => {
      const what = name === "success criteria check" ? (condition ?? "") : name;
      return passed ? what : `FAILED: ${what}`;
    }),
  ]);
}

/** What respect checks of a step: what the workflow asks for, and the answer against the spec where it is described. */
function expectedChecks({ successCriteria, operationId }: Step): string[] {
  const described = operationId === undefined ? [] : ["status code check", "content-type check", "schema check"];
  return [...successCriteria.map(({ condition }) => condition), ...described];
}

describe("respect, against the sandbox over HTTP", { timeout: 60_000 }, () => {
  let sandbox: Sandbox;
  let origin: string;

  beforeEach(async () => {
    await rm(respectFolder, { recursive: true, force: true });
    sandbox = createSandbox({ now });
    origin = (await sandbox.listen()).url;
  });
  afterEach(() => sandbox.close());

  const operationsOf = (vendor: string) =>
    sandbox.journal.entries.filter((entry) => entry.vendor === vendor).map(({ operation }) => operation);

  it.each(runnable)("respect runs the workflows of $id, and the sandbox saw what they say", async (vendor) => {
    const { workflows } = readWorkflows(vendor);
    const executions = await runWorkflows(vendor, origin, sandbox.now);
    for (const { code, output } of executions) expect(code, output).toBe(0);
    expect(executions.map(({ workflowId }) => workflowId)).toEqual(workflows.map(({ workflowId }) => workflowId));
    expect(executions.map(checksOf)).toEqual(
      workflows.map(({ steps }) => steps.map((step) => [step.stepId, expectedChecks(step)])),
    );
    // A call outside the vendor's document is the payer's; the journal calls it by what it is.
    const calls = workflows.flatMap(({ steps }) => steps.map(({ operationId }) => operationId ?? "wallet"));
    expect(sandbox.journal.entries.map(({ operation }) => operation)).toEqual(calls);
    expect(sandbox.journal.debits().map(({ amount }) => amount)).toEqual((await loadProfile(vendor)).workflows?.debits);
  });

  it("respect fails, and stops, when a payment is answered by a page", async () => {
    sandbox.faults.add({ vendor: "esamsat", operation: "pay", fault: "html-200" });
    const [execution] = await runWorkflows(findVendor("esamsat"), origin, sandbox.now);
    expect(execution?.code).toBe(1);
    expect(checksOf({ steps: execution?.steps ?? [] }).at(-1)).toEqual([
      "pay",
      expect.arrayContaining(["FAILED: $response.body#/status == 'CONFIRM'", "FAILED: content-type check"]),
    ]);
    expect(operationsOf("esamsat")).toEqual(["inquire", "pay"]);
    // What the workflow's description warns of: the money moved all the same.
    expect(sandbox.journal.debits()).toHaveLength(1);
  });

  it("respect fails when the answer is the receipt of the payer before", async () => {
    await fetch(`${origin}/pbb/bayar/992901000100100050/2013/20012017/1015`);
    sandbox.faults.add({ vendor: "pbb", operation: "pay", fault: "duplicate-answer" });
    const [execution] = await runWorkflows(findVendor("pbb"), origin, sandbox.now);
    expect(execution?.code).toBe(1);
    const [step, checks = []] = checksOf({ steps: execution?.steps ?? [] }).at(-1) ?? [];
    expect(step).toBe("pay");
    expect(checks.filter((check) => check.startsWith("FAILED"))).toEqual([
      "FAILED: $response.body#/byrSppt/nop == $inputs.nop",
    ]);
  });

  it("respect writes its reports and nothing else", async () => {
    await runWorkflows(findVendor("npwp-ocr"), origin, sandbox.now);
    expect(await readdir(join(respectFolder, "home"))).toEqual([]);
    expect(await readdir(join(respectFolder, "tmp"))).toEqual([]);
  });

  it("respect reaches no further than this machine", async () => {
    // An address that is reserved for documents: nobody answers there.
    const { code, output } = await respect(findVendor("pbb"), "pay-and-reverse-property-tax", "http://192.0.2.1", {
      nop: "992901000100100010",
      thn: "2013",
      tglBayar: "20012017",
      jamBayar: "1015",
    });
    expect({ code, output }).toEqual({ code: 70, output: expect.stringContaining("Refused to connect to 192.0.2.1.") });
    expect(sandbox.journal.entries).toEqual([]);
  });
});
