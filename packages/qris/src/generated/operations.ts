// Generated from specs/qris/openapi.yaml by `pnpm codegen`. Do not edit.
import type { Operation, Shape } from "@setor/core";
import type { CheckInvoiceInput, CreateInvoiceInput, InvalidAmount, InvalidAmountText, InvalidApiKey, InvalidApiKeyText, InvalidMerchant, InvalidMerchantText, Invoice, InvoiceIdEmpty, Paid, Refusal, RefusalInStatus, RefusalText, TransactionNumberEmpty, TransactionNumberEmptyText, UnknownAction, UnknownActionText, Unpaid } from "./types.js";

/** What `createInvoice` takes and may say. */
export interface CreateInvoice {
  /** The argument. */
  input: CreateInvoiceInput;
  /** What it does at the vendor. */
  effect: "create";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The call was accepted. */
    ok: Invoice["data"];
    /** The call was refused. */
    refused: InvalidAmount | InvalidAmountText | InvalidApiKey | InvalidApiKeyText | InvalidMerchant | InvalidMerchantText | TransactionNumberEmpty | TransactionNumberEmptyText | UnknownAction | UnknownActionText | Refusal | RefusalText;
  };
  /** Every reason of its refusals. */
  reason: "invalid-amount" | "invalid-apikey" | "invalid-merchant" | "transaction-number-empty" | "unknown-action" | "other";
}

/** What `checkInvoice` takes and may say. */
export interface CheckInvoice {
  /** The argument. */
  input: CheckInvoiceInput;
  /** What it does at the vendor. */
  effect: "read";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The call was accepted. */
    ok: Paid["data"] | Unpaid["data"];
    /** The call was refused. */
    refused: InvoiceIdEmpty | InvalidApiKey | InvalidMerchant | UnknownAction | Refusal | RefusalText | RefusalInStatus;
  };
  /** Every reason of its refusals. */
  reason: "invoice-id-empty" | "invalid-apikey" | "invalid-merchant" | "unknown-action" | "other";
}

const Success: Shape = { const: "success" };

const VersionCode: Shape = {};

const Invoice: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Success,
    data: {
      type: "object",
      required: ["qris_content", "qris_invoiceid"],
      properties: {
        qris_content: { type: "string", pattern: "^000201" },
        qris_request_date: { type: ["string", "null"] },
        qris_invoiceid: { type: ["string", "integer"], pattern: "^[0-9]+$", minimum: 0 },
        qris_nmid: { type: ["string", "null"] },
      },
    },
    qris_api_version_code: VersionCode,
  },
};

const Failed: Shape = { const: "failed" };

const InvalidAmountWords: Shape = { type: "string", pattern: "^\\s*[Ii]nvalid\\s+amount\\s*$", role: "message" };

const InvalidAmount: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Failed,
    data: { type: "object", required: ["qris_status"], properties: { qris_status: InvalidAmountWords } },
  },
};

const InvalidAmountText: Shape = { type: "object", required: ["status", "data"], properties: { status: Failed, data: InvalidAmountWords } };

const InvalidApiKeyWords: Shape = { type: "string", pattern: "^\\s*[Ii]nvalid\\s+api\\s*[Kk]ey\\s*$", role: "message" };

const InvalidApiKey: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Failed,
    data: { type: "object", required: ["qris_status"], properties: { qris_status: InvalidApiKeyWords } },
  },
};

const InvalidApiKeyText: Shape = { type: "object", required: ["status", "data"], properties: { status: Failed, data: InvalidApiKeyWords } };

const InvalidMerchantWords: Shape = { type: "string", pattern: "^\\s*[Ii]nvalid\\s+m[Ii][Dd]\\s*$", role: "message" };

const InvalidMerchant: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Failed,
    data: { type: "object", required: ["qris_status"], properties: { qris_status: InvalidMerchantWords } },
  },
};

const InvalidMerchantText: Shape = { type: "object", required: ["status", "data"], properties: { status: Failed, data: InvalidMerchantWords } };

const TransactionNumberEmptyWords: Shape = { type: "string", pattern: "^\\s*(transcation|transaction)\\s+number\\s+is\\s+empty\\s*$", role: "message" };

const TransactionNumberEmpty: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Failed,
    data: { type: "object", required: ["qris_status"], properties: { qris_status: TransactionNumberEmptyWords } },
  },
};

const TransactionNumberEmptyText: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: { status: Failed, data: TransactionNumberEmptyWords },
};

const UnknownActionWords: Shape = { type: "string", pattern: "^\\s*[Ww]hat\\s+we\\s+do\\s+for\\s+you\\s*(\\?\\s*)?$", role: "message" };

const UnknownAction: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Failed,
    data: { type: "object", required: ["qris_status"], properties: { qris_status: UnknownActionWords } },
  },
};

const UnknownActionText: Shape = { type: "object", required: ["status", "data"], properties: { status: Failed, data: UnknownActionWords } };

const RefusalWords: Shape = { type: "string", role: "message" };

