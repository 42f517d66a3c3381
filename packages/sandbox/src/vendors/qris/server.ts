import type { Clock } from "../../clock.js";
import type { ReceivedRequest, Reply, Route, VendorServer } from "../../exchange.js";
import { formatWib } from "../../wib.js";
import { qrisMisleading } from "./misleading.js";
import { writeQrisPayload } from "./payload.js";
import { createPollBan } from "./poll-ban.js";
import type { QrisInvoice, QrisMerchant, QrisSeed } from "./seed.js";

export interface QrisState {
  /** By id, oldest first. */
  readonly invoices: Map<string, QrisInvoice>;
  readonly blockedApikeys: Set<string>;
}

type Fields = ReceivedRequest["fields"];

const secrets = ["apikey", "mID"];

const version = { qris_api_version_code: "2401021030" };

/** Numbers begin with that of the vendor's own sample. */
const firstInvoiceId = 413_255_111;

/** InterActive QRIS: invoices with a QR each, which live 30 minutes, and a block for who asks too often. */
export function createQrisServer(seed: QrisSeed, clock: Clock): VendorServer<QrisState> {
  const state: QrisState = {
    invoices: new Map(seed.invoices.map((invoice) => [invoice.id, invoice])),
    blockedApikeys: new Set(seed.merchants.filter(({ blocked }) => blocked).map(({ apikey }) => apikey)),
  };
  const pollBan = createPollBan();

  /** What is asked of every call, before the call itself. */
  const admit =
    (action: string, handle: (merchant: QrisMerchant, fields: Fields) => Reply) =>
    ({ fields }: ReceivedRequest): Reply => {
      if (fields["do"] !== action) return refuse(seed, "what we do for you?");
      const merchant = seed.merchants.find(({ apikey }) => apikey === fields["apikey"]);
      if (merchant === undefined) return refuse(seed, "invalid apikey");
      if (state.blockedApikeys.has(merchant.apikey)) {
        return { ...refuse(seed, "invalid apikey"), diagnosis: "the apikey is blocked" };
      }
      return merchant.mID === fields["mID"] ? handle(merchant, fields) : refuse(seed, "invalid mID");
    };

  const create = admit("create-invoice", (merchant, fields) => createInvoice(seed, state, clock, merchant, fields));
  const check = admit("checkStatus", (merchant, fields) => {
    if (!pollBan.isTooMany(merchant.apikey, clock.now().getTime())) return checkInvoice(state, merchant, fields);
    return block(seed, state, merchant);
  });
  const route = (operation: string, path: string, handle: Route["handle"]): Route => {
    return { operation, method: "GET", path, secrets, handle };
  };
  return {
    state,
    misleading: qrisMisleading((words) => refuse(seed, words)),
    routes: [
      route("createInvoice", "/restapi/qris/show_qris.php", create),
      route("checkInvoice", "/restapi/qris/checkpaid_qris.php", check),
    ],
  };
}

function createInvoice(
  seed: QrisSeed,
  state: QrisState,
  clock: Clock,
  merchant: QrisMerchant,
  { cliTrxNumber, cliTrxAmount, useTip }: Fields,
): Reply {
  // Ten digits are what a QR has room for, beside its decimals.
  if (!/^[1-9]\d{2,9}$/.test(String(cliTrxAmount))) return refuse(seed, "invalid amount");
  if (isEmpty(cliTrxNumber)) return refuse(seed, "transcation number is empty");
  const id = String(firstInvoiceId + state.invoices.size - seed.invoices.length);
  const invoice = { id, mID: merchant.mID, amount: Number(cliTrxAmount), createdAt: clock.now() };
  const sale = { amount: invoice.amount, invoiceId: id, tip: useTip === "yes" };
  const data = {
    qris_content: writeQrisPayload(merchant, sale),
    qris_request_date: formatWib(invoice.createdAt),
    qris_invoiceid: seed.numericInvoiceIds ? Number(id) : id,
    qris_nmid: merchant.nmid,
  };
  const commit = {
    what: "invoice opened",
    debit: 0,
    subject: id,
    apply: () => state.invoices.set(id, invoice),
  };
  return { status: 200, body: { status: "success", data, ...version }, commit };
}

/** An invoice is found by number, amount and date together: that of its payment, or of its creation while unpaid. */
function checkInvoice({ invoices }: QrisState, merchant: QrisMerchant, { invid, trxvalue, trxdate }: Fields): Reply {
  if (isEmpty(invid)) return { status: 200, body: { status: "failed, Invoice ID is empty", data: [] } };
  const invoice = invoices.get(String(invid));
  const payment = invoice?.mID === merchant.mID && String(invoice.amount) === trxvalue ? invoice.payment : undefined;
  if (payment === undefined || formatWib(payment.at).slice(0, 10) !== trxdate) {
    return { status: 200, body: { status: "failed", data: { qris_status: "unpaid" } } };
  }
  const data = {
    qris_status: "paid",
    qris_payment_customername: payment.customerName,
    qris_payment_methodby: payment.method,
    qris_paid_date: formatWib(payment.at),
  };
  return { status: 200, body: { status: "success", data, ...version } };
}

function block(seed: QrisSeed, state: QrisState, { apikey, mID }: QrisMerchant): Reply {
  const apply = () => state.blockedApikeys.add(apikey);
  const commit = { what: "apikey blocked for asking too often", debit: 0, subject: mID, apply };
  return { ...refuse(seed, "invalid apikey"), commit };
}

/** As PHP's `empty` has it. */
function isEmpty(value: string | Uint8Array | undefined): boolean {
  return value === undefined || value === "" || value === "0";
}

function refuse({ refusals }: QrisSeed, words: string): Reply {
  return { status: 200, body: { status: "failed", data: refusals === "text" ? words : { qris_status: words } } };
}
