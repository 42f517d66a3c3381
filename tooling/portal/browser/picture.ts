import { formatCountdown, type InvoiceCreated, remainingMs, renderQris } from "@setor/qris";

export function isInvoice(result: unknown): result is InvoiceCreated {
  return Object(result).ok === true && Object(result).expiresAt instanceof Date;
}

let counting: ReturnType<typeof setInterval> | undefined;

/** Shows the QR of an invoice with the time that is left to pay it. */
export function showPicture(invoice: InvoiceCreated, now: () => Date): void {
  const section = document.querySelector<HTMLElement>("#picture");
  const [qr, countdown] = [section?.querySelector(".qr"), section?.querySelector(".countdown")];
  if (!section || !qr || !countdown) return;
  section.hidden = false;
  qr.innerHTML = renderQris(invoice.data.qris_content, { as: "svg" });
  const tick = () => {
    countdown.textContent = formatCountdown(remainingMs(invoice, now()));
  };
  clearInterval(counting);
  counting = setInterval(tick, 1_000);
  tick();
}
