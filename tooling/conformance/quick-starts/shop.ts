import { randomUUID } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { openLedger, sqlite } from "@setor/ledger";
import { createQris, parsePaymentPost, qrisInvoices, remainingMs, renderQris } from "@setor/qris";

// Without any settings: the sandbox on this machine.
const {
  QRIS_URL = "http://127.0.0.1:4020/qris",
  QRIS_API_KEY = "1234567890123",
  QRIS_MERCHANT_ID = "12345678",
  WORKER = "shop-1", // the same again after a restart, and no other process at the same time
  DATA = ".",
} = process.env;

const table = `
  create table if not exists orders (
    id text primary key,
    amount integer not null check (amount > 0), -- whole rupiah
    invoiced_at text,                           -- since then it can be paid
    paid_at text                                -- written once: deliver what has it
  ) strict`;

export type Sale = { readonly id: string; readonly amount: number; readonly problem?: string | undefined } & (
  | { readonly state: "new" | "expired" | "paid" }
  | { readonly state: "waiting"; readonly qr: string; readonly leftMs: number }
);

export async function openShop() {
  const orders = new DatabaseSync(`${DATA}/orders.db`);
  orders.exec(table);
  const qris = createQris({ apiKey: QRIS_API_KEY, merchantId: QRIS_MERCHANT_ID, baseUrl: QRIS_URL });
  const ledger = await openLedger({
    store: sqlite(`${DATA}/ledger.db`),
    payables: [qrisInvoices(qris)],
    worker: WORKER,
    onEvent(event) {
      if (event.kind === "settled" && event.state === "paid") bookPayment(event.payment).catch(console.error);
    },
  });

  function create(amount: number): string {
    const id = randomUUID();
    orders.prepare("insert into orders (id, amount) values (?, ?)").run(id, amount);
    return id;
  }

  /** What the ledger knows of an order; asks nobody, so a page may look as often as it likes. */
  async function look(id: string): Promise<Sale | undefined> {
    const order = orders.prepare("select amount, paid_at from orders where id = ?").get(id);
    if (order === undefined) return undefined;
    const sale = { id, amount: Number(order["amount"]) };
    if (order["paid_at"] !== null) return { ...sale, state: "paid" };
    const [payment] = await ledger.find({ label: id });
    if (payment?.state === "paid") return book(id, sale);
    const shown = payment?.attempts.findLast(({ state }) => state === "pending");
    const isOver = payment?.attempts.some(({ state }) => state === "not-paid");
    if (shown === undefined) return { ...sale, state: isOver ? "expired" : "new" };
    const leftMs = remainingMs({ expiresAt: new Date(String(shown.reference["expiresAt"])) });
    if (leftMs === 0) return { ...sale, state: "expired" };
    return { ...sale, state: "waiting", leftMs, qr: renderQris(String(shown.reference["content"]), { as: "svg" }) };
  }

  /** The QR of an order: the same one as long as it can be paid, and another after that. */
  async function invoice(id: string): Promise<Sale | undefined> {
    const sale = await look(id);
    if (sale === undefined || sale.state === "paid") return sale;
    orders.prepare("update orders set invoiced_at = ? where id = ?").run(new Date().toISOString(), id);
    const outcome = await ledger.pay(qrisInvoices, { order: id, amount: sale.amount }, { label: id });
    const now = await look(id);
    return now && { ...now, problem: "reason" in outcome ? outcome.reason : undefined };
  }

  function book(id: string, sale: { id: string; amount: number }): Sale {
    const paid = orders.prepare("update orders set paid_at = ? where id = ? and paid_at is null");
    // Once for each order, whoever finds out first, and after however many crashes.
    if (paid.run(new Date().toISOString(), id).changes === 1) console.log(`paid ${id}`);
    return { ...sale, state: "paid" };
  }

  async function bookPayment(payment: string): Promise<void> {
    for (const { label } of await ledger.find({ payment })) await look(label);
  }

  // The polling job: one check in 15 seconds and 30 for an invoice, over all processes that share the ledger.
  const running = ledger.run();
  // What was paid before a crash, and not yet booked.
  const since = new Date(Date.now() - 14 * 86_400_000).toISOString();
  const unpaid = orders.prepare("select id from orders where paid_at is null and invoiced_at > ?").all(since);
  for (const { id } of unpaid) await look(String(id));

  return {
    create,
    look,
    invoice,
    /** Proves nothing: it only moves the next check up. */
    notice: (body: unknown) => ledger.notice(parsePaymentPost(body)),
    async close(): Promise<void> {
      await ledger.close();
      await running;
      orders.close();
    },
  };
}
