// Generated from specs/bphtb/openapi.yaml by `pnpm codegen`. Do not edit.
import type { Operation, Shape } from "@setor/core";
import type { FindSspdInput, NotFound, PaySspdInput, Payment, SignatureInvalid, SignatureRequired, Sspd, TimestampInvalid, TimestampRequired, Token, TokenBadRequest, TokenUnauthorized, Unauthorized } from "./types.js";

/** What `issueToken` takes and may say. */
export interface IssueToken {
  /** The argument. */
  input: Record<never, never>;
  /** What it does at the vendor. */
  effect: "auth";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The call was accepted. */
    ok: Token;
    /** The call was refused. */
    refused: TokenBadRequest | TokenUnauthorized;
  };
  /** Every reason of its refusals. */
  reason: "bad-request" | "unauthorized";
}

/** What `findSspd` takes and may say. */
export interface FindSspd {
  /** The argument. */
  input: FindSspdInput;
  /** What it does at the vendor. */
  effect: "read";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The call was accepted. */
    ok: Sspd["data"];
    /** The call was refused. */
    refused: TimestampRequired | TimestampInvalid | SignatureRequired | SignatureInvalid | Unauthorized | string | NotFound;
  };
  /** Every reason of its refusals. */
  reason: "timestamp-required" | "timestamp-invalid" | "signature-required" | "signature-invalid" | "unauthorized" | "not-found";
}

/** What `paySspd` takes and may say. */
export interface PaySspd {
  /** The argument. */
  input: PaySspdInput;
  /** What it does at the vendor. */
  effect: "money";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The money moved. */
    paid: Payment["data"];
    /** The call was refused. */
    refused: TimestampRequired | TimestampInvalid | SignatureRequired | SignatureInvalid | Unauthorized | NotFound;
    /** Nothing is proved. */
    unknown: string;
  };
  /** Every reason of its refusals. */
  reason: "timestamp-required" | "timestamp-invalid" | "signature-required" | "signature-invalid" | "unauthorized" | "not-found";
}

const Token: Shape = {
  type: "object",
  required: ["accessToken", "expiresIn"],
  properties: {
    accessToken: { type: "string", pattern: "^[!-~]+$" },
    expiresIn: { type: ["integer", "string"], pattern: "^[0-9]+$" },
    responseCode: { const: "2007300", role: "code" },
    responseMessage: { type: "string", role: "message" },
    tokenType: { type: "string" },
  },
};

const TokenRefusal: Shape = {
  type: "object",
  required: ["responseCode"],
  properties: { responseCode: { type: "string", role: "code" }, responseMessage: { type: "string", role: "message" } },
};

const TokenBadRequest: Shape = {
  allOf: [TokenRefusal, { type: "object", properties: { responseCode: { type: "string", pattern: "^40073" } } }],
};

const TokenUnauthorized: Shape = {
  allOf: [TokenRefusal, { type: "object", properties: { responseCode: { type: "string", pattern: "^40173" } } }],
};

const ClientId: Shape = { type: "string", minLength: 1 };

const ClientSecret: Shape = { type: "string", minLength: 1 };

const MessageId: Shape = {};

const Descriptive: Shape = {};

const Sspd: Shape = {
  type: "object",
  required: ["status", "message_code", "data"],
  properties: {
    status_code: { const: 200 },
    status: { const: true },
    message_code: { const: "2002400", role: "code" },
    message_id: MessageId,
    data: {
      type: "object",
      required: ["amount", "payment_status"],
      properties: {
        ntpd: { type: ["string", "integer", "null"], echo: "ntpd" },
        amount: { type: "string", pattern: "^[0-9]+$" },
        description: Descriptive,
        nop: Descriptive,
        payment_status: { enum: ["unpaid", "paid"] },
        registration_number: Descriptive,
        sk_type: Descriptive,
        taxpayer_address: Descriptive,
        taxpayer_name: Descriptive,
        year: Descriptive,
      },
    },
  },
};

const Refused: Shape = {
  properties: {
    ntpd: { type: ["string", "integer", "null"], echo: "ntpd" },
    status: { enum: ["unpaid", "", null] },
    payment_status: { enum: ["unpaid", "", null] },
  },
};

const RefusedData: Shape = { allOf: [Refused, { type: ["object", "array", "null"], items: Refused }] };

const Refusal: Shape = {
  type: "object",
  required: ["message_code"],
  properties: {
    status_code: { type: "integer" },
    status: { const: false },
    message_code: { type: "string", role: "code" },
    message_id: MessageId,
    message: {
      allOf: [
        Descriptive,
        { echo: "ntpd", echoPattern: "[Nn][Tt][Pp][Dd][^0-9A-Za-z]{0,8}([0-9]+)", role: "message" },
      ],
    },
    data: RefusedData,
  },
};

const TimestampRequired: Shape = { allOf: [Refusal, { type: "object", properties: { message_code: { const: "4002401" } } }] };

const TimestampInvalid: Shape = { allOf: [Refusal, { type: "object", properties: { message_code: { const: "4002402" } } }] };

const SignatureRequired: Shape = { allOf: [Refusal, { type: "object", properties: { message_code: { const: "4002403" } } }] };

