// Generated from specs/qris/openapi.yaml by `pnpm codegen`. Do not edit.
import type { Operation, Shape } from "@setor/core";
import type { components, operations as wire } from "./types.js";

export interface CreateInvoice {
  input: Omit<NonNullable<wire["createInvoice"]["parameters"]["query"]>, "do" | "apikey" | "mID">;
  answers: {
    ok: components["schemas"]["Invoice"]["data"];
    refused: components["schemas"]["InvalidAmount"] | components["schemas"]["InvalidAmountText"] | components["schemas"]["InvalidApiKey"] | components["schemas"]["InvalidApiKeyText"] | components["schemas"]["InvalidMerchant"] | components["schemas"]["InvalidMerchantText"] | components["schemas"]["TransactionNumberEmpty"] | components["schemas"]["TransactionNumberEmptyText"] | components["schemas"]["UnknownAction"] | components["schemas"]["UnknownActionText"] | components["schemas"]["Refusal"] | components["schemas"]["RefusalText"];
  };
  reason: "invalid-amount" | "invalid-apikey" | "invalid-merchant" | "transaction-number-empty" | "unknown-action" | "other";
}

export interface CheckInvoice {
  input: Omit<NonNullable<wire["checkInvoice"]["parameters"]["query"]>, "do" | "apikey" | "mID">;
  answers: {
    ok: components["schemas"]["Paid"]["data"] | components["schemas"]["Unpaid"]["data"];
    refused: components["schemas"]["InvoiceIdEmpty"] | components["schemas"]["InvalidApiKey"] | components["schemas"]["InvalidMerchant"] | components["schemas"]["UnknownAction"] | components["schemas"]["Refusal"] | components["schemas"]["RefusalText"] | components["schemas"]["RefusalInStatus"];
  };
  reason: "invoice-id-empty" | "invalid-apikey" | "invalid-merchant" | "unknown-action" | "other";
}

const Success: Shape = { const: "success" };

const WibTime: Shape = { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$" };

const VersionCode: Shape = { type: "string" };

const Invoice: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Success,
    data: {
      type: "object",
      required: ["qris_content", "qris_request_date", "qris_invoiceid"],
      properties: {
        qris_content: { type: "string", pattern: "^000201" },
        qris_request_date: WibTime,
        qris_invoiceid: { type: ["string", "integer"], pattern: "^[0-9]+$" },
        qris_nmid: { type: "string" },
      },
    },
    qris_api_version_code: VersionCode,
  },
};

const Failed: Shape = { const: "failed" };

const InvalidAmountWords: Shape = { type: "string", pattern: "^\\s*[Ii]nvalid\\s+amount\\s*$" };

const InvalidAmount: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Failed,
    data: { type: "object", required: ["qris_status"], properties: { qris_status: InvalidAmountWords } },
  },
};

const InvalidAmountText: Shape = { type: "object", required: ["status", "data"], properties: { status: Failed, data: InvalidAmountWords } };

const InvalidApiKeyWords: Shape = { type: "string", pattern: "^\\s*[Ii]nvalid\\s+api\\s*[Kk]ey\\s*$" };

const InvalidApiKey: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Failed,
    data: { type: "object", required: ["qris_status"], properties: { qris_status: InvalidApiKeyWords } },
  },
};

const InvalidApiKeyText: Shape = { type: "object", required: ["status", "data"], properties: { status: Failed, data: InvalidApiKeyWords } };

const InvalidMerchantWords: Shape = { type: "string", pattern: "^\\s*[Ii]nvalid\\s+m[Ii][Dd]\\s*$" };

const InvalidMerchant: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Failed,
    data: { type: "object", required: ["qris_status"], properties: { qris_status: InvalidMerchantWords } },
  },
};

const InvalidMerchantText: Shape = { type: "object", required: ["status", "data"], properties: { status: Failed, data: InvalidMerchantWords } };

const TransactionNumberEmptyWords: Shape = { type: "string", pattern: "^\\s*(transcation|transaction)\\s+number\\s+is\\s+empty\\s*$" };

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

const UnknownActionWords: Shape = { type: "string", pattern: "^\\s*[Ww]hat\\s+we\\s+do\\s+for\\s+you\\s*\\??\\s*$" };

