// Generated from specs/bphtb/openapi.yaml by `pnpm codegen`. Do not edit.
import type { PaymentPolicy } from "@setor/core";

export const paySspdPolicy: PaymentPolicy = {
  effect: "money",
  businessKey: ["ntpd"],
  reference: ["ntpd", "refference_number"],
  settledBy: "findSspd",
  deadlineMs: 45000,
  ask: { afterMs: 5000, everyMs: 5000, untilMs: 86400000 },
  resend: "same-reference",
  keep: [
    "ntpd",
    "bank_perseption",
    "rev_no",
    "status",
    "amount",
    "description",
    "payment_status",
    "registration_number",
    "sk_type",
    "year",
  ],
};
