// Generated from specs/qris/openapi.yaml by `pnpm codegen`. Do not edit.
import type { PaymentPolicy } from "@setor/core";

export const createInvoicePolicy: PaymentPolicy = {
  effect: "create",
  businessKey: ["+order"],
  reference: ["invid", "trxvalue", "trxdate"],
  settledBy: "checkInvoice",
  deadlineMs: 35000,
  ask: { afterMs: 15000, everyMs: 15000, untilMs: 86400000, max: 30, paceMs: 15000 },
  resend: "new-reference",
  keep: [
    "qris_content",
    "qris_request_date",
    "qris_invoiceid",
    "qris_nmid",
    "qris_status",
    "qris_payment_methodby",
    "qris_paid_date",
  ],
};
