import { expectTypeOf, it } from "vitest";
import type { Bphtb, FindSspdResult, PaymentAttempt, PaySspdResult, SettledPayment } from "./index.js";

function assertNever(value: never): never {
  throw new Error(String(value));
}

/** Compiles only while every reason is handled. */
function show(result: FindSspdResult): string {
  if (result.ok) return result.data.amount;
  switch (result.reason) {
    case "timestamp-required":
    case "timestamp-invalid":
      return `${result.reason} ${result.skewMs ?? ""}`;
    case "signature-required":
    case "signature-invalid":
    case "unauthorized":
    case "not-found":
      return result.message;
    default:
      return assertNever(result.reason);
  }
}

it("the types of eBPHTB say what a call resolves to", () => {
  expectTypeOf(show).returns.toBeString();
  expectTypeOf<Bphtb["findSspd"]>().parameter(0).toEqualTypeOf<{ readonly ntpd: string }>();
  expectTypeOf<Bphtb["paySspd"]>().returns.resolves.toEqualTypeOf<PaySspdResult>();
  expectTypeOf<Bphtb["settle"]>().returns.resolves.toEqualTypeOf<SettledPayment>();
  expectTypeOf<Extract<PaySspdResult, { state: "unknown" }>["attempt"]>().toEqualTypeOf<PaymentAttempt>();
});
