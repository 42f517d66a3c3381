import { createHmac } from "node:crypto";
import type { Sandbox } from "../src/index.js";

/** How a vendor is reached; the sandbox's own `fetch` by default, in process. */
export type Send = (url: string, init?: RequestInit) => Promise<Response>;

export const ntpd = "1209411011001249943";
export const nop = "992901000100100010";

/** Requests to a sandbox that owe nothing to a client. */
export function wireTo(sandbox: Sandbox, send: Send = sandbox.fetch, origin = "http://127.0.0.1") {
  const samsat = (path: string, fields: Readonly<Record<string, string>>) =>
    send(`${origin}/esamsat/esamsat/${path}`, {
      method: "POST",
      body: new URLSearchParams({ username: "dummy", password: "dummy123", ...fields }).toString(),
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
    });
  const pbb = (path: string) => send(`${origin}/pbb${path}`);
  const qris = (page: string, query: string) =>
    send(`${origin}/qris/restapi/qris/${page}.php?apikey=1234567890123&mID=12345678&${query}`);

  async function bphtb(method: string, path: string, body = ""): Promise<Response> {
    const form = new FormData();
    const fields = { grant_type: "client_credentials", client_id: "your_client_id", client_secret: "S3cr3t" };
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const { accessToken } = await (await send(`${origin}/bphtb/oauth/token`, { method: "POST", body: form })).json();
    const timestamp = sandbox.now().toISOString();
    const signed = `path=${path}&verb=${method}&token=Bearer ${accessToken}&timestamp=${timestamp}&body=${body}`;
    const headers = {
      Authorization: `Bearer ${accessToken}`,
      "X-Timestamp": timestamp,
      "X-Signature": createHmac("sha256", "S3cr3t").update(signed).digest("base64"),
      "Content-Type": "application/json",
    };
    return send(`${origin}/bphtb/api/v1${path}`, { method, headers, ...(body !== "" && { body }) });
  }

  return {
    samsat,
    pbb,
    qris,
    openInvoice: async (vehicle = 1): Promise<string> => {
      const owner = { customer_number: `990111111111111${vehicle}`, structure_number: `MHZ99D999ZZ40100${vehicle}` };
      return (await (await samsat("inquiry_esamsat", { product: "SAMSAT_JABAR", ...owner })).json()).invoice;
    },
    payInvoice: (invoice: string) => samsat("pay_esamsat", { invoice }),
    checkStatus: (invoice: string) => samsat("status_invoice", { invoice }),
    payPbb: () => pbb(`/bayar/${nop}/2013/20012017/1015`),
    findSspd: () => bphtb("GET", `/integration/sspd/ntpd/${ntpd}`),
    paySspd: () =>
      bphtb(
        "POST",
        "/integration/sspd/payment",
        JSON.stringify({
          ntpd,
          amount: "196000000",
          payment_method: "Teller",
          bank_perseption: "BNKMANDIRI",
          refference_number: "20240926001",
          channel_reffrence: "Teller",
          payment_date: "2024-09-26 13:02:51.000",
        }),
      ),
    createQris: () => qris("show_qris", "do=create-invoice&cliTrxNumber=INV-1&cliTrxAmount=25578"),
    checkQris: () => qris("checkpaid_qris", "do=checkStatus&invid=413255001&trxvalue=25578&trxdate=2020-08-07"),
    readNpwp: () => {
      const form = new FormData();
      form.append("img", new Blob([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], { type: "image/jpeg" }), "npwp.jpg");
      for (const [name, value] of [
        ["key", "ADINS_key1234"],
        ["tenant_code", "AIT"],
      ] as const) {
        form.append(name, value);
      }
      return send(`${origin}/npwp-ocr/`, { method: "POST", body: form });
    },
  };
}

export type Wire = ReturnType<typeof wireTo>;

/** The calls that change the books of each vendor, as `vendor operation`. */
export const moving: Readonly<Record<string, (wire: Wire) => Promise<Response>>> = {
  "esamsat pay": async (wire) => wire.payInvoice("100000000001"),
  "bphtb paySspd": (wire) => wire.paySspd(),
  "pbb pay": (wire) => wire.payPbb(),
  "qris createInvoice": (wire) => wire.createQris(),
  "npwp-ocr readNpwp": (wire) => wire.readNpwp(),
};
