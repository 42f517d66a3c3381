import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createBphtb, type PaymentAttempt } from "@setor/bphtb";
import { type CallOptions, type Fetch, type RequestRecord, SetorError } from "@setor/core";
import { createEsamsat } from "@setor/esamsat";
import { createNpwpOcr } from "@setor/npwp-ocr";
import { createPbb } from "@setor/pbb";
import { createQris, verifyInvoice } from "@setor/qris";
import { root } from "@setor-tooling/model/vendors";

const photo = join(root, "packages", "npwp-ocr", "test", "npwp.jpg");

/** What a call says of the money; a billed call that throws says it by the error's `sent`. */
export interface Outcome {
  readonly state: string;
  /** The code of the error, or the reason of a refusal. */
  readonly why?: string;
  /** Asks once what became of it. */
  settle?(): Promise<Outcome>;
  /**
   * Asks in another process, which has the attempt from a store and an agreement with the vendor about how long it may
   * work on a payment. `ageMs`: how long ago it was sent.
   */
  settleByAgreement?(ageMs: number): Promise<Outcome>;
  /** It is open, and no call can settle it. */
  readonly byHand?: true;
}

/** How a client reaches the sandbox. */
export interface Wiring {
  readonly baseUrl: string;
  readonly now: () => Date;
  readonly monotonicNow: () => number;
  readonly fetch?: Fetch;
  readonly onRequest?: (record: RequestRecord) => void;
}

/** Who calls; another has a bill of his own. */
export type Caller = "this one" | "another";

/** A call that moves money or is billed, ready to be made. */
export interface Walk {
  readonly vendor: string;
  readonly operation: string;
  /** Does what has to come before, and gives the call itself. */
  prepare(wiring: Wiring, caller: Caller): Promise<(call: CallOptions) => Promise<Outcome>>;
}

const esamsatPay: Walk = {
  vendor: "esamsat",
  operation: "pay",
  async prepare(wiring, caller) {
    const esamsat = createEsamsat({ username: "dummy", password: "dummy123", ...wiring });
    const last = caller === "another" ? 6 : 1;
    const vehicle = { customer_number: `990111111111111${last}`, structure_number: `MHZ99D999ZZ40100${last}` };
    const bill = await esamsat.inquire({ product: "SAMSAT_JABAR", ...vehicle });
    if (!bill.ok) throw new Error(bill.message);
    return async (call) => {
      const payment = await esamsat.pay({ invoice: bill.data.invoice }, call);
      if (!("attempt" in payment)) return tell(payment);
      return { ...tell(payment), settle: async () => tell(await esamsat.settle(payment.attempt)) };
    };
  },
};

/** The vendor documents no limit; this one the sandbox keeps. */
const agreedMs = 60_000;

const bphtbPay: Walk = {
  vendor: "bphtb",
  operation: "paySspd",
  async prepare(wiring, caller) {
    const options = { clientId: "your_client_id", clientSecret: "S3cr3t", ...wiring };
    const bphtb = createBphtb(options);
    const ntpd = caller === "another" ? "1209411011001249959" : "1209411011001249943";
    const bill = await bphtb.findSspd({ ntpd });
    if (!bill.ok) throw new Error(bill.message);
    const payment = {
      ntpd,
      amount: bill.data.amount,
      payment_method: "Teller",
      bank_perseption: "BNKMANDIRI",
      refference_number: caller === "another" ? "20240926002" : "20240926001",
      channel_reffrence: "Teller",
      payment_date: wiring.now(),
    };
    return async (call) => {
      const paid = await bphtb.paySspd(payment, call);
      if (!("attempt" in paid)) return tell(paid);
      const stored: PaymentAttempt = JSON.parse(JSON.stringify(paid.attempt));
      const other = createBphtb({ ...options, finalAfterMs: agreedMs });
      return {
        ...tell(paid),
        settle: async () => tell(await bphtb.settle(paid.attempt)),
        settleByAgreement: async (ageMs) => tell(await other.settle(stored, { ageMs })),
      };
    };
  },
};

function pbbBill(caller: Caller) {
  return { nop: caller === "another" ? "992901000100100050" : "992901000100100010", thn: "2013" };
}

const pbbPay: Walk = {
  vendor: "pbb",
  operation: "pay",
  async prepare(wiring, caller) {
    const [pbb, bill] = [createPbb(wiring), pbbBill(caller)];
    return async (call) => tell(await pbb.pay({ ...bill, paidAt: wiring.now() }, call));
  },
};

const pbbReverse: Walk = {
  vendor: "pbb",
  operation: "reverse",
  async prepare(wiring, caller) {
    const [pbb, bill] = [createPbb(wiring), pbbBill(caller)];
    const payment = await pbb.pay({ ...bill, paidAt: wiring.now() });
    if (payment.state !== "paid") throw new Error(payment.state);
    return async (call) => tell(await pbb.reverse({ ...bill, ntpd: payment.data.ntpd }, call));
  },
};

/** Billed, so it throws; no answer says whether it was, only the error's `sent` that it was not. */
const npwpRead: Walk = {
  vendor: "npwp-ocr",
  operation: "readNpwp",
  async prepare(wiring) {
    const ocr = createNpwpOcr({ key: "ADINS_key1234", tenantCode: "AIT", ...wiring });
    const img = await readFile(photo);
    return async (call) => {
      try {
        const card = await ocr.readNpwp({ img, refNumber: "REF202209230001" }, call);
        return card.ok ? { state: "read" } : { state: "nothing read", why: card.reason };
      } catch (error) {
        return unanswered(error, "may have been billed");
      }
    };
  },
};

/** Moves no money itself; a QR that is shown has to be the one that was asked for, and there. */
const qrisCreate: Walk = {
  vendor: "qris",
  operation: "createInvoice",
  async prepare(wiring, caller) {
    const qris = createQris({ apiKey: "1234567890123", merchantId: "12345678", ...wiring });
    const asked = { cliTrxNumber: "INV-1", cliTrxAmount: caller === "another" ? 10_000 : 25_578 };
    return async (call) => {
      try {
        const invoice = await qris.createInvoice(asked, call);
        if (!invoice.ok) return { state: "refused", why: invoice.reason };
        const verdict = verifyInvoice(invoice, asked);
        return verdict.ok ? { state: "ok" } : { state: "not shown", why: verdict.problems.join(", ") };
      } catch (error) {
        return unanswered(error, "may have been opened");
      }
    };
  },
};

export const walks: readonly Walk[] = [esamsatPay, bphtbPay, pbbPay, pbbReverse, qrisCreate, npwpRead];

function unanswered(error: unknown, maybe: string): Outcome {
  if (!(error instanceof SetorError)) throw error;
  return { state: error.sent === "no" ? "not-sent" : maybe, why: error.code };
}

interface MoneyResult {
  readonly state: string;
  readonly reason?: string;
  readonly error?: { readonly code: string };
  readonly settlement?: "call" | "manual";
}

function tell({ state, reason, error, settlement }: MoneyResult): Outcome {
  const why = error?.code ?? reason;
  return { state, ...(why !== undefined && { why }), ...(settlement === "manual" && { byHand: true }) };
}
