import type { Invoice } from "../invoice.js";
import type { ExpectedInvoice } from "./expected-invoice.js";
import type { QrisPayload } from "./payload.js";

/**
 * Why the QR of an invoice should not be shown. `checksum` and `not-a-payload` say that nothing else could be read.
 * - `tip`: a tip that was not asked for with `useTip`, or a fixed fee or one in per cent (55 to 57), which nobody can ask for
 * - `second-account`: more than one account (26 to 50); a wallet may take any of them
 * - `card-scheme`: the number of a card scheme's merchant (02 to 25)
 * - `not-ascii`: a character whose length wallets count differently, so that they read different payloads
 */
export type InvoiceProblem =
  | "not-a-payload"
  | "checksum"
  | "not-ascii"
  | "not-dynamic"
  | "currency"
  | "country"
  | "amount"
  | "tip"
  | "invoice-id"
  | "nmid"
  | "account"
  | "second-account"
  | "card-scheme"
  | "merchant-name"
  | "city";

/** Tag 54 has room for so many characters. */
const longestAmount = 13;

/** Everything in which a payload differs from what was asked, answered and known. */
export function differences(payload: QrisPayload, data: Invoice, expected: ExpectedInvoice): InvoiceProblem[] {
  const { elements, initiation, currency, country, additionalData, cardSchemes, merchantName, city } = payload;
  const checks: [problem: InvoiceProblem, passed: boolean][] = [
    // In tag 64 the scheme allows other letters; a wallet that counts bytes goes on reading within it all the same.
    ["not-ascii", elements.every(({ value }) => /^[\x20-\x7e]*$/.test(value))],
    ["not-dynamic", initiation === "dynamic"],
    ["currency", currency === "360"],
    ["country", country === "ID"],
    ["amount", isAmount(payload.amount, expected.cliTrxAmount)],
    ["tip", isTipAsked(payload, expected)],
    ["invoice-id", additionalData?.referenceLabel === data.qris_invoiceid],
    // An old answer has no `qris_nmid`.
    [
      "nmid",
      isAsKnown(data.qris_nmid ?? undefined, payload.repository?.nmid) &&
        isAsKnown(expected.nmid, payload.repository?.nmid),
    ],
    ["account", isAccountKnown(payload, expected)],
    // EMVCo has accounts up to 51, of which QRIS gives a meaning to 26 to 45 and to 51, the national repository.
    ["second-account", elements.filter(({ id }) => Number(id) >= 26 && Number(id) <= 50).length <= 1],
    ["card-scheme", cardSchemes.length === 0],
    ["merchant-name", isAsKnown(expected.merchantName, merchantName)],
    ["city", isAsKnown(expected.city, city)],
  ];
  return checks.filter(([, passed]) => !passed).map(([problem]) => problem);
}

function isAsKnown(known: string | undefined, found: string | undefined): boolean {
  return known === undefined || known === found;
}

/** By the digits, because a number would round: `25578`, `25578.` and `25578.00` are the same rupiah. */
function isAmount(text: string | undefined, rupiah: number): boolean {
  if (text === undefined || text.length > longestAmount) return false;
  return text.replace(/\.0{0,2}$/, "") === String(rupiah);
}

/** A tip that the payer may leave out is all that `createInvoice` can ask for. */
function isTipAsked({ tipIndicator, tipFixed, tipPercent }: QrisPayload, { useTip }: ExpectedInvoice): boolean {
  if (tipFixed !== undefined || tipPercent !== undefined) return false;
  return tipIndicator === undefined || (tipIndicator === "01" && useTip === "yes");
}

function isAccountKnown({ accounts: [account] }: QrisPayload, { account: known }: ExpectedInvoice): boolean {
  return (
    isAsKnown(known?.mpan, account?.mpan) &&
    isAsKnown(known?.merchantId, account?.merchantId) &&
    // Acquirers write their domain in either case.
    isAsKnown(known?.gui?.toLowerCase(), account?.gui?.toLowerCase())
  );
}
