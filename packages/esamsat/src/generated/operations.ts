// Generated from specs/esamsat/openapi.yaml by `pnpm codegen`. Do not edit.
import type { Operation, Shape } from "@setor/core";
import type { AlreadyPaid, Bill, CheckStatusInput, Confirmed, Failure, InquireInput, InsufficientBalance, InvalidLogin, NotFound, PayInput, Pending, ProductList, Refunded, Refusal } from "./types.js";

/** What `listProducts` takes and may say. */
export interface ListProducts {
  /** The argument. */
  input: Record<never, never>;
  /** What it does at the vendor. */
  effect: "read";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The call was accepted. */
    ok: ProductList;
    /** The call was refused. */
    refused: InvalidLogin | Refusal;
  };
  /** Every reason of its refusals. */
  reason: "unauthorized" | "other";
}

/** What `inquire` takes and may say. */
export interface Inquire {
  /** The argument. */
  input: InquireInput;
  /** What it does at the vendor. */
  effect: "read";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The call was accepted. */
    ok: Bill;
    /** The call was refused. */
    refused: NotFound | InvalidLogin | Refusal;
  };
  /** Every reason of its refusals. */
  reason: "not-found" | "unauthorized" | "other";
}

/** What `pay` takes and may say. */
export interface Pay {
  /** The argument. */
  input: PayInput;
  /** What it does at the vendor. */
  effect: "money";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The money moved. */
    paid: Confirmed;
    /** It is not decided yet. */
    pending: Pending;
    /** The money came back. */
    refunded: Refunded;
    /** The call was refused. */
    refused: AlreadyPaid | InsufficientBalance | InvalidLogin;
    /** Nothing is proved. */
    unknown: Refusal;
  };
  /** Every reason of its refusals. */
  reason: "already-paid" | "insufficient-balance" | "unauthorized";
}

/** What `checkStatus` takes and may say. */
export interface CheckStatus {
  /** The argument. */
  input: CheckStatusInput;
  /** What it does at the vendor. */
  effect: "read";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The call was accepted. */
    ok: Confirmed | Pending | Refunded;
    /** The call was refused. */
    refused: Failure | InvalidLogin | Refusal;
  };
  /** Every reason of its refusals. */
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

const TextOrNull: Shape = { type: ["string", "null"] };

const Reason: Shape = { type: "string", minLength: 1, role: "message" };

const Refusal: Shape = {
  type: "object",
  required: ["result", "reason"],
  properties: {
    result: { const: "no" },
    tanggal: TextOrNull,
    product: { type: ["string", "null"], echo: "product" },
    invoice: { type: ["string", "integer", "null"], echo: "invoice" },
    customer_number: TextOrNull,
    structure_number: { type: ["string", "null"], echo: "structure_number" },
    kodeagen: TextOrNull,
    reason: {
      allOf: [Reason, { echo: "invoice", echoPattern: "[Ii][Nn][Vv][Oo][Ii][Cc][Ee][^0-9A-Za-z]{0,8}([0-9]+)" }],
    },
  },
};

const FinalRefusal: Shape = {
  allOf: [
    Refusal,
    {
      type: "object",
      properties: {
        status: { enum: ["FAILURE", "", null] },
        reference_number: { enum: ["", null] },
        trace_number: { enum: ["", null] },
      },
    },
  ],
};

const InvalidLogin: Shape = {
  allOf: [
    FinalRefusal,
    { type: "object", properties: { reason: { type: "string", pattern: "^\\s*invalid\\s+login\\s*$" } } },
  ],
};

const Username: Shape = { type: "string", minLength: 1 };

const Password: Shape = { type: "string", minLength: 1 };

const Invoice: Shape = { type: "string", pattern: "^[0-9]+$" };

const Vehicle: Shape = { type: "object", required: ["result", "invoice"], properties: { result: { const: "ok" }, invoice: Invoice } };

const Rupiah: Shape = { type: "string", pattern: "^[0-9]+$" };

const Bill: Shape = {
  allOf: [
    Vehicle,
    {
      type: "object",
      required: ["status", "product", "total"],
      properties: {
        status: { const: "INQUIRY" },
        product: { type: "string", echo: "product" },
        structure_number: { type: ["string", "null"], echo: "structure_number" },
        tanggal: TextOrNull,
        paymentcode: TextOrNull,
        customer_number: TextOrNull,
        customer_name: TextOrNull,
        customer_address: TextOrNull,
        license_plate: TextOrNull,
        vehicle_brand: TextOrNull,
        vehicle_model: TextOrNull,
        vehicle_color: TextOrNull,
        year_built: TextOrNull,
        tax_pkb: Rupiah,
        tax_swd: Rupiah,
        tax_bnn: Rupiah,
        penalty_pkb: Rupiah,
        penalty_swd: Rupiah,
        penalty_bnn: Rupiah,
        fee: Rupiah,
        total: Rupiah,
        kodeagen: TextOrNull,
      },
    },
  ],
};

const NotFound: Shape = {
  allOf: [
    Refusal,
    { type: "object", properties: { reason: { type: "string", pattern: "Datamu\\s+Tidak\\s+Ketemu" } } },
  ],
};

const Product: Shape = { type: "string", minLength: 1 };

const CustomerNumber: Shape = { type: "string", pattern: "^[0-9]+$" };

const StructureNumber: Shape = { type: "string", pattern: "^[A-Za-z0-9]{5,25}$" };

const Descriptive: Shape = {};

const Transaction: Shape = {
  allOf: [
    Vehicle,
    {
      type: "object",
      required: ["invoice"],
      properties: {
        invoice: { type: "string", echo: "invoice" },
        tanggal: Descriptive,
        product: Descriptive,
        paymentcode: Descriptive,
        customer_number: Descriptive,
        customer_name: Descriptive,
        customer_address: Descriptive,
        structure_number: Descriptive,
        license_plate: Descriptive,
        vehicle_brand: Descriptive,
        vehicle_model: Descriptive,
        vehicle_color: Descriptive,
        year_built: Descriptive,
        tax_pkb: Descriptive,
        tax_swd: Descriptive,
        tax_bnn: Descriptive,
        penalty_pkb: Descriptive,
        penalty_swd: Descriptive,
        penalty_bnn: Descriptive,
        fee: Descriptive,
        total: Descriptive,
        kodeagen: Descriptive,
        reference_number: Descriptive,
        trace_number: Descriptive,
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
  allOf: [
    FinalRefusal,
    { type: "object", properties: { reason: { type: "string", pattern: "\\(Kode:\\s*0054\\)" } } },
  ],
};

const InsufficientBalance: Shape = {
  allOf: [
    FinalRefusal,
    { type: "object", properties: { reason: { type: "string", pattern: "Sisa\\s+saldo\\s+tidak\\s+cukup" } } },
  ],
};

const Failure: Shape = {
  allOf: [FinalRefusal, { type: "object", required: ["status"], properties: { status: { const: "FAILURE" } } }],
};

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
    finalAfterMs: 60000,
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
    settles: true,
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
