import type { CallOptions, Fetch } from "@setor/core";
import { createEsamsat } from "@setor/esamsat";
import type { Sandbox } from "@setor/sandbox";

/** What a call says of the money; a billed call that throws says it by the error's `sent`. */
export interface Outcome {
  readonly state: string;
  /** The code of the error, where there was one. */
  readonly why?: string;
  settle?(): Promise<Outcome>;
}

/** How a client reaches the sandbox. */
export interface Wiring {
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly fetch?: Fetch;
}

/** A call that moves money or is billed, ready to be made. */
export interface Walk {
  readonly vendor: string;
  readonly operation: string;
  /** Does what has to come before, and gives the call itself. */
  prepare(wiring: Wiring): Promise<(call: CallOptions) => Promise<Outcome>>;
}

export const walks: readonly Walk[] = [
  {
    vendor: "esamsat",
    operation: "pay",
    async prepare(wiring) {
      const esamsat = createEsamsat({ username: "dummy", password: "dummy123", ...wiring });
      const vehicle = { customer_number: "3201111111111111", structure_number: "MH328D204AK401001" };
      const bill = await esamsat.inquire({ product: "SAMSAT_JABAR", ...vehicle });
      if (!bill.ok) throw new Error(bill.message);
      return async (call) => tell(await esamsat.pay({ invoice: bill.data.invoice }, call));
    },
  },
];

interface MoneyResult {
  readonly state: string;
  readonly error?: { readonly code: string };
  settle?(): Promise<MoneyResult>;
}

function tell(result: MoneyResult): Outcome {
  const { state, error, settle } = result;
  return {
    state,
    ...(error && { why: error.code }),
    ...(settle && { settle: async () => tell(await settle()) }),
  };
}

/** Lets everything that the sandbox has begun come to its end. */
export async function passTime(sandbox: Sandbox, ms: number): Promise<void> {
  sandbox.advance(ms);
  await new Promise((resolve) => setImmediate(resolve));
}
