import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSandbox } from "../../index.js";
import { serveSandbox } from "../../server.js";

let sandbox = createSandbox();
let url = "";
let close = async () => {};

beforeEach(async () => {
  sandbox = createSandbox();
  ({ url, close } = await serveSandbox(sandbox));
});
afterEach(() => close());

async function pay(body: object) {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(`${url}/sandbox/qris/pay`, { method: "POST", body: JSON.stringify(body), headers });
  return { status: answer.status, body: await answer.json() };
}

describe("over HTTP, a payer of QRIS", () => {
  it("over HTTP, a payer of QRIS pays an invoice once", async () => {
    const invoice = { invoiceId: "413255111" };
    expect((await pay(invoice)).body).toEqual({ paid: false, reason: "unknown" });
    const query = "do=create-invoice&apikey=1234567890123&mID=12345678&cliTrxNumber=INV-1&cliTrxAmount=25578";
    await fetch(`${url}/qris/restapi/qris/show_qris.php?${query}`);
    expect((await pay(invoice)).body).toMatchObject({ paid: true });
    expect((await pay(invoice)).body).toEqual({ paid: false, reason: "already-paid" });
  });

  it("over HTTP, a payer of QRIS pays late only when told to", async () => {
    const invoice = { invoiceId: "413255002" };
    expect((await pay({ ...invoice, late: false })).body).toEqual({ paid: false, reason: "expired" });
    expect((await pay({ ...invoice, late: true })).body).toMatchObject({ paid: true });
  });

  it("over HTTP, a payer of QRIS is told that the invoice is missing", async () => {
    expect(await pay({})).toEqual({ status: 400, body: { message: "`invoiceId` must be a text." } });
  });
});