const UnknownAction: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Failed,
    data: { type: "object", required: ["qris_status"], properties: { qris_status: UnknownActionWords } },
  },
};

const UnknownActionText: Shape = { type: "object", required: ["status", "data"], properties: { status: Failed, data: UnknownActionWords } };

const RefusalWords: Shape = { type: "string" };

const Refusal: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status: Failed,
    data: { type: "object", required: ["qris_status"], properties: { qris_status: RefusalWords } },
  },
};

const RefusalText: Shape = { type: "object", required: ["status", "data"], properties: { status: Failed, data: RefusalWords } };

const ApiKey: Shape = { type: "string", pattern: "^[0-9]+$" };

const MerchantId: Shape = { type: "string", pattern: "^[0-9]+$" };

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
        qris_payment_customername: { type: "string" },
        qris_payment_methodby: { type: "string" },
        qris_paid_date: WibTime,
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
    data: { type: "object", required: ["qris_status"], properties: { qris_status: { const: "unpaid" } } },
  },
};

const EmptyList: Shape = { type: "array" };

const InvoiceIdEmpty: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: { status: { type: "string", pattern: "^failed,\\s*Invoice ID is empty" }, data: EmptyList },
};

const RefusalInStatus: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: { status: { type: "string", pattern: "^failed" }, data: EmptyList },
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
      apikey: { in: "query", required: true, secret: true, shape: ApiKey },
      mID: { in: "query", required: true, secret: true, shape: MerchantId },
      cliTrxNumber: { in: "query", required: true, example: "INV-20200807-0001", shape: { type: "string", minLength: 1 } },
      cliTrxAmount: { in: "query", required: true, example: 25578, shape: { type: "integer", minimum: 1 } },
      useTip: { in: "query", example: "no", shape: { enum: ["yes", "no"] } },
    },
    answers: {
      "200": [
        { media: "json", outcome: "ok", payload: "data", shape: Invoice },
        {
          media: "json",
          outcome: "refused",
          reason: "invalid-amount",
          message: ["data", "qris_status"],
          shape: InvalidAmount,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "invalid-amount",
          message: ["data"],
          shape: InvalidAmountText,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "invalid-apikey",
          message: ["data", "qris_status"],
          shape: InvalidApiKey,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "invalid-apikey",
          message: ["data"],
          shape: InvalidApiKeyText,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "invalid-merchant",
          message: ["data", "qris_status"],
          shape: InvalidMerchant,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "invalid-merchant",
          message: ["data"],
          shape: InvalidMerchantText,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "transaction-number-empty",
          message: ["data", "qris_status"],
          shape: TransactionNumberEmpty,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "transaction-number-empty",
          message: ["data"],
          shape: TransactionNumberEmptyText,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "unknown-action",
          message: ["data", "qris_status"],
          shape: UnknownAction,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "unknown-action",
          message: ["data"],
          shape: UnknownActionText,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "other",
          message: ["data", "qris_status"],
          shape: Refusal,
        },
        { media: "json", outcome: "refused", reason: "other", message: ["data"], shape: RefusalText },
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
    fields: {
      do: { in: "query", required: true, shape: { const: "checkStatus" } },
      apikey: { in: "query", required: true, secret: true, shape: ApiKey },
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
        { media: "json", outcome: "ok", payload: "data", shape: Paid },
        { media: "json", outcome: "ok", payload: "data", shape: Unpaid },
        {
          media: "json",
          outcome: "refused",
          reason: "invoice-id-empty",
          message: ["status"],
          shape: InvoiceIdEmpty,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "invalid-apikey",
          message: ["data", "qris_status"],
          shape: InvalidApiKey,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "invalid-merchant",
          message: ["data", "qris_status"],
          shape: InvalidMerchant,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "unknown-action",
          message: ["data", "qris_status"],
          shape: UnknownAction,
        },
        {
          media: "json",
          outcome: "refused",
          reason: "other",
          message: ["data", "qris_status"],
          shape: Refusal,
        },
        { media: "json", outcome: "refused", reason: "other", message: ["data"], shape: RefusalText },
        { media: "json", outcome: "refused", reason: "other", message: ["status"], shape: RefusalInStatus },
      ],
    },
  },
};
