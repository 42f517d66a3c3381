import { theShop } from "../shop";

// The price is the shop's own, never the browser's.
export async function POST() {
  const shop = await theShop();
  return new Response(null, { status: 303, headers: { Location: `/orders/${shop.create(25_578)}` } });
}
