import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { openLedger, sqlite } from "@setor/ledger";
import { createQris, parsePaymentPost, qrisInvoices, remainingMs, renderQris } from "@setor/qris";

// Without any settings: the sandbox on this machine.
const {
  QRIS_URL = "http://127.0.0.1:4020/qris",
  QRIS_API_KEY = "1234567890123",
  QRIS_MERCHANT_ID = "12345678",
  WORKER = "setor-1", // the same again after a restart, and no other process at the same time
  DATA = ".",
  PORT = "4040",
  SETOR_TOKEN = "",
} = process.env;
if (SETOR_TOKEN.length < 16)
  throw new Error("SETOR_TOKEN must have 16 characters or more, the same as in Laravel's .env");

const qris = createQris({ apiKey: QRIS_API_KEY, merchantId: QRIS_MERCHANT_ID, baseUrl: QRIS_URL });
const ledger = await openLedger({ store: sqlite(`${DATA}/ledger.db`), payables: [qrisInvoices(qris)], worker: WORKER });

/** What the ledger knows of an order; asks nobody, so Laravel may look as often as it likes. */
async function look(order: string) {
  const [payment] = await ledger.find({ label: order });
  if (payment === undefined) return { state: "new" };
  if (payment.state === "paid") return { state: "paid" };
  const shown = payment.attempts.findLast(({ state }) => state === "pending");
  const isOver = payment.attempts.some(({ state }) => state === "not-paid");
  if (shown === undefined) return { state: isOver ? "expired" : "new" };
  const leftMs = remainingMs({ expiresAt: new Date(String(shown.reference["expiresAt"])) });
  if (leftMs === 0) return { state: "expired" };
  return { state: "waiting", leftMs, qr: renderQris(String(shown.reference["content"]), { as: "svg" }) };
}

/** The QR of an order: the same one as long as it can be paid, and another after that. */
async function invoice(order: string, body: string) {
  const { amount } = JSON.parse(body);
  const outcome = await ledger.pay(qrisInvoices, { order, amount }, { label: order });
  return { ...(await look(order)), ...("reason" in outcome && { problem: outcome.reason }) };
}

async function answer(request: IncomingMessage, body: string): Promise<object | undefined> {
  const [, room, order = ""] = new URL(request.url ?? "/", "http://setor").pathname.split("/");
  if (room === "notices" && request.method === "POST") return { moved: await ledger.notice(parsePaymentPost(body)) };
  if (room !== "payments" || order === "") return undefined;
  return request.method === "POST" ? invoice(order, body) : look(order);
}

async function read(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const part of request.setEncoding("utf8")) {
    body += part;
    if (body.length > 16_384) throw new Error("This is neither an order nor a notice.");
  }
  return body;
}

const digest = (text: string) => createHash("sha256").update(text).digest();
const expected = digest(`Bearer ${SETOR_TOKEN}`);

const server = createServer(async (request, response) => {
  const isKnown = timingSafeEqual(digest(request.headers.authorization ?? ""), expected);
  const said = isKnown
    ? await read(request)
        .then((body) => answer(request, body))
        .catch(String)
    : undefined;
  const status = isKnown ? (said === undefined ? 404 : typeof said === "string" ? 400 : 200) : 401;
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(said ?? { status }));
});

// The polling job: one check in 15 seconds and 30 for an invoice, over all processes that share the ledger.
const running = ledger.run();
server.listen(Number(PORT), "127.0.0.1", () => {
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === "object" ? address?.port : address}`);
});

process.once("SIGTERM", () => server.close(() => ledger.close().then(() => running)));
