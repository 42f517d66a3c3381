import { theShop } from "../shop";

export async function POST(request: Request) {
  // The body as text: a JSON parser would hide that a notice names two invoices.
  await (await theShop()).notice(await request.text());
  return Response.json({ status: "ok" });
}
