// Generated from specs/pbb/openapi.yaml by `pnpm codegen`. Do not edit.
import type { PaymentPolicy } from "@setor/core";

export const payPolicy: PaymentPolicy = {
  effect: "money",
  businessKey: ["nop", "thn"],
  reference: ["thn", "tglBayar", "jamBayar"],
  settledBy: "manual",
  deadlineMs: 45000,
  resend: "by-decision",
  keep: ["thn", "mataAnggaranPokok", "pokok", "mataAnggaranSanksi", "sanksi"],
};

export const reversePolicy: PaymentPolicy = {
  effect: "money",
  businessKey: ["ntpd"],
  reference: ["thn"],
  settledBy: "manual",
  deadlineMs: 45000,
  resend: "by-decision",
  undoes: "pay",
  keep: ["thn"],
};
