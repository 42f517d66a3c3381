import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors } from "@setor-tooling/model/vendors";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { postmanCollection } from "./collection.js";
import { postmanRequest } from "./request.js";
import { credentialsOf, postmanEnvironment } from "./variables.js";

const text = { type: "string" };
const pairs = { type: "array", items: { type: "object", required: ["key", "value"], properties: { key: text } } };
const request = {
  type: "object",
  required: ["method", "header", "url"],
  properties: {
    method: { enum: ["GET", "POST"] },
    header: pairs,
    url: {
      type: "object",
      required: ["raw", "host", "path"],
      properties: { host: { type: "array", items: text }, path: { type: "array", items: text }, query: pairs },
    },
    body: {
      type: "object",
      required: ["mode"],
      oneOf: [
        { required: ["raw"], properties: { mode: { const: "raw" }, raw: text } },
        { required: ["urlencoded"], properties: { mode: { const: "urlencoded" }, urlencoded: pairs } },
        { required: ["formdata"], properties: { mode: { const: "formdata" }, formdata: { type: "array" } } },
      ],
    },
    description: text,
  },
};
const event = {
  type: "object",
  required: ["listen", "script"],
  properties: {
    listen: { enum: ["prerequest", "test"] },
    script: { type: "object", required: ["type", "exec"], properties: { exec: { type: "array", items: text } } },
  },
};
const response = {
  type: "object",
  required: ["name", "originalRequest", "code", "status", "header", "cookie", "body"],
  properties: { originalRequest: request, code: { type: "integer" }, header: pairs, body: text },
};

/** What Postman needs of a collection v2.1. */
const fits = new Ajv({ strict: false }).compile({
  type: "object",
  required: ["info", "item"],
  properties: {
    info: {
      type: "object",
      required: ["name", "schema"],
      properties: {
        name: text,
        schema: { const: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
      },
    },
    item: {
      type: "array",
      items: {
        type: "object",
        required: ["name", "request", "response", "event"],
        properties: {
          name: text,
          request,
          response: { type: "array", items: response },
          event: { type: "array", items: event },
          protocolProfileBehavior: { const: { followRedirects: false } },
        },
      },
    },
    event: { type: "array", items: event },
    variable: pairs,
  },
});

const all = await Promise.all(listVendors().map((vendor) => readVendorDocs(vendor, "en")));
const environment = postmanEnvironment(all);

describe.each(all)("the Postman collection of $vendor.id", async (docs) => {
  const collection = await postmanCollection(docs);

  it("the Postman collection has the shape of a collection v2.1", () => {
    fits(JSON.parse(JSON.stringify(collection)));
    expect(fits.errors).toBeNull();
  });

  it("the Postman collection has the steps of the workflows in their order, and with the other operations every answer that is known", () => {
    const steps = docs.workflows.workflows.flatMap((workflow) => workflow.steps.map(({ stepId }) => stepId));
    const names = collection.item.map(({ name }) => name);
    expect(names.slice(-steps.length)).toEqual(steps);
    const saved = collection.item.flatMap((item) => item.response.map(({ name }) => name));
    expect(saved.toSorted()).toEqual(docs.scenarios.map(({ name }) => name).toSorted());
  });

  it("the Postman collection shows no credential in a request that is sent", () => {
    const sent = JSON.stringify(collection.item.map(({ request, event }) => [request, event]));
    // Its quotes are escaped inside a body.
    for (const secret of Object.values(credentialsOf(docs.scenarios))) {
      expect(sent).not.toMatch(new RegExp(`"${secret}\\\\?"`));
    }
  });

  it("the Postman collection uses no variable that is not defined", () => {
    const written = JSON.stringify(collection);
    const used = [/\{\{([^{}]+)\}\}/g, /(?:variables\.get|Variables\.set)\(\\"([^"]+)\\"/g].flatMap((pattern) =>
      [...written.matchAll(pattern)].map(([, name]) => name),
    );
    const defined = [...collection.variable, ...environment.values].map(({ key }) => key);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => name !== undefined && !defined.includes(name))).toEqual([]);
  });
});

it("a variable stands for a number without quotes, as the number would", () => {
  const value = { amount: "{{v_amount}}", reference: "{{v_reference}}" };
  const request = { method: "POST" as const, url: "{{v_baseUrl}}/pay", query: {}, headers: {} };
  const { body } = postmanRequest({ ...request, body: { type: "json", value } }, (_, shown) => shown, ["amount"]);
  expect(body).toMatchObject({ raw: '{"amount":{{v_amount}},"reference":"{{v_reference}}"}' });
});
