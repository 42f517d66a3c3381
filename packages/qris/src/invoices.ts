import { type Finding, keptFields, type PayableKind, type PlainData, payableKind } from "@setor/core";
import type { Qris } from "./client.js";
import { createInvoicePolicy } from "./generated/policies.js";
import type { Paid } from "./generated/types.js";
import { type InvoiceCreated, wibDate } from "./invoice.js";
import { verifyInvoice } from "./payload/verify-invoice.js";
import { parsePaymentPost } from "./payment-post.js";

/** An order that is to be paid by QRIS. */
export interface QrisOrder {
  /** Number of the order: it is paid once, by however many invoices. */
  readonly order: string;
  /** Whole rupiah. */
  readonly amount: number;
}

/** What InterActive is asked with, and what the payer is shown. */
export interface InvoiceReference {
  /** Number of the invoice; empty before it is opened. */
  readonly invid: string;
  /** Whole rupiah. */
  readonly trxvalue: number;
  /** WIB, `yyyy-MM-dd`. */
  readonly trxdate: string;
  /** Our own date when it was opened, WIB: InterActive's clock may say another. */
  readonly openedOn: string;
  /** When its QR stops being payable; ISO 8601, UTC. */
  readonly expiresAt: string;
  /** The text of the QR. */
  readonly content: string;
  /** The dates under which it was not paid when nobody could pay it any more. */
  readonly unpaidOn: readonly string[];
}

type Found = Finding<Paid["data"], PlainData, InvoiceReference>;

/** A wallet that scanned the QR in time may pay until then. */
const graceMs = 10 * 60_000;

/**
 * What a ledger needs for orders that customers pay by QRIS: each order is paid once. While one invoice can be paid, the
 * same is shown again; after its end another is opened, and all of them are watched until nobody can pay them.
 */
export const qrisInvoices: PayableKind<Qris, QrisOrder, InvoiceReference, Paid["data"], PlainData> =
  /* @__PURE__ */ payableKind({
    vendor: "qris",
    operation: "createInvoice",
    policy: createInvoicePolicy,
    bind: (qris: Qris, now) => ({
      async take(input) {
        const { amount } = input;
        // One order, however it is written; half a character cannot be sent.
        const order = typeof input.order === "string" ? input.order.normalize("NFC").trim() : "";
        if (order === "" || /\p{Cs}/u.test(order)) throw new TypeError("pay: `order` must be the number of the order");
        if (!Number.isSafeInteger(amount) || amount <= 0)
          throw new TypeError("pay: `amount` must be whole rupiah above 0");
        return {
          key: [order],
          amount,
          prepare: async () => ({ reference: { ...nothingYet, trxvalue: amount }, amount }),
          async send(_, call): Promise<Found> {
            const asked = { cliTrxNumber: order, cliTrxAmount: amount };
            const invoice = await qris.createInvoice(asked, call).catch(failureOf);
            if ("state" in invoice) return invoice;
            if (!invoice.ok) return { state: "refused", reason: invoice.reason };
            const verdict = verifyInvoice(invoice, asked);
            // Whatever is wrong with it: nobody is shown it, so nobody pays it.
            if (!verdict.ok) return { state: "refused", reason: `qr-${verdict.problems[0] ?? "wrong"}` };
            return waitingFor(invoice, now());
          },
        };
      },
      async ask(reference, { over, asks, since, now: asked, signal }): Promise<Found> {
        const { invid, trxvalue, unpaidOn } = reference;
        const dates = datesOf(reference, since, asked).filter((date) => !unpaidOn.includes(date));
        const trxdate = dates[asks % dates.length] ?? reference.trxdate;
        const answer = await qris.checkInvoice({ invid, trxvalue, trxdate }, signal && { signal });
        if (!answer.ok) return { state: "unknown", reason: answer.reason };
        const { data } = answer;
        if (data.qris_status === "paid")
          return { state: "paid", receipt: data, kept: keptFields(data, createInvoicePolicy) };
        if (!over) return { state: "unknown" };
        if (dates.length <= 1) return { state: "refused", reason: "expired" };
        return { state: "pending", reference: { ...reference, unpaidOn: [...unpaidOn, trxdate] } };
      },
      noticed: (notice) => {
        const invid: unknown = Object.getOwnPropertyDescriptor(notice, "invid")?.value;
        return typeof invid === "string" ? invid : parsePaymentPost(notice)?.invid;
      },
      expiresAt: ({ expiresAt }) => Date.parse(expiresAt),
    }),
  });

/** There is no invoice before it is opened. */
const nothingYet: InvoiceReference = {
  invid: "",
  trxvalue: 0,
  trxdate: "",
  openedOn: "",
  expiresAt: "",
  content: "",
  unpaidOn: [],
};

function waitingFor({ check, expiresAt, data }: InvoiceCreated, openedAt: Date): Found {
  const leftMs = Math.max(0, expiresAt.getTime() - openedAt.getTime());
  const reference = {
    ...check,
    openedOn: wibDate(openedAt),
    expiresAt: expiresAt.toISOString(),
    content: data.qris_content,
    unpaidOn: [],
  };
  return { state: "waiting", reference, finalAfterMs: leftMs + graceMs };
}

/** InterActive finds an invoice by a date, and which one its clock says is not certain; nor is our own. */
function datesOf({ trxdate, openedOn, expiresAt }: InvoiceReference, since: number, now: number): string[] {
  const days = [since, now, Date.parse(expiresAt)].map((instant) => wibDate(new Date(instant)));
  return [...new Set([trxdate, openedOn, ...days])];
}

function failureOf(error: unknown): Found {
  const { code, sent } = error as { code?: unknown; sent?: unknown };
  const reason = typeof code === "string" ? code : "failed";
  return sent === "no" ? { state: "not-sent", reason } : { state: "unknown", reason };
}
