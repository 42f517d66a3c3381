import { createQris, verifyInvoice } from "@setor/qris";
import { type MoneyCall, unanswered } from "@setor-tooling/model/money/money-call";
import { account } from "./account.js";

/** Moves no money itself; a QR that is shown has to be the one that was asked for, and there. */
const createInvoice: MoneyCall = {
  operation: "createInvoice",
  async prepare(wiring, caller) {
    const qris = createQris({ ...account, ...wiring });
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

export const moneyCalls: readonly MoneyCall[] = [createInvoice];
