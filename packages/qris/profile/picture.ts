import { formatCountdown, type InvoiceCreated, remainingMs, renderQris } from "@setor/qris";
import type { Picture } from "@setor-tooling/model/console";

/** The QR of an invoice with the time that is left to pay it. */
export const picture: Picture = (result, now) =>
  isInvoice(result)
    ? {
        svg: renderQris(result.data.qris_content, { as: "svg" }),
        caption: formatCountdown(remainingMs(result, now)),
      }
    : undefined;

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
