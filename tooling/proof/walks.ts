import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createBphtb } from "@setor/bphtb";
import { type CallOptions, type Fetch, SetorError } from "@setor/core";
import { createEsamsat } from "@setor/esamsat";
import { createNpwpOcr } from "@setor/npwp-ocr";
import { createPbb } from "@setor/pbb";
import type { Sandbox } from "@setor/sandbox";
import { root } from "../vendors.js";

const photo = join(root, "packages", "npwp-ocr", "test", "npwp.jpg");

/** What a call says of the money; a billed call that throws says it by the error's `sent`. */
export interface Outcome {
  readonly state: string;
  /** The code of the error, where there was one. */
  readonly why?: string;
  settle?(): Promise<Outcome>;
  /** It is open, and no call can settle it. */
  readonly byHand?: true;
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

const esamsatPay: Walk = {
  vendor: "esamsat",
  operation: "pay",
  async prepare(wiring) {
    const esamsat = createEsamsat({ username: "dummy", password: "dummy123", ...wiring });
    const vehicle = { customer_number: "3201111111111111", structure_number: "MH328D204AK401001" };
    const bill = await esamsat.inquire({ product: "SAMSAT_JABAR", ...vehicle });
    if (!bill.ok) throw new Error(bill.message);
    return async (call) => tell(await esamsat.pay({ invoice: bill.data.invoice }, call));
  },
};

const bphtbPay: Walk = {
  vendor: "bphtb",
  operation: "paySspd",
  async prepare(wiring) {
    const bphtb = createBphtb({ clientId: "your_client_id", clientSecret: "S3cr3t", ...wiring });
    const ntpd = "1209411011001249943";
    const bill = await bphtb.findSspd({ ntpd });
    if (!bill.ok) throw new Error(bill.message);
    const payment = {
      ntpd,
      amount: bill.data.amount,
      payment_method: "Teller",
      bank_perseption: "BNKMANDIRI",
      refference_number: "20240926001",
      channel_reffrence: "Teller",
      payment_date: wiring.now(),
    };
    return async (call) => tell(await bphtb.paySspd(payment, call));
  },
};

const bill = { nop: "332901000100100010", thn: "2013" };

const pbbPay: Walk = {
  vendor: "pbb",
  operation: "pay",
  async prepare(wiring) {
    const pbb = createPbb(wiring);
    return async (call) => tell(await pbb.pay({ ...bill, paidAt: wiring.now() }, call));
  },
};

const pbbReverse: Walk = {
  vendor: "pbb",
  operation: "reverse",
  async prepare(wiring) {
    const pbb = createPbb(wiring);
    const payment = await pbb.pay({ ...bill, paidAt: wiring.now() });
    if (payment.state !== "paid") throw new Error(payment.state);
    return async (call) => tell(await pbb.reverse({ ...bill, ntpd: payment.data.ntpd }, call));
  },
};

/** Billed, so it throws; where the bill is, the error's `sent` says. */
const npwpRead: Walk = {
  vendor: "npwp-ocr",
  operation: "readNpwp",
  async prepare(wiring) {
    const ocr = createNpwpOcr({ key: "ADINS_key1234", tenantCode: "AIT", ...wiring });
    const img = await readFile(photo);
    return async (call) => {
      try {
        const card = await ocr.readNpwp({ img, refNumber: "REF202209230001" }, call);
        return { state: card.ok ? "ok" : `refused: ${card.reason}` };
      } catch (error) {
        if (!(error instanceof SetorError)) throw error;
        return { state: error.sent === "no" ? "not-sent" : "may have been billed", why: error.code };
      }
    };
  },
};

export const walks: readonly Walk[] = [esamsatPay, bphtbPay, pbbPay, pbbReverse, npwpRead];

interface MoneyResult {
  readonly state: string;
  readonly error?: { readonly code: string };
  readonly settlement?: "call" | "manual";
  settle?(): Promise<MoneyResult>;
}

function tell(result: MoneyResult): Outcome {
  const { state, error, settlement, settle } = result;
  return {
    state,
    ...(error && { why: error.code }),
    ...(settlement === "manual" && { byHand: true }),
    ...(settle && { settle: async () => tell(await settle()) }),
  };
}

/** Lets everything that the sandbox has begun come to its end. */
export async function passTime(sandbox: Sandbox, ms: number): Promise<void> {
  sandbox.advance(ms);
  await new Promise((resolve) => setImmediate(resolve));
}
