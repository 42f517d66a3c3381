import { theShop } from "../../../shop";

export async function POST(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const shop = await theShop();
  const sale = await shop.invoice((await params).id);
  if (sale === undefined) return new Response(null, { status: 404 });
  if (sale.problem) return new Response("QR belum dapat dibuat. Silakan coba lagi.", { status: 503 });
  return new Response(null, { status: 303, headers: { Location: `/orders/${sale.id}` } });
}