const SignatureInvalid: Shape = { allOf: [Refusal, { type: "object", properties: { message_code: { const: "4002404" } } }] };

const Unauthorized: Shape = {
  type: "object",
  required: ["message"],
  properties: {
    message_code: { type: ["string", "null"], pattern: "^401", role: "code" },
    status: { enum: [false, null] },
    message: {
      allOf: [
        Descriptive,
        { echo: "ntpd", echoPattern: "[Nn][Tt][Pp][Dd][^0-9A-Za-z]{0,8}([0-9]+)", role: "message" },
      ],
    },
    data: RefusedData,
  },
};

const NotFound: Shape = { allOf: [Refusal, { type: "object", properties: { message_code: { const: "4042401" } } }] };

const Ntpd: Shape = { type: "string", pattern: "^[0-9]{19}$" };

const Payment: Shape = {
  type: "object",
  required: ["status", "data"],
  properties: {
    status_code: { enum: [200, null] },
    message_code: { enum: ["2002400", null] },
    status: { const: true },
    message: { allOf: [Descriptive, { role: "message" }] },
    data: {
      type: "object",
      required: ["ntpd", "rev_no", "status"],
      properties: {
        ntpd: { type: "string", echo: "ntpd" },
        bank_perseption: Descriptive,
        rev_no: { type: "string", echo: "refference_number" },
        status: { const: "paid" },
      },
    },
  },
};

const WibTime: Shape = { type: "string", pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}$" };

export const operations: {
  readonly issueToken: Operation<IssueToken>;
  readonly findSspd: Operation<FindSspd>;
  readonly paySspd: Operation<PaySspd>;
} = {
  issueToken: {
    id: "issueToken",
    method: "POST",
    path: "/oauth/token",
    requestType: "multipart",
    effect: "auth",
    timeoutMs: 30000,
    fields: {
      grant_type: { in: "body", required: true, shape: { const: "client_credentials" } },
      client_id: { in: "body", required: true, secret: true, shape: ClientId },
      client_secret: { in: "body", required: true, secret: true, shape: ClientSecret },
    },
    answers: {
      "200": [{ outcome: "ok", shape: Token }],
      "400": [{ outcome: "refused", reason: "bad-request", shape: TokenBadRequest }],
      "401": [{ outcome: "refused", reason: "unauthorized", shape: TokenUnauthorized }],
    },
  },
  findSspd: {
    id: "findSspd",
    method: "GET",
    path: "/api/v1/integration/sspd/ntpd/{ntpd}",
    requestType: "none",
    effect: "read",
    timeoutMs: 45000,
    settles: true,
    fields: { ntpd: { in: "path", required: true, example: "1209411011001249943", shape: Ntpd } },
    answers: {
      "200": [{ outcome: "ok", payload: "data", shape: Sspd }],
      "400": [
        { outcome: "refused", reason: "timestamp-required", shape: TimestampRequired },
        { outcome: "refused", reason: "timestamp-invalid", shape: TimestampInvalid },
        { outcome: "refused", reason: "signature-required", shape: SignatureRequired },
        { outcome: "refused", reason: "signature-invalid", shape: SignatureInvalid },
      ],
      "401": [
        { outcome: "refused", reason: "unauthorized", shape: Unauthorized },
        { text: true, outcome: "refused", reason: "unauthorized", shape: { type: "string" } },
      ],
      "404": [{ outcome: "refused", reason: "not-found", shape: NotFound }],
    },
  },
  paySspd: {
    id: "paySspd",
    method: "POST",
    path: "/api/v1/integration/sspd/payment",
    requestType: "json",
    effect: "money",
    timeoutMs: 45000,
    fields: {
      ntpd: { in: "body", required: true, example: "1209411011001249943", shape: Ntpd },
      amount: {
        in: "body",
        required: true,
        example: "196000000",
        shape: { type: "string", pattern: "^[1-9][0-9]*$" },
      },
      payment_method: { in: "body", required: true, example: "Teller", shape: { type: "string", minLength: 1 } },
      bank_perseption: { in: "body", required: true, example: "BNKMANDIRI", shape: { type: "string", minLength: 1 } },
      refference_number: { in: "body", required: true, example: "20240926001", shape: { type: "string", minLength: 1 } },
      channel_reffrence: { in: "body", required: true, example: "Teller", shape: { type: "string", minLength: 1 } },
      payment_date: { in: "body", required: true, example: "2024-09-26 13:02:51.000", shape: WibTime },
      description: { in: "body", shape: { type: "string" } },
    },
    answers: {
      "200": [{ outcome: "paid", payload: "data", shape: Payment }],
      "400": [
        { outcome: "refused", reason: "timestamp-required", shape: TimestampRequired },
        { outcome: "refused", reason: "timestamp-invalid", shape: TimestampInvalid },
        { outcome: "refused", reason: "signature-required", shape: SignatureRequired },
        { outcome: "refused", reason: "signature-invalid", shape: SignatureInvalid },
      ],
      "401": [
        { outcome: "refused", reason: "unauthorized", shape: Unauthorized },
        { text: true, outcome: "unknown", shape: { type: "string" } },
      ],
      "404": [{ outcome: "refused", reason: "not-found", shape: NotFound }],
    },
  },
};
