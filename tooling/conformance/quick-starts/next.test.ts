import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSandbox } from "@setor/sandbox";
import { serveSandbox } from "@setor/sandbox/server";
import { afterAll, expect, it, vi } from "vitest";

const sandbox = createSandbox();
const { url, close } = await serveSandbox(sandbox);
const folder = mkdtempSync(join(tmpdir(), "setor-next-"));
// The shop reads them when it is loaded.
Object.assign(process.env, { QRIS_URL: `${url}/qris`, DATA: folder });
const { theShop } = await import("./app/shop.js");
const { register } = await import("./instrumentation.js");
const orders = await import("./app/orders/route.js");
const invoice = await import("./app/orders/[id]/invoice/route.js");
const notice = await import("./app/qris/route.js");

afterAll(async () => {
  await (await theShop()).close();
  await close();
  rmSync(folder, { recursive: true });
  delete process.env["QRIS_URL"];
  delete process.env["DATA"];
});

function press(id: string): Promise<Response> {
  const request = new Request(`http://shop.example/orders/${id}/invoice`, { method: "POST" });
  return invoice.POST(request, { params: Promise.resolve({ id }) });
}

function invoices(): string[] {
  const opened = sandbox.journal.entries.filter(({ operation }) => operation === "createInvoice");
  return opened.map(({ committed }) => committed?.subject ?? "none");
}

it("the route handlers of Next.js open one invoice, and book its payment once the notice made them check", async () => {
  const created = await orders.POST();
  const id = created.headers.get("location")?.replace("/orders/", "") ?? expect.unreachable();
  const shop = await theShop();
  expect(await shop.look(id)).toMatchObject({ state: "new", amount: 25_578 });

  expect((await Promise.all([press(id), press(id)])).map(({ status }) => status)).toEqual([303, 303]);
  expect(await shop.look(id)).toMatchObject({ state: "waiting" });
  expect(invoices()).toHaveLength(1);

  const booked = new Promise<string>((resolve) => {
    vi.spyOn(console, "log").mockImplementation(resolve);
  });
  const [paid = expect.unreachable()] = invoices();
  const result = sandbox.qris.pay(paid, { callback: {} });
  const body = JSON.stringify(result.paid && result.notice?.body);
  const answer = await notice.POST(new Request("http://shop.example/qris", { method: "POST", body }));
  expect(await answer.json()).toEqual({ status: "ok" });
  expect(await booked).toBe(`paid ${id}`);
  vi.mocked(console.log).mockRestore();
  expect(await shop.look(id)).toMatchObject({ state: "paid" });
  expect((await press(id)).status).toBe(303);
  expect(invoices()).toHaveLength(1);
});

it("the route handlers of Next.js know no other orders", async () => {
  expect((await press("nobodys")).status).toBe(404);
});

it("the server of Next.js opens the shop when it starts", async () => {
  const before = theShop();
  process.env["NEXT_RUNTIME"] = "nodejs";
  await register();
  delete process.env["NEXT_RUNTIME"];
  expect(theShop()).toBe(before);
});
