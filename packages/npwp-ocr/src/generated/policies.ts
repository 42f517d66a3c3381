// Generated from specs/npwp-ocr/openapi.yaml by `pnpm codegen`. Do not edit.
import type { PaymentPolicy } from "@setor/core";

export const readNpwpPolicy: PaymentPolicy = {
  effect: "billed",
  businessKey: ["+photo"],
  reference: ["refNumber"],
  settledBy: "manual",
  deadlineMs: 60000,
  resend: "by-decision",
  keep: ["status", "ocr_date"],
};
