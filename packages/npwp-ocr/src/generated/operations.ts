// Generated from specs/npwp-ocr/openapi.yaml by `pnpm codegen`. Do not edit.
import type { Operation, Shape } from "@setor/core";
import type { Incomplete, InsufficientBalance, InvalidKey, InvalidParameter, KeyOrTenantInvalid, NotFound, ReadNpwpInput, Reading, Refusal, Resolution, UnexpectedError, Unreadable } from "./types.js";

/** What `readNpwp` takes and may say. */
export interface ReadNpwp {
  /** The argument. */
  input: ReadNpwpInput;
  /** What it does at the vendor. */
  effect: "billed";
  /** What is handed over as `data`, by what the answer means. */
  answers: {
    /** The call was accepted. */
    ok: Reading;
    /** The call was refused. */
    refused: InsufficientBalance | InvalidParameter | InvalidKey | KeyOrTenantInvalid | NotFound | Resolution | Unreadable | UnexpectedError | Incomplete | Refusal;
  };
  /** Every reason of its refusals. */
  reason: "insufficient-balance" | "invalid-parameter" | "unauthorized" | "not-found" | "resolution" | "unreadable" | "server-error" | "incomplete" | "other";
}

const Message: Shape = { type: "string", role: "message" };

const OcrDate: Shape = { type: "string" };

const CardText: Shape = {
  type: "object",
  properties: {
    alamat: { type: ["string", "null"] },
    kpp: { type: ["string", "null"] },
    nama: { type: ["string", "null"] },
    nik: { type: ["string", "null"] },
    noNpwp: { type: ["string", "null"] },
  },
};

const Share: Shape = { type: ["number", "null"], minimum: 0, maximum: 1 };

const Confidence: Shape = { type: "object", properties: { alamat: Share, kpp: Share, nama: Share, nik: Share, noNpwp: Share } };

const Reading: Shape = {
  type: "object",
  required: ["status", "read"],
  properties: {
    status: { const: "SUCCESS" },
    message: Message,
    ocr_date: OcrDate,
    read: CardText,
    read_confidence: Confidence,
  },
};

const Refusal: Shape = {
  type: "object",
  required: ["status"],
  properties: {
    status: { const: "FAILED" },
    message: Message,
    ocr_date: OcrDate,
    read: CardText,
    read_confidence: Confidence,
  },
};

const InsufficientBalance: Shape = {
  allOf: [
    Refusal,
    {
      type: "object",
      required: ["message"],
      properties: { message: { type: "string", pattern: "^\\s*[Ii]nsufficient\\s+balance", role: "message" } },
    },
  ],
};

const InvalidParameter: Shape = {
  allOf: [
    Refusal,
    {
      type: "object",
      required: ["message"],
      properties: { message: { type: "string", pattern: "^\\s*[Pp]arameter\\s+invalid", role: "message" } },
    },
  ],
};

const InvalidKey: Shape = {
  allOf: [
    Refusal,
    {
      type: "object",
      required: ["message"],
      properties: {
        message: { type: "string", pattern: "^\\s*[Ii]nvalid\\s+API\\s+key\\s+or\\s+tenant\\s+code", role: "message" },
      },
    },
  ],
};

const KeyOrTenantInvalid: Shape = {
  type: "object",
  required: ["status"],
  properties: { status: { const: "key or tenant invalid", role: "message" } },
};

const NotFound: Shape = {
  allOf: [
    Refusal,
    {
      type: "object",
      required: ["message"],
      properties: { message: { type: "string", pattern: "^\\s*NPWP\\s+NOT\\s+FOUND", role: "message" } },
    },
  ],
};

const Resolution: Shape = {
  allOf: [
    Refusal,
    {
      type: "object",
      required: ["message"],
      properties: { message: { type: "string", pattern: "[Rr]esolution\\s+is\\s+(below|above)", role: "message" } },
    },
  ],
};

const Unreadable: Shape = {
  allOf: [
    Refusal,
    {
      type: "object",
      required: ["message"],
      properties: { message: { type: "string", pattern: "Image\\s+is\\s|[Ll]ight\\s+reflection", role: "message" } },
    },
  ],
};

const UnexpectedError: Shape = {
  allOf: [
    Refusal,
    {
      type: "object",
      required: ["message"],
      properties: { message: { type: "string", pattern: "^\\s*[Uu]nexpected\\s+[Ee]rror", role: "message" } },
    },
  ],
};

const Incomplete: Shape = {
  allOf: [
    Refusal,
    {
      type: "object",
      required: ["message", "read"],
      properties: { message: { type: "string", pattern: "^\\s*$", role: "message" }, read: CardText },
    },
  ],
};

export const operations: {
  readonly readNpwp: Operation<ReadNpwp>;
} = {
  readNpwp: {
    id: "readNpwp",
    method: "POST",
    path: "/",
    requestType: "multipart",
    effect: "billed",
    timeoutMs: 60000,
    fields: {
      img: { in: "body", required: true, example: "(bytes of npwp.jpg)", shape: { type: "binary" } },
      key: { in: "body", required: true, secret: true, shape: { type: "string", minLength: 1 } },
      tenant_code: { in: "body", required: true, secret: true, shape: { type: "string", minLength: 1 } },
      source: { in: "body", example: "Mobile", shape: { type: "string" } },
      loginId: { in: "body", example: "Contoh", shape: { type: "string" } },
      nik: { in: "body", example: "0123456789101112", shape: { type: "string", pattern: "^[0-9]{16}$" } },
      refNumber: { in: "body", example: "REF202209230001", shape: { type: "string" } },
      officeCode: { in: "body", example: "HO", shape: { type: "string" } },
      officeName: { in: "body", example: "Head_Office", shape: { type: "string" } },
      question: { in: "body", example: "Scan NPWP, Register User Pertama", shape: { type: "string" } },
    },
    answers: {
      "200": [
        { outcome: "ok", shape: Reading },
        { outcome: "refused", reason: "insufficient-balance", shape: InsufficientBalance },
        { outcome: "refused", reason: "invalid-parameter", shape: InvalidParameter },
        { outcome: "refused", reason: "unauthorized", shape: InvalidKey },
        { outcome: "refused", reason: "unauthorized", shape: KeyOrTenantInvalid },
        { outcome: "refused", reason: "not-found", shape: NotFound },
        { outcome: "refused", reason: "resolution", shape: Resolution },
        { outcome: "refused", reason: "unreadable", shape: Unreadable },
        { outcome: "refused", reason: "server-error", shape: UnexpectedError },
        { outcome: "refused", reason: "incomplete", shape: Incomplete },
        { outcome: "refused", reason: "other", shape: Refusal },
      ],
      "500": [
        { outcome: "refused", reason: "insufficient-balance", shape: InsufficientBalance },
        { outcome: "refused", reason: "invalid-parameter", shape: InvalidParameter },
        { outcome: "refused", reason: "unauthorized", shape: InvalidKey },
        { outcome: "refused", reason: "unauthorized", shape: KeyOrTenantInvalid },
        { outcome: "refused", reason: "not-found", shape: NotFound },
        { outcome: "refused", reason: "resolution", shape: Resolution },
        { outcome: "refused", reason: "unreadable", shape: Unreadable },
        { outcome: "refused", reason: "server-error", shape: UnexpectedError },
        { outcome: "refused", reason: "incomplete", shape: Incomplete },
        { outcome: "refused", reason: "other", shape: Refusal },
      ],
    },
  },
};
