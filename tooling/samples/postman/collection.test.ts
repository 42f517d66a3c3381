import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createSandbox } from "@setor/sandbox";
import { listOperations } from "@setor-tooling/model/spec/load";
import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { postmanCollection } from "./collection.js";
import { playPostman } from "./play.js";
import { postmanEnvironment } from "./variables.js";

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
        required: ["name", "request", "response"],
        properties: {
          name: text,
          request,
          response: { type: "array", minItems: 1, items: response },
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

describe.each(all)("the Postman collection of $vendor.id", (docs) => {
  const collection = postmanCollection(docs);

  it("has the shape of a collection v2.1", () => {
    fits(JSON.parse(JSON.stringify(collection)));
    expect(fits.errors).toBeNull();
  });

  it("has every operation, with every answer that is known", () => {
    expect(collection.item.map(({ name }) => name)).toEqual(
      listOperations(docs.spec).map(({ operation }) => operation.operationId),
    );
    const saved = collection.item.flatMap((item) => item.response.map(({ name }) => name));
    expect(saved).toEqual(docs.scenarios.map(({ name }) => name));
  });

  it("uses no variable that is not defined", () => {
    const used = [...JSON.stringify(collection).matchAll(/\{\{([^{}]+)\}\}/g)].map(([, name]) => name);
    const defined = [...(collection.variable ?? []), ...environment.values].map(({ key }) => key);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => name !== undefined && !defined.includes(name))).toEqual([]);
  });
});

// A vendor whose workflows are not played has no server in the sandbox.
const played = all.filter(({ driver }) => driver.play !== undefined);

it.each(played)("the Postman collection of $vendor.id is let in by the sandbox, at every operation", async (docs) => {
  const [collection, sandbox] = [postmanCollection(docs), createSandbox()];
  const statuses = await playPostman(collection, environment.values, sandbox.fetch);
  expect(sandbox.journal.entries.map(({ operation }) => operation)).toEqual(collection.item.map(({ name }) => name));
  expect(statuses).toEqual(statuses.map(() => 200));
});

describe("the scripts of eBPHTB", () => {
  const docs = all.find(({ vendor }) => vendor.id === "bphtb") ?? expect.unreachable();
  const collection = postmanCollection(docs);

  it("pay a bill in the sandbox, whose token they keep", async () => {
    const sandbox = createSandbox();
    await playPostman(collection, environment.values, sandbox.fetch);
    expect(sandbox.journal.debits()).toMatchObject([{ operation: "paySspd", amount: 196_000_000 }]);
  });

  it("give the known answers", async () => {
    const file = join(root, "specs", "bphtb", "signing-vectors.json");
    const { vectors }: { vectors: { name: string; timestamp: string; body: string; signature: string }[] } = JSON.parse(
      readFileSync(file, "utf8"),
    );
    const vector = vectors.find(({ name }) => name === "payment") ?? expect.unreachable();
    const sent: { headers: unknown; body: unknown }[] = [];
    await playPostman(
      collection,
      environment.values,
      async (_, { headers, body }) => {
        sent.push({ headers, body });
        return Response.json({ accessToken: "T0k3n" });
      },
      () => new Date(vector.timestamp),
    );
    expect(sent.at(-1)).toEqual({
      headers: {
        Authorization: "Bearer T0k3n",
        "Content-Type": "application/json",
        "X-Timestamp": vector.timestamp,
        "X-Signature": vector.signature,
      },
      body: vector.body,
    });
  });
});
