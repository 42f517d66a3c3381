// Generated from specs/esamsat/openapi.yaml by `pnpm codegen`. Do not edit.
import type { PaymentPolicy } from "@setor/core";

export const policies: {
  readonly pay: PaymentPolicy;
} = {
  pay: {
    effect: "money",
    businessKey: ["product", "structure_number", "+period"],
    reference: ["invoice"],
    settledBy: "checkStatus",
    deadlineMs: 75000,
    finalAfterMs: 60000,
    ask: { afterMs: 5000, everyMs: 5000, untilMs: 86400000 },
    resend: "new-reference",
    keep: [
      "result",
      "invoice",
      "tanggal",
      "paymentcode",
      "vehicle_brand",
      "vehicle_model",
      "vehicle_color",
      "year_built",
      "tax_pkb",
      "tax_swd",
      "tax_bnn",
      "penalty_pkb",
      "penalty_swd",
      "penalty_bnn",
      "fee",
      "total",
      "kodeagen",
      "reference_number",
      "trace_number",
      "status",
    ],
  },
};
