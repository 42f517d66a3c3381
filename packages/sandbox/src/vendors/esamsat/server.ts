import type { Clock } from "../../clock.js";
import type { ReceivedRequest, Reply, Route, VendorServer } from "../../exchange.js";
import { formatWib } from "../../wib.js";
import { esamsatMisleading } from "./misleading.js";
import type { EsamsatBill, EsamsatSeed } from "./seed.js";

interface Invoice {
  readonly number: string;
  readonly bill: EsamsatBill;
  status: "INQUIRY" | "CONFIRM" | "PENDING" | "REFUND";
  /** When a pending payment is decided, in milliseconds of the sandbox's clock. */
  decidedAt: number;
}

export interface EsamsatState {
  /** Rupiah left, by account. */
  readonly deposits: Map<string, number>;
  readonly invoices: Map<string, Invoice>;
  readonly paidBills: Set<EsamsatBill>;
}

/** MMBC decides pending payments within minutes. */
const pendingMs = 10 * 60_000;

const secrets = ["username", "password"];

/** MMBC e-Samsat: invoices from INQUIRY to CONFIRM, PENDING or REFUND, against a deposit that runs out. */
export function createEsamsatServer(seed: EsamsatSeed, clock: Clock): VendorServer<EsamsatState> {
  const state: EsamsatState = {
    deposits: new Map(seed.accounts.map(({ username, deposit }) => [username, deposit])),
    invoices: new Map(),
    paidBills: new Set(seed.bills.filter(({ behaviour }) => behaviour === "already-paid")),
  };
  const route = (operation: string, path: string, handle: (request: ReceivedRequest) => Reply): Route => ({
    operation,
    method: "POST",
    path,
    secrets,
    handle: (request) => {
      const known = seed.accounts.some(
        ({ username, password }) => username === request.fields["username"] && password === request.fields["password"],
      );
      return known ? handle(request) : refuse("invalid login");
    },
  });
  return {
    state,
    misleading: esamsatMisleading(clock),
    routes: [
      route("listProducts", "/esamsat/list_esamsat", () => ({ status: 200, body: seed.products })),
      route("inquire", "/esamsat/inquiry_esamsat", ({ fields }) => inquire(seed, state, clock, fields)),
      route("pay", "/esamsat/pay_esamsat", ({ fields }) => pay(state, clock, fields)),
      route("checkStatus", "/esamsat/status_invoice", ({ fields }) => checkStatus(state, clock, fields)),
    ],
  };
}

type Fields = ReceivedRequest["fields"];

function inquire(seed: EsamsatSeed, state: EsamsatState, clock: Clock, fields: Fields): Reply {
  const { product, customer_number, structure_number } = fields;
  const number = String(100_000_000_001 + state.invoices.size);
  const bill = seed.bills.find(
    (candidate) =>
      candidate.product === product &&
      candidate.customer_number === customer_number &&
      candidate.structure_number === structure_number,
  );
  if (bill === undefined) {
    return refuse(
      "Maaf, Datamu Tidak Ketemu. Silakan periksa kembali nomor rangka dan nomor KTP yang telah dimasukkan.",
    );
  }
  const invoice: Invoice = { number, bill, status: "INQUIRY", decidedAt: 0 };
  const commit = {
    what: "invoice opened",
    debit: 0,
    subject: number,
    apply: () => state.invoices.set(number, invoice),
  };
  return { status: 200, body: { ...shown(invoice, clock), status: "INQUIRY" }, commit };
}

function pay(state: EsamsatState, clock: Clock, fields: Fields): Reply {
  const account = String(fields["username"]);
  const number = String(fields["invoice"]);
  const invoice = state.invoices.get(number);
  if (invoice === undefined) return refuse(`Invalid Invoice ${number}!`);
  const { bill } = invoice;
  if (state.paidBills.has(bill) || invoice.status !== "INQUIRY") {
    return refuse("Transaksi tidak dapat diproses. Tagihan sudah dibayar (Kode: 0054)");
  }
  const total = totalOf(bill);
  const deposit = state.deposits.get(account) ?? 0;
  if (deposit < total) {
    return refuse(`Sisa saldo tidak cukup untuk transaksi ini, sisa saldo anda adalah ${deposit}.`);
  }
  const status = firstStatus(bill);
  const commit = {
    what: status === "REFUND" ? "debited and returned" : `debited, ${status}`,
    debit: status === "REFUND" ? 0 : total,
    subject: number,
    apply: () => {
      invoice.status = status;
      invoice.decidedAt = clock.now().getTime() + pendingMs;
      if (status === "REFUND") return;
      state.deposits.set(account, deposit - total);
      if (bill.behaviour !== "debited-each-time") state.paidBills.add(bill);
    },
  };
  return { status: 200, body: { ...shown(invoice, clock), ...bankNumbers(number), status }, commit };
}

function checkStatus(state: EsamsatState, clock: Clock, fields: Fields): Reply {
  const account = String(fields["username"]);
  const number = String(fields["invoice"]);
  const invoice = state.invoices.get(number);
  if (invoice === undefined || invoice.status === "INQUIRY") {
    return { status: 200, body: { result: "no", status: "FAILURE", reason: `Failure Invoice ${number}!` } };
  }
  const due = invoice.status === "PENDING" && clock.now().getTime() >= invoice.decidedAt;
  const status = due ? lastStatus(invoice.bill) : invoice.status;
  const body = { ...shown(invoice, clock), ...bankNumbers(number), status };
  if (!due) return { status: 200, body };
  const returned = status === "REFUND" ? totalOf(invoice.bill) : 0;
  const commit = {
    what: `decided, ${status}`,
    debit: -returned,
    subject: number,
    apply: () => {
      invoice.status = status;
      state.deposits.set(account, (state.deposits.get(account) ?? 0) + returned);
      if (status === "REFUND") state.paidBills.delete(invoice.bill);
    },
  };
  return { status: 200, body, commit };
}

function firstStatus({ behaviour }: EsamsatBill): "CONFIRM" | "PENDING" | "REFUND" {
  if (behaviour === "refunded") return "REFUND";
  return behaviour === "pending-then-confirmed" || behaviour === "pending-then-refunded" ? "PENDING" : "CONFIRM";
}

function lastStatus({ behaviour }: EsamsatBill): "CONFIRM" | "REFUND" {
  return behaviour === "pending-then-refunded" ? "REFUND" : "CONFIRM";
}

function totalOf(bill: EsamsatBill): number {
  return bill.tax_pkb + bill.tax_swd + bill.penalty_pkb + bill.penalty_swd + bill.fee;
}

function shown({ number, bill }: Invoice, clock: Clock) {
  const { behaviour: _, tax_pkb, tax_swd, penalty_pkb, penalty_swd, fee, ...vehicle } = bill;
  const amounts = { tax_pkb, tax_swd, tax_bnn: 0, penalty_pkb, penalty_swd, penalty_bnn: 0, fee, total: totalOf(bill) };
  return {
    result: "ok",
    tanggal: formatWib(clock.now()),
    invoice: number,
    paymentcode: `3220${number}`,
    ...vehicle,
    ...Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, String(amount)])),
    kodeagen: "JKT-00000",
  };
}

function bankNumbers(number: string) {
  return { reference_number: `5A834FE7A6394BA0A387${number}`, trace_number: number.slice(-6) };
}

function refuse(reason: string): Reply {
  return { status: 200, body: { result: "no", reason } };
}
