import { describe, expect, it } from "vitest";
import { dereferenceSpec, listOperations } from "../spec/load.js";
import { parametersOf } from "../spec/security.js";
import type { Step } from "./document.js";
import { listWorkflowVendors, readWorkflows } from "./load.js";

const lineOf = ({ description }: Step) => description.trim().replace(/\s+/g, " ");

describe.each(listWorkflowVendors())("the workflows of $id", async (vendor) => {
  const { workflows, sourceDescriptions } = readWorkflows(vendor);
  const steps = workflows.flatMap((workflow) => workflow.steps);
  const spec = await dereferenceSpec(vendor);
  const operations = new Map(listOperations(spec).map(({ operation }) => [operation.operationId, operation]));

  it("the workflows are about the spec beside them, and name its operations", () => {
    expect(sourceDescriptions).toEqual([{ name: vendor.id, type: "openapi", url: "./openapi.yaml" }]);
    const called = steps.flatMap(({ operationId }) => operationId ?? []);
    expect(called.filter((operationId) => !operations.has(operationId))).toEqual([]);
  });

  it("the workflows say in one sentence what each step is for", () => {
    expect(steps).not.toEqual([]);
    for (const step of steps) expect(lineOf(step)).toMatch(/^[A-Z]([^.]|\.\S){40,}\.$/);
  });

  it("the workflows check what an answer means, and not only its HTTP status", () => {
    for (const { stepId, successCriteria } of steps) {
      const meaning = successCriteria.filter(({ condition }) => !condition.startsWith("$statusCode"));
      expect(meaning, stepId).not.toEqual([]);
    }
  });

  it("the workflows tell what to write down wherever something moves, is billed or becomes payable", () => {
    for (const step of steps) {
      if (!/money|billed|create/.test(operations.get(step.operationId ?? "")?.["x-effect"] ?? "")) continue;
      expect(lineOf(step)).toMatch(/\bwrite\b.*\bdown\b.*\bwhen (the|its) answer is lost\b/);
    }
  });

  it("the workflows take what is secret as inputs that respect masks", () => {
    const secrets = [...operations.values()].flatMap((operation) =>
      Object.entries(Object.values(operation.requestBody?.content ?? {})[0]?.schema?.properties ?? {})
        .concat(parametersOf(spec, operation).map(({ name, schema = {} }) => [name, schema]))
        .flatMap(([name, schema]) => (schema["x-sensitive"] === "secret" ? [name] : [])),
    );
    for (const { inputs } of workflows) {
      for (const [name, { description, format }] of Object.entries(inputs.properties)) {
        expect(description, name).toMatch(/\.$/);
        if (secrets.includes(name)) expect(format, name).toBe("password");
      }
    }
  });
});
