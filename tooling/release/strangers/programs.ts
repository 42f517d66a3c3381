/** What every project does: asks each client once, in a sandbox in memory, and looks at what it throws. */
export const ask = `import { createBphtb } from "@setor/bphtb";
import { createEsamsat } from "@setor/esamsat";
import { createNpwpOcr } from "@setor/npwp-ocr";
import { createPbb } from "@setor/pbb";
import { createQris, renderQris, SetorError } from "@setor/qris";
import type { Sandbox } from "@setor/sandbox";

export async function ask({ baseUrl, fetch, now }: Sandbox) {
  const bphtb = createBphtb({ clientId: "your_client_id", clientSecret: "S3cr3t", baseUrl: baseUrl("bphtb"), fetch, now });
  const sspd = await bphtb.findSspd({ ntpd: "1209411011001249943" });
  const esamsat = createEsamsat({ username: "dummy", password: "dummy123", baseUrl: baseUrl("esamsat"), fetch });
  const bill = await esamsat.inquire({
    product: "SAMSAT_JABAR",
    customer_number: "9901111111111111",
    structure_number: "MHZ99D999ZZ401001",
  });
  if (!bill.ok) throw new Error(bill.message);
  const payment = await esamsat.pay({ invoice: bill.data.invoice });
  const ocr = createNpwpOcr({ key: "ADINS_key1234", tenantCode: "AIT", baseUrl: baseUrl("npwp-ocr"), fetch });
  const card = await ocr.readNpwp({ img: new Uint8Array([0xff, 0xd8, 0xff, 0xe0]) });
  const pbb = createPbb({ baseUrl: baseUrl("pbb"), fetch });
  const tax = await pbb.inquire({ nop: "992901000100100010", thn: "2013" });
  const qris = createQris({ apiKey: "1234567890123", merchantId: "12345678", baseUrl: baseUrl("qris"), fetch });
  const invoice = await qris.createInvoice({ cliTrxNumber: "STRANGER-1", cliTrxAmount: 25_578 });
  const drawn = invoice.ok ? renderQris(invoice.data.qris_content, { as: "svg" }) : "";
  const broken = createPbb({ baseUrl: baseUrl("pbb"), fetch: () => Promise.reject(new Error("broken")) });
  const thrown: unknown = await broken.inquire({ nop: "992901000100100010", thn: "2013" }).catch((error) => error);
  return {
    bphtb: sspd.ok && sspd.data.payment_status,
    esamsat: payment.state,
    ocr: card.ok,
    pbb: tax.ok && tax.data.pokok,
    qris: drawn.startsWith("<svg"),
    thrown: thrown instanceof SetorError && thrown.sent,
  };
}
`;

/** What `ask` gives. */
export const answers = {
  bphtb: "unpaid",
  esamsat: "paid",
  ocr: true,
  pbb: 35_750,
  qris: true,
  thrown: "maybe",
};
