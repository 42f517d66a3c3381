import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { payPage } from "./page.js";
import { openShop } from "./shop.js";

const shop = await openShop();
const app = new Hono();

// The price is the shop's own, never the browser's.
app.post("/orders", (c) => c.redirect(`/orders/${shop.create(25_578)}`, 303));

app.get("/orders/:id", async (c) => {
  const sale = await shop.look(c.req.param("id"));
  return sale ? c.html(payPage(sale), 200, { "Cache-Control": "no-store" }) : c.notFound();
});

app.post("/orders/:id", async (c) => {
  const sale = await shop.invoice(c.req.param("id"));
  if (sale?.problem) return c.html(payPage(sale), 503);
  return sale ? c.redirect(`/orders/${sale.id}`, 303) : c.notFound();
});

// The body as text: a JSON parser would hide that a notice names two invoices.
app.post("/qris", bodyLimit({ maxSize: 16_384 }), async (c) => {
  await shop.notice(await c.req.text());
  return c.json({ status: "ok" });
});

const port = Number(process.env["PORT"] ?? 3000);
const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1" }, (address) => {
  console.log(`http://127.0.0.1:${address.port}`);
});

process.once("SIGTERM", () => server.close(() => shop.close()));
