import type { Answer, Effect, Operation, OperationTypes, Shape } from "../src/operation.js";

/** Whatever it takes and says, with one effect. */
interface Of<E extends Effect> extends OperationTypes {
  effect: E;
}

const code: Shape = { type: "integer" };
const message: Shape = { type: "string", role: "message" };

export const paid: Answer = {
  outcome: "paid",
  payload: "receipt",
  shape: {
    type: "object",
    required: ["code", "receipt"],
    properties: {
      code: { const: 1 },
      receipt: {
        type: "object",
        required: ["bill", "total"],
        properties: { bill: { type: "string", echo: "bill" }, total: { type: "integer" }, name: { type: "string" } },
      },
    },
  },
};

export const refused: Answer = {
  outcome: "refused",
  reason: "already-paid",
  shape: {
    type: "object",
    required: ["code", "message"],
    properties: { code: { const: 13, role: "code" }, message },
  },
};

const open: Answer = {
  outcome: "unknown",
  shape: { type: "object", required: ["code"], properties: { code: { const: 4 }, message } },
};

/** Moves money, and has a field of every kind. */
export const pay: Operation<Of<"money">> = {
  id: "pay",
  method: "POST",
  path: "/bills/{bill}",
  requestType: "json",
  effect: "money",
  timeoutMs: 1_000,
  fields: {
    bill: { in: "path", required: true, shape: { type: "string", pattern: "^\\S+$" }, example: "4711" },
    key: { in: "query", required: true, secret: true, shape: { type: "string" } },
    kind: { in: "body", required: true, shape: { const: "cash" } },
    total: { in: "body", required: true, shape: { type: "integer", minimum: 0 }, example: 183500 },
    note: { in: "body", shape: { type: "string", minLength: 1 } },
  },
  answers: {
    "200": [paid, refused, open],
    "500": [{ text: true, outcome: "unknown", shape: { type: "string" } }],
  },
};

/** Moves nothing. */
export const find: Operation<Of<"read">> = {
  id: "find",
  method: "GET",
  path: "/bills",
  requestType: "none",
  effect: "read",
  timeoutMs: 1_000,
  fields: {
    bill: { in: "query", shape: { type: "string" } },
    page: { in: "query", shape: code },
  },
  answers: { "200": [{ ...paid, outcome: "ok" }, refused] },
};
