import { formatCountdown, type InvoiceCreated, parseQris, remainingMs, renderQris } from "@setor/qris";
import type { Picture } from "@setor-tooling/model/console";

/** The QR of an invoice with what a payer has to know of it, and the time that is left to pay it. */
export const picture: Picture = (result, now) => {
  if (!isInvoice(result)) return undefined;
  const { data, check } = result;
  const left = remainingMs(result, now);
  return {
    svg: renderQris(data.qris_content, { as: "svg" }),
    caption: formatCountdown(left),
    over: left === 0,
    content: data.qris_content,
    amount: check.trxvalue,
    merchant: parseQris(data.qris_content).merchantName ?? "",
    reference: check.invid,
  };
};

function isInvoice(result: unknown): result is InvoiceCreated {
  return (
    typeof result === "object" &&
    result !== null &&
    "ok" in result &&
    result.ok === true &&
    "expiresAt" in result &&
    result.expiresAt instanceof Date
  );
}
