// Generated from specs/esamsat/openapi.yaml by `pnpm codegen`. Do not edit.
import type { Operation, Shape } from "@setor/core";
import type { components, operations as wire } from "./types.js";

export interface ListProducts {
  input: Record<never, never>;
  answers: {
    ok: components["schemas"]["ProductList"];
    refused: components["schemas"]["InvalidLogin"] | components["schemas"]["Refusal"];
  };
  reason: "unauthorized" | "other";
}

export interface Inquire {
  input: Omit<wire["inquire"]["requestBody"]["content"]["application/x-www-form-urlencoded"], "username" | "password">;
  answers: {
    ok: components["schemas"]["Bill"];
    refused: components["schemas"]["NotFound"] | components["schemas"]["InvalidLogin"] | components["schemas"]["Refusal"];
  };
  reason: "not-found" | "unauthorized" | "other";
}

export interface Pay {
  input: Omit<wire["pay"]["requestBody"]["content"]["application/x-www-form-urlencoded"], "username" | "password">;
  answers: {
    paid: components["schemas"]["Confirmed"];
    pending: components["schemas"]["Pending"];
    refunded: components["schemas"]["Refunded"];
    refused: components["schemas"]["AlreadyPaid"] | components["schemas"]["InsufficientBalance"] | components["schemas"]["InvalidLogin"];
    unknown: components["schemas"]["Refusal"];
  };
  reason: "already-paid" | "insufficient-balance" | "unauthorized";
}

export interface CheckStatus {
  input: Omit<wire["checkStatus"]["requestBody"]["content"]["application/x-www-form-urlencoded"], "username" | "password">;
  answers: {
    ok: components["schemas"]["Confirmed"] | components["schemas"]["Pending"] | components["schemas"]["Refunded"];
    refused: components["schemas"]["Failure"] | components["schemas"]["InvalidLogin"] | components["schemas"]["Refusal"];
  };
  reason: "failure" | "unauthorized" | "other";
}

const ProductEntry: Shape = {
  type: "object",
  required: ["product", "product_code", "debet", "cashback", "status"],
  properties: {
    product: { type: "string" },
    product_code: { type: "string" },
    debet: { type: "string" },
    cashback: { type: "string", pattern: "^[0-9]+$" },
    status: { enum: ["ON", "OFF"] },
  },
};

const ProductList: Shape = { type: "array", items: ProductEntry };

