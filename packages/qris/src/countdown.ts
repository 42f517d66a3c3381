import type { PayableInvoice } from "./invoice.js";

/**
 * How long an invoice can still be paid, in milliseconds; 0 once it has expired. Its QR says nothing of the time.
 * @throws TypeError when `expiresAt` is no Date, for example text out of a database
 */
export function remainingMs({ expiresAt }: Pick<PayableInvoice, "expiresAt">, now = new Date()): number {
  const left = expiresAt instanceof Date ? expiresAt.getTime() - now.getTime() : Number.NaN;
  if (Number.isNaN(left)) throw new TypeError("remainingMs: `expiresAt` must be a Date, for example new Date(stored)");
  return Math.max(0, left);
}

/** Writes milliseconds as `mm:ss`, `90:00` for an hour and a half. It rounds up: at `00:00` the time is over. */
export function formatCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return [Math.floor(seconds / 60), seconds % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
