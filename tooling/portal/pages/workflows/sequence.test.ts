import type { Workflow } from "@setor-tooling/model/workflows/document";
import { listWorkflowVendors, readWorkflows } from "@setor-tooling/model/workflows/load";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { messagesFor } from "../../layout/messages/messages.js";
import { type Sequence, sequenceOf } from "./sequence.js";
import { SequenceDrawing } from "./sequence-svg.js";

const messages = messagesFor("en");

function drawSequence(sequence: Sequence, id: string, title: string): string {
  return renderToString(h(SequenceDrawing, { sequence, id, title }));
}

const sale: Workflow = {
  workflowId: "sell",
  summary: "Sell",
  description: "Sells.",
  inputs: { type: "object", required: [], properties: {} },
  steps: [
    {
      stepId: "create",
      description: "Creates an invoice.",
      operationId: "createInvoice",
      parameters: [{ name: "do", in: "query", value: "create" }],
      successCriteria: [{ condition: "$statusCode == 200" }, { condition: "$response.body#/data/status == 'open'" }],
      outputs: { id: "$response.body#/data/id" },
    },
    {
      stepId: "pay",
      description: "Pays it.",
      "x-operation": { method: "post", url: "http://127.0.0.1/pay" },
      "x-actor": "The payer",
      requestBody: { contentType: "application/json", payload: { invoice: "$steps.create.outputs.id", note: "a<b" } },
      successCriteria: [{ condition: "$response.body#/invoice == $steps.create.outputs.id" }],
    },
  ],
};

describe("the sequence of a workflow", () => {
  it("a sequence says who calls whom, with what of an earlier step, and what the answer must say", () => {
    expect(sequenceOf(sale, "A & B", messages)).toEqual({
      participants: ["You", "A & B", "The payer"],
      messages: [
        { from: "You", to: "A & B", kind: "call", title: "1. create", detail: "" },
        { from: "A & B", to: "You", kind: "answer", title: "status\u00a0open", detail: "gives id" },
        { from: "The payer", to: "A & B", kind: "call", title: "2. pay", detail: "with invoice" },
      ],
    });
  });

  it("a sequence is drawn as a picture with a title and a description, and text that cannot become markup", () => {
    const svg = drawSequence(sequenceOf(sale, "A & B", messages), "sell", "Sell <now>");
    expect(svg).toContain('role="img" aria-labelledby="sell-title" aria-describedby="sell-desc"');
    expect(svg).toContain('<title id="sell-title">Sell &lt;now></title>');
    expect(svg).toContain(">A &amp; B</text>");
  });

  it.each(listWorkflowVendors())(
    "the drawing of $id holds every step of the file, in order, from top to bottom",
    (vendor) => {
      for (const workflow of readWorkflows(vendor).workflows) {
        const svg = drawSequence(sequenceOf(workflow, vendor.id, messages), workflow.workflowId, workflow.summary);
        const calls = [...svg.matchAll(/<text class="title" x="[\d.]+" y="([\d.]+)">\d+\. (\w+)<\/text>/g)];
        expect(calls.map(([, , stepId]) => stepId)).toEqual(workflow.steps.map(({ stepId }) => stepId));
        const heights = calls.map(([, y]) => Number(y));
        expect(heights).toEqual([...heights].sort((one, other) => one - other));
      }
    },
  );
});
