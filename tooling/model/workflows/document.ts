/** The part of Arazzo 1.0 that the workflows use, and the tooling reads. */
export interface ArazzoDocument {
  arazzo: string;
  info: { title: string; version: string; summary: string; description?: string };
  sourceDescriptions: { name: string; type: string; url: string }[];
  workflows: Workflow[];
}

export interface Workflow {
  workflowId: string;
  summary: string;
  description: string;
  inputs: { type: string; required: string[]; properties: Record<string, Input> };
  steps: Step[];
  outputs?: Record<string, string>;
}

export interface Input {
  description: string;
  type: string;
  format?: string;
}

export interface Step {
  stepId: string;
  description: string;
  operationId?: string;
  /** A call that the vendor's document does not describe. */
  "x-operation"?: { method: string; url: string };
  /** Who takes this step, where it is not the integrator. */
  "x-actor"?: string;
  parameters?: { name: string; in: string; value: unknown }[];
  requestBody?: { contentType: string; payload: Record<string, unknown> };
  successCriteria: Criterion[];
  outputs?: Record<string, string>;
}

export interface Criterion {
  condition: string;
  /** What a condition with a `type` looks at. */
  context?: string;
  type?: "regex" | "jsonpath";
}
