import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { createSandbox, type Sandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { listOperations, readSpec } from "@setor-tooling/model/spec/load";
import type { Step } from "@setor-tooling/model/workflows/document";
import { listRunnableVendors, readWorkflows } from "@setor-tooling/model/workflows/load";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Execution, respect, respectFolder } from "./respect.js";
import { runWorkflows } from "./run.js";

const runnable = await listRunnableVendors();
const now = () => new Date("2026-01-31T02:30:00Z");

const anyVendor = runnable[0] ?? expect.unreachable();

/** The first step of each vendor's workflows that moves money, and what it calls before in the same workflow. */
const paying = runnable.flatMap((vendor) => {
  const effects = new Map(
    listOperations(readSpec(vendor)).map(({ operation }) => [operation.operationId, operation["x-effect"]]),
  );
  const moves = ({ operationId }: Step) => operationId !== undefined && effects.get(operationId) === "money";
  const steps = readWorkflows(vendor).workflows.find((workflow) => workflow.steps.some(moves))?.steps ?? [];
  const index = steps.findIndex(moves);
  const step = steps[index];
  if (step?.operationId === undefined) return [];
  const before = steps.slice(0, index).flatMap(({ operationId }) => operationId ?? []);
  const criteria = step.successCriteria.map(({ condition }) => condition);
  return [{ vendor, operation: step.operationId, step: step.stepId, before, criteria }];
});

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
  let close: () => Promise<void>;

  beforeEach(async () => {
    await rm(respectFolder, { recursive: true, force: true });
    sandbox = createSandbox({ now });
    ({ url: origin, close } = await serveSandbox(sandbox));
  });
  afterEach(() => close());

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

  it.each(paying)("respect fails, and stops, when $operation of $vendor.id is answered by a page", async (payment) => {
    const { vendor, operation, before, criteria } = payment;
    sandbox.faults.add({ vendor: vendor.id, operation, fault: "html-200" });
    const execution = (await runWorkflows(vendor, origin, sandbox.now)).at(-1);
    expect(execution?.code).toBe(1);
    const [step, checks] = checksOf({ steps: execution?.steps ?? [] }).at(-1) ?? [];
    expect(step).toBe(payment.step);
    const inBody = criteria.filter((condition) => condition.startsWith("$response.body"));
    expect(inBody).not.toEqual([]);
    expect(checks).toEqual(
      expect.arrayContaining([...inBody.map((condition) => `FAILED: ${condition}`), "FAILED: content-type check"]),
    );
    expect(operationsOf(vendor.id).slice(-1 - before.length)).toEqual([...before, operation]);
    // What the workflow's description warns of: the money moved all the same.
    expect(sandbox.journal.debits()).toHaveLength(1);
  });

  it.each(paying)(
    "respect fails when the answer to $operation of $vendor.id is that of the payer before",
    async (payment) => {
      const { vendor, operation } = payment;
      const { moneyCalls = [] } = await loadProfile(vendor);
      const money = moneyCalls.find((call) => call.operation === operation);
      const wiring = {
        baseUrl: `${origin}/${vendor.id}`,
        now: sandbox.now,
        monotonicNow: () => sandbox.now().getTime(),
      };
      await (await money?.prepare(wiring, "another"))?.({});
      sandbox.faults.add({ vendor: vendor.id, operation, fault: "duplicate-answer" });
      const execution = (await runWorkflows(vendor, origin, sandbox.now)).at(-1);
      expect(execution?.code).toBe(1);
      const [step, checks = []] = checksOf({ steps: execution?.steps ?? [] }).at(-1) ?? [];
      expect(step).toBe(payment.step);
      const failed = checks.filter((check) => check.startsWith("FAILED"));
      expect(failed).not.toEqual([]);
      // It is a good answer to somebody else: only what compares it with what was asked for does not hold.
      expect(failed.filter((check) => !/\$(inputs|steps)\./.test(check))).toEqual([]);
    },
  );

  it("respect writes its reports and nothing else", async () => {
    await runWorkflows(anyVendor, origin, sandbox.now);
    expect(await readdir(join(respectFolder, "home"))).toEqual([]);
    expect(await readdir(join(respectFolder, "tmp"))).toEqual([]);
  });

  it("respect reaches no further than this machine", async () => {
    // An address that is reserved for documents: nobody answers there.
    const [workflow] = readWorkflows(anyVendor).workflows;
    const { workflowId } = workflow ?? expect.unreachable();
    const { workflows } = await loadProfile(anyVendor);
    const inputs = (await workflows?.inputs(workflowId, { origin, now: sandbox.now(), answers: {} })) ?? {};
    const { code, output } = await respect(anyVendor, workflowId, "http://192.0.2.1", inputs);
    expect({ code, output }).toEqual({ code: 70, output: expect.stringContaining("Refused to connect to 192.0.2.1.") });
    expect(sandbox.journal.entries).toEqual([]);
  });
});
