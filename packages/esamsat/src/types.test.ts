import { expectTypeOf, it } from "vitest";
import type { Bill, Confirmed, Esamsat, Inquire, PaymentAttempt, PayResult, ReadResult } from "./index.js";

function assertNever(value: never): never {
  throw new Error(String(value));
}

/** Compiles only while every state and every reason is handled. */
function show(result: PayResult): string {
  switch (result.state) {
    case "paid":
      return result.data.status;
    case "refunded":
    case "not-sent":
      return result.state;
    case "pending":
    case "unknown":
      return result.attempt.invoice;
    case "refused":
      switch (result.reason) {
        case "already-paid":
        case "insufficient-balance":
        case "unauthorized":
        case "failure":
          return result.message;
        default:
          return assertNever(result.reason);
      }
    default:
      return assertNever(result);
  }
}

it("the types of e-Samsat say what a call resolves to", () => {
  expectTypeOf(show).returns.toBeString();
  expectTypeOf<Esamsat["pay"]>().parameter(0).toEqualTypeOf<{ readonly invoice: string }>();
  expectTypeOf<Esamsat["pay"]>().returns.resolves.toEqualTypeOf<PayResult>();
  expectTypeOf<Esamsat["inquire"]>().returns.resolves.toEqualTypeOf<ReadResult<Inquire>>();
  expectTypeOf<Extract<ReadResult<Inquire>, { ok: true }>["data"]>().toEqualTypeOf<Bill>();
  expectTypeOf<Extract<PayResult, { state: "paid" }>["data"]>().toEqualTypeOf<Confirmed>();
  expectTypeOf<Extract<PayResult, { attempt: unknown }>["attempt"]>().toEqualTypeOf<PaymentAttempt>();
  // @ts-expect-error A receipt is of what was paid.
  expectTypeOf<Extract<PayResult, { state: "unknown" }>["data"]>().toEqualTypeOf<Confirmed>();
});
