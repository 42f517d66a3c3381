import { loadProfile } from "@setor-tooling/model/load-profile";
import type { Vendor } from "@setor-tooling/model/vendors";
import { readWorkflows } from "@setor-tooling/model/workflows/load";
import { type Execution, respect } from "./respect.js";

/** Runs the workflows of a vendor against a sandbox, until one fails. */
export async function runWorkflows(vendor: Vendor, origin: string, now: () => Date): Promise<Execution[]> {
  const { workflows } = await loadProfile(vendor);
  if (workflows === undefined) throw new Error(`${vendor.id}: its profile does not say how its workflows are run`);
  const answers: Record<string, unknown> = {};
  const executions: Execution[] = [];
  for (const { workflowId } of readWorkflows(vendor).workflows) {
    const inputs = await workflows.inputs(workflowId, { origin, now: now(), answers });
    const execution = await respect(vendor, workflowId, `${origin}/${vendor.id}`, inputs);
    executions.push(execution);
    if (execution.code !== 0) break;
    for (const { stepId, response } of execution.steps) answers[stepId] = response.body;
  }
  return executions;
}
