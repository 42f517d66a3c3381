import { formatCountdown } from "@setor/qris";
import type { Sale } from "./shop.js";

const rupiah = new Intl.NumberFormat("id-ID", { style: "currency", currency: "IDR", maximumFractionDigits: 0 });

/** What the payer sees. It loads itself anew every three seconds, which asks only the ledger. */
export function payPage(sale: Sale): string {
  return `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Pembayaran QRIS</title>
${sale.state === "waiting" ? '<meta http-equiv="refresh" content="3">' : ""}
<h1>${rupiah.format(sale.amount)}</h1>
${bodyOf(sale)}
</html>`;
}

function bodyOf(sale: Sale): string {
  switch (sale.state) {
    case "waiting":
      return `<div style="max-width: 20rem">${sale.qr}</div>
<p>Menunggu pembayaran. Berlaku <b>${formatCountdown(sale.leftMs)}</b> lagi.</p>`;
    case "paid":
      return "<p>Lunas. Terima kasih.</p>";
    case "expired":
      return `<p>QR ini sudah kedaluwarsa. Yang sudah telanjur dibayar tetap tercatat.</p>${button("Buat QR baru")}`;
    case "new":
      return `${sale.problem ? "<p>QR belum dapat dibuat. Silakan coba lagi.</p>" : ""}${button("Bayar dengan QRIS")}`;
  }
}

function button(text: string): string {
  return `<form method="post"><button>${text}</button></form>`;
}
