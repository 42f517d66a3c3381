import { formatCountdown } from "@setor/qris";
import { theShop } from "../../shop";

const rupiah = new Intl.NumberFormat("id-ID", { style: "currency", currency: "IDR", maximumFractionDigits: 0 });

// Never from a cache: the money may have come in the meantime.
export const dynamic = "force-dynamic";

/** What the payer sees. It loads itself anew every three seconds, which asks only the ledger. */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const sale = await (await theShop()).look((await params).id);
  if (sale === undefined) return <p>Pesanan tidak ditemukan.</p>;
  return (
    <main>
      <h1>{rupiah.format(sale.amount)}</h1>
      {sale.state === "paid" && <p>Lunas. Terima kasih.</p>}
      {sale.state === "waiting" && (
        <>
          <meta httpEquiv="refresh" content="3" />
          <img src={`data:image/svg+xml,${encodeURIComponent(sale.qr)}`} alt="QRIS" width={320} />
          <p>Menunggu pembayaran. Berlaku {formatCountdown(sale.leftMs)} lagi.</p>
        </>
      )}
      {sale.state === "expired" && <p>QR ini sudah kedaluwarsa. Yang sudah telanjur dibayar tetap tercatat.</p>}
      {(sale.state === "new" || sale.state === "expired") && (
        <form method="post" action={`/orders/${sale.id}/invoice`}>
          <button type="submit">Buat QR</button>
        </form>
      )}
    </main>
  );
}
