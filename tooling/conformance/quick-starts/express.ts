import express from "express";
import { payPage } from "./page.js";
import { openShop } from "./shop.js";

const shop = await openShop();
const app = express();

// The price is the shop's own, never the browser's.
app.post("/orders", (_, response) => {
  response.redirect(303, `/orders/${shop.create(25_578)}`);
});

app.get("/orders/:id", async ({ params }, response) => {
  const sale = await shop.look(params.id);
  if (sale) response.set("Cache-Control", "no-store").send(payPage(sale));
  else response.sendStatus(404);
});

app.post("/orders/:id", async ({ params }, response) => {
  const sale = await shop.invoice(params.id);
  if (sale?.problem) response.status(503).send(payPage(sale));
  else if (sale) response.redirect(303, `/orders/${sale.id}`);
  else response.sendStatus(404);
});

// The body as text: a JSON parser would hide that a notice names two invoices.
app.post("/qris", express.text({ type: () => true, limit: "16kb" }), async ({ body }, response) => {
  await shop.notice(body);
  response.json({ status: "ok" });
});

const server = app.listen(Number(process.env["PORT"] ?? 3000), "127.0.0.1", () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === "object" ? address?.port : address}`);
});

process.once("SIGTERM", () => server.close(() => shop.close()));
