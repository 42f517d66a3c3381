import type { Clock } from "../clock.js";
import type { Reply, Route, VendorServer } from "../exchange.js";
import { formatWib } from "../wib.js";
import { pbbErrorPage, pbbMessages } from "./pbb-messages.js";
import { dendaOn, ntpdAt, readPaymentTime } from "./pbb-rules.js";
import type { PbbBill, PbbSeed } from "./pbb-seed.js";

/** A payment as the database holds it. */
export interface PbbPayment {
  readonly bill: PbbBill;
  readonly ntpd: string;
  /** Whole rupiah, as `sanksi`. */
  readonly pokok: number;
  readonly sanksi: number;
  /** Whether the NTPD was logged; only then can the payment be reversed. */
  readonly logged: boolean;
  reversed: boolean;
}

export interface PbbState {
  /** The bills that are marked as paid. */
  readonly paidBills: Set<PbbBill>;
  /** Every payment in order, also those that were reversed. */
  readonly payments: PbbPayment[];
}

type Messages = ReturnType<typeof pbbMessages>;

/** Everything that a request is answered from. */
interface Service {
  readonly seed: PbbSeed;
  readonly clock: Clock;
  readonly state: PbbState;
  readonly messages: Messages;
}

/** WS PBB: three GETs that look a bill up, record its payment and reverse it; inquiry never shows a payment. */
export function createPbbServer(given: PbbSeed, clock: Clock): VendorServer & { state: PbbState } {
  const seed = { ...given, bills: given.bills.map((bill) => withQuirksOf(given, bill)) };
  const state: PbbState = { paidBills: new Set(seed.bills.filter(({ status }) => status === "paid")), payments: [] };
  const service: Service = { seed, clock, state, messages: pbbMessages(seed.messages) };
  const route = (operation: string, path: string, handle: (service: Service, request: Texts) => Reply): Route => ({
    operation,
    method: "GET",
    path,
    secrets: [],
    handle: ({ fields, path: sent }) => {
      const texts = Object.entries(fields).map(([name, value]) => [name, String(value)]);
      return handle(service, { ...Object.fromEntries(texts), path: sent });
    },
  });
  return {
    state,
    routes: [
      route("inquire", "/sppt/{nop}/{thn}", inquire),
      route("pay", "/bayar/{nop}/{thn}/{tglBayar}/{jamBayar}", pay),
      route("reverse", "/reversal/{nop}/{thn}/{ntpd}", reverse),
    ],
  };
}

type Texts = Readonly<Record<string, string>>;

function inquire({ seed, clock, state, messages }: Service, { nop = "", thn = "" }: Texts): Reply {
  const answer = (code: number, message: string, sppt: object | null = null) => answerOf({ code, message, sppt });
  if (!/^[+-]?\d{1,9}$/.test(thn)) return answer(36, messages.yearNotNumeric);
  const bill = findBill(seed, nop, thn);
  if (bill === undefined) return answer(10, messages.billNotFound);
  const settled = state.paidBills.has(bill) || bill.status === "cancelled";
  if (settled && !seed.quirks.includes("inquiry-ignores-status")) return answer(10, messages.billNotFound);
  if (bill.quirk === "empty-inquiry") return empty;
  const { nama, alamatOp, pokok } = bill;
  const denda = dendaOn(formatWib(clock.now()).slice(0, 10), bill);
  return answer(1, messages.found, { nop, thn, nama, alamatOp, pokok, denda });
}

function pay({ seed, clock, state, messages }: Service, request: Texts): Reply {
  const { nop = "", thn = "", tglBayar = "", jamBayar = "", path = "" } = request;
  const answer = (code: number, message: string, byrSppt: object | null = null) => answerOf({ code, message, byrSppt });
  const paidAt = readPaymentTime(tglBayar, jamBayar);
  if (paidAt === undefined) {
    if (!seed.quirks.includes("malformed-time-is-500")) return answer(4, messages.serverError);
    return { status: 500, body: pbbErrorPage(seed.messages, clock.now(), path) };
  }
  if (paidAt > formatWib(clock.now()).slice(0, 16)) return answer(32, messages.paidInFuture);
  const bill = findBill(seed, nop, thn);
  if (bill === undefined) return { ...answer(4, messages.serverError), diagnosis: "there is no such bill" };
  if (state.paidBills.has(bill) || bill.pokok === 0) return answer(13, messages.alreadyPaid);
  if (bill.status === "cancelled") return answer(3, messages.cancelled);
  if (bill.quirk === "empty-payment") return { ...empty, diagnosis: "the service layer failed; nothing was recorded" };
  const payment = paymentOf(bill, paidAt.slice(0, 10), state, clock);
  const commit = {
    what: payment.logged ? "payment recorded" : "payment recorded, without its NTPD",
    debit: payment.pokok + payment.sanksi,
    subject: subjectOf(bill),
    apply: () => {
      state.payments.push(payment);
      if (bill.quirk !== "not-marked-paid") state.paidBills.add(bill);
    },
  };
  if (payment.logged) return { ...answer(1, messages.recorded, receiptOf(payment)), commit };
  return { ...answer(4, messages.serverError), commit, diagnosis: "recorded, but its NTPD could not be logged" };
}

function reverse({ state, messages }: Service, { nop = "", thn = "", ntpd = "" }: Texts): Reply {
  const answer = (code: number, message: string, revPembayaran: object | null = null) =>
    answerOf({ code, message, revPembayaran });
  const payment = state.payments.find(
    (known) => known.logged && known.ntpd === ntpd && known.bill.nop === nop && known.bill.thn === thn,
  );
  if (payment === undefined) return answer(10, messages.paymentNotFound);
  if (payment.reversed) return { ...answer(4, messages.serverError), diagnosis: "reversed before" };
  const commit = {
    what: "payment reversed",
    debit: -(payment.pokok + payment.sanksi),
    subject: subjectOf(payment.bill),
    apply: () => {
      payment.reversed = true;
      state.paidBills.delete(payment.bill);
    },
  };
  return { ...answer(1, messages.reversed, { nop, thn, ntpd }), commit };
}

function withQuirksOf({ quirks }: PbbSeed, bill: PbbBill): PbbBill {
  const { quirk, ...plain } = bill;
  return quirk === undefined || quirks.includes(quirk) ? bill : plain;
}

function findBill({ bills }: PbbSeed, nop: string, thn: string): PbbBill | undefined {
  return bills.find((bill) => bill.nop === nop && bill.thn === thn);
}

/** The NTPD is the key of its log: a second payment in the same minute is stored, but cannot be logged. */
function paymentOf(bill: PbbBill, date: string, state: PbbState, clock: Clock): PbbPayment {
  const ntpd = ntpdAt(clock.now(), bill);
  const taken = state.payments.some((payment) => payment.bill === bill && payment.ntpd === ntpd);
  const logged = !taken && bill.quirk !== "recorded-although-code-4";
  return { bill, ntpd, pokok: bill.pokok, sanksi: dendaOn(date, bill), logged, reversed: false };
}

function receiptOf({ bill: { nop, thn, nama, alamatOp }, ntpd, pokok, sanksi }: PbbPayment): object {
  const budget = "4.1.1.11.01";
  const amounts = { mataAnggaranPokok: budget, pokok, mataAnggaranSanksi: budget, sanksi };
  return { nop, thn, ntpd, ...amounts, namaWp: nama, alamatOp };
}

function subjectOf({ nop, thn }: PbbBill): string {
  return `${nop} ${thn}`;
}

const empty: Reply = { status: 200, body: "" };

function answerOf(body: object): Reply {
  return { status: 200, body };
}
