import type { CreateInvoice } from "../generated/operations.js";
import type { Invoice } from "../invoice.js";
import { parseQris } from "./parse.js";
import type { QrisPayload } from "./payload.js";
import { QrisPayloadError } from "./payload-error.js";

/** Why the QR of an invoice should not be shown. `checksum` and `not-a-payload` say that nothing else could be read. */
export type InvoiceProblem =
  | "not-a-payload"
  | "checksum"
  | "not-dynamic"
  | "currency"
  | "amount"
  | "nmid"
  | "invoice-id";

/** What was asked for: the input of `createInvoice` will do. */
export interface ExpectedInvoice extends Pick<CreateInvoice["input"], "cliTrxAmount"> {
  /** The NMID on the merchant's contract. Without it only the answer's own `qris_nmid` is compared. */
  readonly nmid?: string;
}

export type InvoiceVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly problems: readonly InvoiceProblem[] };

/**
 * Compares the QR of an invoice with what was asked and answered: CRC (63), dynamic (01), rupiah (53), amount (54, by
 * value, in whole rupiah), NMID (51.02 is `qris_nmid`) and invoice id (62.05 is `qris_invoiceid`). A QR that was swapped
 * for another one does not pass.
 * @throws TypeError when `cliTrxAmount` is no positive whole rupiah
 */
export function verifyInvoice(invoice: { readonly data: Invoice }, expected: ExpectedInvoice): InvoiceVerdict {
  const { cliTrxAmount } = expected;
  if (!(Number.isSafeInteger(cliTrxAmount) && cliTrxAmount > 0)) {
    throw new TypeError("verifyInvoice: `cliTrxAmount` must be whole rupiah above 0, for example 25578");
  }
  const payload = readPayload(invoice.data.qris_content);
  if (typeof payload === "string") return { ok: false, problems: [payload] };
  const problems = differences(payload, invoice.data, expected);
  return problems.length === 0 ? { ok: true } : { ok: false, problems };
}

function readPayload(text: string): QrisPayload | InvoiceProblem {
  try {
    return parseQris(text);
  } catch (error) {
    if (!(error instanceof QrisPayloadError)) throw error;
    return error.code.startsWith("crc-") ? "checksum" : "not-a-payload";
  }
}

function differences(payload: QrisPayload, data: Invoice, expected: ExpectedInvoice): InvoiceProblem[] {
  const nmid = payload.repository?.nmid;
  // An old answer has no `qris_nmid`; then only what the caller knows can be compared.
  const nmids = [data.qris_nmid, expected.nmid].filter((known) => known !== undefined);
  const checks: [problem: InvoiceProblem, passed: boolean][] = [
    ["not-dynamic", payload.initiation === "dynamic"],
    ["currency", payload.currency === "360"],
    ["amount", rupiahOf(payload.amount) === expected.cliTrxAmount],
    ["nmid", nmids.every((known) => known === nmid)],
    ["invoice-id", payload.additionalData?.referenceLabel === data.qris_invoiceid],
  ];
  return checks.filter(([, passed]) => !passed).map(([problem]) => problem);
}

/** `25578`, `25578.` and `25578.00` are the same rupiah. */
function rupiahOf(amount: string | undefined): number | undefined {
  return amount !== undefined && /^[0-9]+(\.[0-9]*)?$/.test(amount) ? Number(amount) : undefined;
}
