import { expectTypeOf, it } from "vitest";
import type { CheckInvoiceInput, CreateInvoiceResult, PayableInvoice, PaymentResult, Qris } from "./index.js";

function assertNever(value: never): never {
  throw new Error(String(value));
}

/** Compiles only while every end is handled. */
function show(result: PaymentResult): string {
  switch (result.status) {
    case "paid":
    case "unpaid":
    case "open":
      return result.status;
    case "refused":
      return result.reason;
    default:
      return assertNever(result);
  }
}

it("the types of QRIS say what a call resolves to", () => {
  expectTypeOf(show).returns.toBeString();
  expectTypeOf<Qris["createInvoice"]>().returns.resolves.toEqualTypeOf<CreateInvoiceResult>();
  expectTypeOf<Extract<CreateInvoiceResult, { ok: true }>>().toExtend<PayableInvoice>();
  expectTypeOf<PayableInvoice["check"]>().toEqualTypeOf<CheckInvoiceInput>();
  expectTypeOf<Qris["waitForPayment"]>().parameter(0).toEqualTypeOf<PayableInvoice>();
});
