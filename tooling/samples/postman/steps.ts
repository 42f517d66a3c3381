import { property } from "@setor-tooling/model/property";
import { firstScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { Step } from "@setor-tooling/model/workflows/document";
import { sidesOf } from "./checks.js";
import { literalOf, withVariables } from "./expressions.js";
import { sandboxPlaceholder } from "./variables.js";

/** A request of a collection: a step of a workflow, or an operation that no workflow needs. */
export interface Call {
  readonly name: string;
  readonly step: Step | undefined;
  /** The example that answers it, where the vendor's document describes the call. */
  readonly scenario: Scenario | undefined;
}

/** The requests of a collection, in the order in which they can be sent. */
export function listCalls({ scenarios, workflows }: VendorDocs): Call[] {
  const steps = workflows.workflows.flatMap((workflow) => workflow.steps);
  const others = firstScenarios(scenarios).filter(
    (scenario) => !steps.some(({ operationId }) => operationId === scenario.operationId),
  );
  return [
    ...others.map((scenario) => ({ name: scenario.operationId, step: undefined, scenario })),
    ...steps.map((step) => ({ name: step.stepId, step, scenario: scenarioOf(step, scenarios) })),
  ];
}

/** The first example that answers as a step wants, as far as the step says it in so many words. */
function scenarioOf({ stepId, operationId, successCriteria }: Step, scenarios: readonly Scenario[]) {
  if (operationId === undefined) return undefined;
  const wanted = successCriteria.flatMap((criterion) => sidesOf(criterion) ?? []);
  const found = scenarios.find(
    (scenario) =>
      scenario.operationId === operationId &&
      wanted.every(({ left, operator, right }) => {
        const literal = operator === "==" ? literalOf(right) : undefined;
        return literal === undefined || String(said(scenario, left)) === String(literal.value);
      }),
  );
  if (found === undefined) throw new Error(`${stepId}: no example of ${operationId} answers as the step wants`);
  return found;
}

function said({ status, answer }: Scenario, expression: string): unknown {
  if (expression === "$statusCode") return status;
  const keys = expression
    .replace(/^\$response\.body#?/, "")
    .split("/")
    .slice(1);
  return property(answer, ...keys);
}

/** What a step sends, by field. */
function fieldsOf({ parameters = [], requestBody }: Step): [string, unknown][] {
  return [
    ...parameters.map(({ name, value }): [string, unknown] => [name, value]),
    ...Object.entries(requestBody?.payload ?? {}),
  ];
}

/** The example of a step, with a variable in each place that an input or an earlier answer fills. */
export function withSteps(vendor: string, { step, scenario }: Call): Scenario | undefined {
  if (step === undefined || scenario === undefined) return scenario;
  const sent = new Map(
    fieldsOf(step)
      // A file is chosen by a person, and OpenAPI has no parameter for a token: whoever signs puts it there.
      .filter(([name, value]) => !String(value).startsWith("$file(") && name !== "Authorization")
      .map(([name, value]) => [name, withVariables(vendor, value)]),
  );
  const filled = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, sent.has(name) ? sent.get(name) : value]));
  const { path, query, header, body } = scenario.request;
  const missing = [...sent.keys()].filter((name) => !Object.hasOwn({ ...path, ...query, ...header, ...body }, name));
  if (missing.length > 0) throw new Error(`${vendor} ${step.stepId}: ${scenario.name} has no ${missing.join(", ")}`);
  const request = { path: filled(path), query: filled(query), header: filled(header), body: body && filled(body) };
  return { ...scenario, request };
}

/** The inputs of the workflows: those of the profile's workflow run, or of the examples where there is none. */
export async function readInputs({ workflows, profile }: VendorDocs, calls: readonly Call[]) {
  const inputs: Record<string, unknown> = {};
  for (const call of calls) Object.assign(inputs, inputsOf(call));
  const answers = Object.fromEntries(calls.map(({ name, scenario }) => [name, scenario?.answer]));
  for (const { workflowId } of workflows.workflows) {
    // What depends on the time comes from an answer when the collection runs.
    const context = { origin: sandboxPlaceholder, now: new Date(0), answers };
    Object.assign(inputs, await profile.workflows?.inputs(workflowId, context));
  }
  for (const name of Object.keys(profile.workflows?.answered ?? {})) inputs[name] = "";
  return inputs;
}

function inputsOf({ step, scenario }: Call): Record<string, unknown> {
  if (step === undefined || scenario === undefined) return {};
  const { path, query, header, body } = scenario.request;
  const sent: Readonly<Record<string, unknown>> = { ...path, ...query, ...header, ...body };
  return Object.fromEntries(
    fieldsOf(step).flatMap(([field, value]) => {
      const [, input] = /^\$inputs\.(\w+)$/.exec(String(value)) ?? [];
      return input === undefined ? [] : [[input, sent[field]]];
    }),
  );
}

/** What of a step's answer is needed later. */
export interface Kept {
  /** The field of the variable that keeps it. */
  readonly field: string;
  /** Where the answer has it, as a runtime expression. */
  readonly from: string;
  /** The part that is kept; the whole by default. */
  readonly pattern?: string;
}

/** What is kept of an answer: outputs that a later step sends or compares, and inputs that only an answer can give. */
export function keptOf({ workflows, profile }: VendorDocs, { stepId, outputs = {} }: Step): Kept[] {
  const later = JSON.stringify(workflows.workflows.map(({ steps }) => steps));
  const answered = Object.entries(profile.workflows?.answered ?? {});
  return Object.entries(outputs).flatMap(([output, from]) => {
    const expression = `$steps.${stepId}.outputs.${output}`;
    const isUsed = new RegExp(`${expression.replace(/[$.]/g, "\\$&")}\\b`).test(later);
    return [
      ...(isUsed ? [{ field: `${stepId}_${output}`, from }] : []),
      ...answered
        .filter(([, { output: source }]) => source === expression)
        .map(([field, { pattern }]) => ({ field, from, pattern })),
    ];
  });
}