const Refusal: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Failed,
    data: { type: "object", required: ["qris_status"], properties: { qris_status: RefusalWords } },
  },
};

const RefusalText: Shape = { type: "object", required: ["status", "data"], properties: { status: Failed, data: RefusalWords } };

const MerchantId: Shape = { type: "string", pattern: "^[0-9]+$" };

const Descriptive: Shape = {};

const Paid: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Success,
    data: {
      type: "object",
      required: ["qris_status"],
      properties: {
        qris_status: { const: "paid" },
        qris_invoiceid: { type: ["string", "integer", "null"], echo: "invid" },
        qris_payment_customername: Descriptive,
        qris_payment_methodby: Descriptive,
        qris_paid_date: Descriptive,
      },
    },
    qris_api_version_code: VersionCode,
  },
};

const Unpaid: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Failed,
    data: {
      type: "object",
      required: ["qris_status"],
      properties: {
        qris_status: { const: "unpaid" },
        qris_invoiceid: { type: ["string", "integer", "null"], echo: "invid" },
      },
    },
  },
};

const EmptyList: Shape = { type: "array", items: {} };

const InvoiceIdEmpty: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: { status: { type: "string", pattern: "^failed,\\s*Invoice ID is empty", role: "message" }, data: EmptyList },
};

const RefusalInStatus: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: { status: { type: "string", pattern: "^failed", role: "message" }, data: EmptyList },
};

export const operations: {
  readonly createInvoice: Operation<CreateInvoice>;
  readonly checkInvoice: Operation<CheckInvoice>;
} = {
  createInvoice: {
    id: "createInvoice",
    method: "GET",
    path: "/restapi/qris/show_qris.php",
    requestType: "none",
    effect: "create",
    timeoutMs: 35000,
    fields: {
      do: { in: "query", required: true, shape: { const: "create-invoice" } },
      apikey: { in: "query", required: true, secret: true, shape: { type: "string", pattern: "^[0-9]+$" } },
      mID: { in: "query", required: true, secret: true, shape: MerchantId },
      cliTrxNumber: { in: "query", required: true, example: "INV-20200807-0001", shape: { type: "string", minLength: 1 } },
      cliTrxAmount: { in: "query", required: true, example: 25578, shape: { type: "integer", minimum: 1 } },
      useTip: { in: "query", example: "no", shape: { enum: ["yes", "no"] } },
    },
    answers: {
      "200": [
        { outcome: "ok", payload: "data", shape: Invoice },
        { outcome: "refused", reason: "invalid-amount", shape: InvalidAmount },
        { outcome: "refused", reason: "invalid-amount", shape: InvalidAmountText },
        { outcome: "refused", reason: "invalid-apikey", shape: InvalidApiKey },
        { outcome: "refused", reason: "invalid-apikey", shape: InvalidApiKeyText },
        { outcome: "refused", reason: "invalid-merchant", shape: InvalidMerchant },
        { outcome: "refused", reason: "invalid-merchant", shape: InvalidMerchantText },
        { outcome: "refused", reason: "transaction-number-empty", shape: TransactionNumberEmpty },
        { outcome: "refused", reason: "transaction-number-empty", shape: TransactionNumberEmptyText },
        { outcome: "refused", reason: "unknown-action", shape: UnknownAction },
        { outcome: "refused", reason: "unknown-action", shape: UnknownActionText },
        { outcome: "refused", reason: "other", shape: Refusal },
        { outcome: "refused", reason: "other", shape: RefusalText },
      ],
    },
  },
  checkInvoice: {
    id: "checkInvoice",
    method: "GET",
    path: "/restapi/qris/checkpaid_qris.php",
    requestType: "none",
    effect: "read",
    timeoutMs: 35000,
    settles: true,
    fields: {
      do: { in: "query", required: true, shape: { const: "checkStatus" } },
      apikey: { in: "query", required: true, secret: true, shape: { type: "string", pattern: "^[0-9]+$" } },
      mID: { in: "query", required: true, secret: true, shape: MerchantId },
      invid: { in: "query", required: true, example: "413255111", shape: { type: "string", pattern: "^[0-9]+$" } },
      trxvalue: { in: "query", required: true, example: 25578, shape: { type: "integer", minimum: 1 } },
      trxdate: {
        in: "query",
        required: true,
        example: "2020-08-07",
        shape: { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
      },
    },
    answers: {
      "200": [
        { outcome: "ok", payload: "data", shape: Paid },
        { outcome: "ok", payload: "data", shape: Unpaid },
        { outcome: "refused", reason: "invoice-id-empty", shape: InvoiceIdEmpty },
        { outcome: "refused", reason: "invalid-apikey", shape: InvalidApiKey },
        { outcome: "refused", reason: "invalid-merchant", shape: InvalidMerchant },
        { outcome: "refused", reason: "unknown-action", shape: UnknownAction },
        { outcome: "refused", reason: "other", shape: Refusal },
        { outcome: "refused", reason: "other", shape: RefusalText },
        { outcome: "refused", reason: "other", shape: RefusalInStatus },
      ],
    },
  },
};
