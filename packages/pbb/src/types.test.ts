import { expectTypeOf, it } from "vitest";
import type { Payment, PayResult, Pbb, ReverseResult } from "./index.js";

function assertNever(value: never): never {
  throw new Error(String(value));
}

/** Compiles only while every state is handled. */
function show(result: PayResult | ReverseResult): string {
  switch (result.state) {
    case "paid":
    case "reversed":
      return result.data.ntpd;
    case "refused":
      return result.reason;
    case "not-sent":
      return result.error.code;
    case "unknown":
      return result.check;
    default:
      return assertNever(result);
  }
}

it("the types of WS PBB say what a call resolves to", () => {
  expectTypeOf(show).returns.toBeString();
  expectTypeOf<Pbb["pay"]>().parameter(0).toEqualTypeOf<Payment>();
  expectTypeOf<Pbb["pay"]>().returns.resolves.toEqualTypeOf<PayResult>();
  expectTypeOf<Pbb["reverse"]>().returns.resolves.toEqualTypeOf<ReverseResult>();
  // @ts-expect-error Only people settle it.
  expectTypeOf<Extract<PayResult, { state: "unknown" }>["settlement"]>().toEqualTypeOf<"call">();
});
