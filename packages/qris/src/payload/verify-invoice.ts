import type { Invoice } from "../invoice.js";
import type { ExpectedInvoice } from "./expected-invoice.js";
import { differences, type InvoiceProblem } from "./invoice-problems.js";
import { parseQris } from "./parse.js";
import type { QrisPayload } from "./payload.js";
import { QrisPayloadError } from "./payload-error.js";

/** What could not be compared, because neither the answer nor the caller says what it should be. */
export type UnverifiedField = "nmid" | "account" | "merchant-name" | "city";

/** `ok` says that nothing speaks against the QR; `unverified` says what might, and nobody can see. */
export type InvoiceVerdict =
  | {
      /** The QR is that of the invoice. */
      readonly ok: true;
      /** What could not be held against anything. */
      readonly unverified: readonly UnverifiedField[];
    }
  | {
      /** Something speaks against the QR. */
      readonly ok: false;
      /** What speaks against it, each once. */
      readonly problems: readonly InvoiceProblem[];
      /** What could not be held against anything. */
      readonly unverified: readonly UnverifiedField[];
    };

/**
 * Compares the QR of an invoice with what was asked, answered and known: that it is for this invoice, takes this amount
 * in rupiah and not a rupiah more, pays one merchant in Indonesia, and is the same QR to every wallet. Give what you
 * know of the merchant: without it, a QR that pays somebody else passes if only its NMID is right.
 * @throws TypeError when `cliTrxAmount` is no positive whole rupiah
 */
export function verifyInvoice(invoice: { readonly data: Invoice }, expected: ExpectedInvoice): InvoiceVerdict {
  const { cliTrxAmount } = expected;
  if (!(Number.isSafeInteger(cliTrxAmount) && cliTrxAmount > 0)) {
    throw new TypeError("verifyInvoice: `cliTrxAmount` must be whole rupiah above 0, for example 25578");
  }
  const unverified = unknownOf(invoice.data, expected);
  const payload = readPayload(invoice.data.qris_content);
  const problems = typeof payload === "string" ? [payload] : differences(payload, invoice.data, expected);
  return problems.length === 0 ? { ok: true, unverified } : { ok: false, problems, unverified };
}

function readPayload(text: string): QrisPayload | InvoiceProblem {
  try {
    return parseQris(text);
  } catch (error) {
    if (!(error instanceof QrisPayloadError)) throw error;
    return error.code.startsWith("crc-") ? "checksum" : "not-a-payload";
  }
}

function unknownOf(data: Invoice, { nmid, account, merchantName, city }: ExpectedInvoice): UnverifiedField[] {
  const known: [field: UnverifiedField, value: string | undefined][] = [
    // An old answer has no `qris_nmid`; then only what the caller knows can be compared.
    ["nmid", nmid ?? data.qris_nmid ?? undefined],
    // The domain (GUI) is the acquirer's, and so is every merchant's of his.
    ["account", account?.mpan ?? account?.merchantId],
    ["merchant-name", merchantName],
    ["city", city],
  ];
  return known.filter(([, value]) => value === undefined).map(([field]) => field);
}