const WibTime: Shape = { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$" };

const Product: Shape = { type: "string", minLength: 1 };

const Invoice: Shape = { type: "string", pattern: "^[0-9]+$" };

const CustomerNumber: Shape = { type: "string", pattern: "^[0-9]+$" };

const StructureNumber: Shape = { type: "string", pattern: "^[A-Za-z0-9]{5,25}$" };

const Reason: Shape = { type: "string", minLength: 1, role: "message" };

const Refusal: Shape = {
  type: "object",
  required: ["result", "reason"],
  properties: {
    result: { const: "no" },
    tanggal: WibTime,
    product: Product,
    invoice: Invoice,
    customer_number: CustomerNumber,
    structure_number: StructureNumber,
    kodeagen: { type: "string" },
    reason: Reason,
  },
};

const InvalidLogin: Shape = {
  allOf: [
    Refusal,
    { type: "object", properties: { reason: { type: "string", pattern: "^\\s*invalid\\s+login\\s*$" } } },
  ],
};

const Username: Shape = { type: "string", minLength: 1 };

const Password: Shape = { type: "string", minLength: 1 };

const Rupiah: Shape = { type: "string", pattern: "^[0-9]+$" };

const Vehicle: Shape = {
  type: "object",
  required: ["result", "tanggal", "product", "invoice", "total"],
  properties: {
    result: { const: "ok" },
    tanggal: WibTime,
    product: Product,
    invoice: Invoice,
    paymentcode: { type: "string" },
    customer_number: CustomerNumber,
    customer_name: { type: "string" },
    customer_address: { type: "string" },
    structure_number: StructureNumber,
    license_plate: { type: "string" },
    vehicle_brand: { type: "string" },
    vehicle_model: { type: "string" },
    vehicle_color: { type: "string" },
    year_built: { type: "string" },
    tax_pkb: Rupiah,
    tax_swd: Rupiah,
    tax_bnn: Rupiah,
    penalty_pkb: Rupiah,
    penalty_swd: Rupiah,
    penalty_bnn: Rupiah,
    fee: Rupiah,
    total: Rupiah,
    kodeagen: { type: "string" },
  },
};

const Bill: Shape = { allOf: [Vehicle, { type: "object", required: ["status"], properties: { status: { const: "INQUIRY" } } }] };

const NotFound: Shape = {
  allOf: [
    Refusal,
    { type: "object", properties: { reason: { type: "string", pattern: "Datamu\\s+Tidak\\s+Ketemu" } } },
  ],
};

const Transaction: Shape = {
  allOf: [
    Vehicle,
    {
      type: "object",
      required: ["invoice"],
      properties: {
        invoice: { type: "string", echo: "invoice" },
        reference_number: { type: "string" },
        trace_number: { type: "string" },
      },
    },
  ],
};

const Confirmed: Shape = {
  allOf: [Transaction, { type: "object", required: ["status"], properties: { status: { const: "CONFIRM" } } }],
};

const Pending: Shape = {
  allOf: [Transaction, { type: "object", required: ["status"], properties: { status: { const: "PENDING" } } }],
};

const Refunded: Shape = {
  allOf: [Transaction, { type: "object", required: ["status"], properties: { status: { const: "REFUND" } } }],
};

const AlreadyPaid: Shape = {
  allOf: [Refusal, { type: "object", properties: { reason: { type: "string", pattern: "\\(Kode:\\s*0054\\)" } } }],
};

const InsufficientBalance: Shape = {
  allOf: [
    Refusal,
    { type: "object", properties: { reason: { type: "string", pattern: "Sisa\\s+saldo\\s+tidak\\s+cukup" } } },
  ],
};

const Failure: Shape = { allOf: [Refusal, { type: "object", required: ["status"], properties: { status: { const: "FAILURE" } } }] };

export const operations: {
  readonly listProducts: Operation<ListProducts>;
  readonly inquire: Operation<Inquire>;
  readonly pay: Operation<Pay>;
  readonly checkStatus: Operation<CheckStatus>;
} = {
  listProducts: {
    id: "listProducts",
    method: "POST",
    path: "/esamsat/list_esamsat",
    requestType: "form",
    effect: "read",
    timeoutMs: 75000,
    fields: {
      username: { in: "body", required: true, secret: true, shape: Username },
      password: { in: "body", required: true, secret: true, shape: Password },
    },
    answers: {
      "200": [
        { outcome: "ok", shape: ProductList },
        { outcome: "refused", reason: "unauthorized", shape: InvalidLogin },
        { outcome: "refused", reason: "other", shape: Refusal },
      ],
    },
  },
  inquire: {
    id: "inquire",
    method: "POST",
    path: "/esamsat/inquiry_esamsat",
    requestType: "form",
    effect: "read",
    timeoutMs: 75000,
    fields: {
      username: { in: "body", required: true, secret: true, shape: Username },
      password: { in: "body", required: true, secret: true, shape: Password },
      product: { in: "body", required: true, example: "SAMSAT_JABAR", shape: Product },
      customer_number: { in: "body", required: true, example: "990111111111111", shape: CustomerNumber },
      structure_number: { in: "body", required: true, example: "MHZ99D999ZZ4010000", shape: StructureNumber },
    },
    answers: {
      "200": [
        { outcome: "ok", shape: Bill },
        { outcome: "refused", reason: "not-found", shape: NotFound },
        { outcome: "refused", reason: "unauthorized", shape: InvalidLogin },
        { outcome: "refused", reason: "other", shape: Refusal },
      ],
    },
  },
  pay: {
    id: "pay",
    method: "POST",
    path: "/esamsat/pay_esamsat",
    requestType: "form",
    effect: "money",
    timeoutMs: 75000,
    fields: {
      username: { in: "body", required: true, secret: true, shape: Username },
      password: { in: "body", required: true, secret: true, shape: Password },
      invoice: { in: "body", required: true, example: "111111111111", shape: Invoice },
    },
    answers: {
      "200": [
        { outcome: "paid", shape: Confirmed },
        { outcome: "pending", shape: Pending },
        { outcome: "refunded", shape: Refunded },
        { outcome: "refused", reason: "already-paid", shape: AlreadyPaid },
        { outcome: "refused", reason: "insufficient-balance", shape: InsufficientBalance },
        { outcome: "refused", reason: "unauthorized", shape: InvalidLogin },
        { outcome: "unknown", shape: Refusal },
      ],
    },
  },
  checkStatus: {
    id: "checkStatus",
    method: "POST",
    path: "/esamsat/status_invoice",
    requestType: "form",
    effect: "read",
    timeoutMs: 75000,
    fields: {
      username: { in: "body", required: true, secret: true, shape: Username },
      password: { in: "body", required: true, secret: true, shape: Password },
      invoice: { in: "body", required: true, example: "111111111111", shape: Invoice },
    },
    answers: {
      "200": [
        { outcome: "ok", shape: Confirmed },
        { outcome: "ok", shape: Pending },
        { outcome: "ok", shape: Refunded },
        { outcome: "refused", reason: "failure", shape: Failure },
        { outcome: "refused", reason: "unauthorized", shape: InvalidLogin },
        { outcome: "refused", reason: "other", shape: Refusal },
      ],
    },
  },
};
