import type { Answer, Operation } from "../src/operation.js";

const code = { type: "integer" };

export const paid: Answer = {
  media: "json",
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
  media: "json",
  outcome: "refused",
  reason: "already-paid",
  code: ["code"],
  message: ["message"],
  shape: {
    type: "object",
    required: ["code", "message"],
    properties: { code: { const: 13 }, message: { type: "string" } },
  },
};

const open: Answer = {
  media: "json",
  outcome: "unknown",
  message: ["message"],
  shape: { type: "object", required: ["code"], properties: { code: { const: 4 } } },
};

/** Moves money, and has a field of every kind. */
export const pay: Operation = {
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
    "500": [{ media: "text", outcome: "unknown", shape: { type: "string" } }],
  },
};

/** Moves nothing. */
export const find: Operation = {
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
