import type { Clock } from "../../clock.js";
import type { Reply, Route, VendorServer } from "../../exchange.js";
import { formatWib } from "../../wib.js";
import { openPbbBooks, type PbbPayment, type PbbState, recording, reversing, rowsOf } from "./books.js";
import { pbbErrorPage, pbbMessages, tomcatPage } from "./messages.js";
import { pbbMisleading } from "./misleading.js";
import { dendaAt, ntpdOf, readPaymentTime } from "./rules.js";
import type { PbbBill, PbbSeed } from "./seed.js";

type Messages = ReturnType<typeof pbbMessages>;

/** Everything that a request is answered from. */
interface Service {
  readonly seed: PbbSeed;
  readonly clock: Clock;
  readonly state: PbbState;
  readonly messages: Messages;
}

/**
 * WS PBB: three GETs that look a bill up, record its payment and reverse it, as the procedures of its database do; inquiry
 * never shows a payment.
 */
export function createPbbServer(given: PbbSeed, clock: Clock): VendorServer<PbbState> {
  const seed = { ...given, bills: given.bills.map((bill) => withQuirksOf(given, bill)) };
  const state = openPbbBooks(seed.bills);
  const service: Service = { seed, clock, state, messages: pbbMessages(seed.build) };
  const route = (operation: string, path: string, handle: (service: Service, request: Texts) => Reply): Route => ({
    operation,
    method: "GET",
    path,
    matching: "spring-mvc",
    secrets: [],
    handle: ({ method, fields, path: sent }) => {
      const texts = Object.entries(fields).map(([name, value]) => [name, String(value)]);
      return beforeService(seed, method, sent) ?? handle(service, { ...Object.fromEntries(texts), path: sent });
    },
  });
  return {
    state,
    misleading: pbbMisleading,
    routes: [
      route("inquire", "/sppt/{nop}/{thn}", inquire),
      route("pay", "/bayar/{nop}/{thn}/{tglBayar}/{jamBayar}", pay),
      route("reverse", "/reversal/{nop}/{thn}/{ntpd}", reverse),
    ],
  };
}

/** The answer to a request that does not reach the service. */
function beforeService({ build }: PbbSeed, method: string, path: string): Reply | undefined {
  if (/%2f|%5c/i.test(path)) return { status: 400, body: tomcatPage("HTTP Status 400 - Invalid URI: noSlash") };
  if (method === "GET" || build === "boot") return undefined;
  const body = tomcatPage("HTTP Status 405 - Request method 'HEAD' not supported");
  return { status: 405, body, headers: { Allow: "GET" } };
}

type Texts = Readonly<Record<string, string>>;

function inquire({ seed, clock, state, messages }: Service, { nop = "", thn = "" }: Texts): Reply {
  const answer = (code: number, message: string, sppt: object | null = null) => answerOf({ code, message, sppt });
  if (!/^[+-]?\d{1,9}$/.test(thn)) return answer(36, messages.yearNotNumeric);
  if (seed.databaseDown) return empty;
  const bill = findBill(seed, nop, thn);
  if (bill === undefined) return answer(10, messages.billNotFound);
  if (bill.quirk === "failing-statement") return answer(4, messages.statementFailed);
  const settled = state.paidBills.has(bill) || bill.status === "cancelled";
  if (settled && !seed.quirks.includes("inquiry-ignores-status")) return answer(10, messages.billNotFound);
  if (bill.quirk === "empty-inquiry") return empty;
  const { nama, alamatOp, pokok } = bill;
  const denda = dendaAt(formatWib(clock.now()), bill);
  return answer(1, messages.found, { nop, thn, nama, alamatOp, pokok, denda });
}

function pay(service: Service, request: Texts): Reply {
  const { seed, clock, state, messages } = service;
  const { nop = "", thn = "", tglBayar = "", jamBayar = "", path = "" } = request;
  const answer = (code: number, message: string, byrSppt: object | null = null) => answerOf({ code, message, byrSppt });
  const paidAt = readPaymentTime(tglBayar, jamBayar);
  if (paidAt === undefined) {
    if (!seed.quirks.includes("malformed-time-is-500")) return answer(4, messages.serverError);
    return { status: 500, body: pbbErrorPage(seed.build, clock.now(), path) };
  }
  if (paidAt > formatWib(clock.now()).slice(0, 16)) return answer(32, messages.paidInFuture);
  if (seed.databaseDown) return empty;
  const failed = (diagnosis: string) => ({ ...answer(4, messages.serverError), diagnosis });
  const bill = findBill(seed, nop, thn);
  if (bill === undefined) return failed("there is no such bill");
  if (bill.quirk === "failing-statement") return failed("the statement failed; nothing was recorded");
  if (state.paidBills.has(bill) || bill.pokok === 0) return answer(13, messages.alreadyPaid);
  if (bill.status === "cancelled") return answer(3, messages.cancelled);
  if (bill.quirk === "empty-payment") return { ...empty, diagnosis: "the service layer failed; nothing was recorded" };
  const payment = paymentOf(service, bill, nop, paidAt.slice(0, 10));
  if (rowsOf(state, bill).some(({ ordinal }) => ordinal === payment.ordinal)) {
    return failed(`there is a payment ${payment.ordinal} of this bill already; nothing was recorded`);
  }
  const commit = recording(state, payment, seed.marksAtOnce !== false && bill.quirk !== "not-marked-paid");
  if (payment.logged) return { ...answer(1, messages.recorded, receiptOf(payment)), commit };
  return { ...failed("recorded, but its NTPD could not be logged"), commit };
}

function reverse({ seed, state, messages }: Service, { nop = "", thn = "", ntpd = "" }: Texts): Reply {
  const answer = (code: number, message: string, revPembayaran: object | null = null) =>
    answerOf({ code, message, revPembayaran });
  if (seed.databaseDown) return empty;
  const payment = state.payments.find(
    (known) => known.logged && known.ntpd === ntpd && known.bill.nop === nop && known.bill.thn === thn,
  );
  if (payment === undefined) return answer(10, messages.paymentNotFound);
  const commit = reversing(state, payment);
  if (!state.reversals.has(payment)) return { ...answer(1, messages.reversed, { nop, thn, ntpd }), commit };
  // Its log has one reversal of each NTPD; by the time that it objects, the rest is done.
  const later = "; a later payment with the same pembayaran_ke was deleted";
  const diagnosis = `reversed before${commit.debit === 0 ? "" : later}`;
  return { ...answer(4, messages.serverError), commit, diagnosis };
}

function withQuirksOf({ quirks }: PbbSeed, bill: PbbBill): PbbBill {
  const { quirk, ...plain } = bill;
  return quirk === undefined || quirks.includes(quirk) ? bill : plain;
}

/** A NOP is taken apart by position; what follows its eighteenth character falls under the table. */
function findBill({ bills }: PbbSeed, nop: string, thn: string): PbbBill | undefined {
  return bills.find((bill) => bill.nop === nop.slice(0, nopLength) && bill.thn === thn);
}

const nopLength = 18;

/**
 * The payment is counted and stored before its NTPD is logged, which fails for a NOP that is too long, and for a second
 * payment in the same minute: the NTPD is the key of its log.
 */
function paymentOf({ clock, state }: Service, bill: PbbBill, nop: string, paidOn: string): PbbPayment {
  const ntpd = ntpdOf(bill, paidOn, clock.now());
  const taken = state.payments.some((payment) => payment.bill === bill && payment.logged && payment.ntpd === ntpd);
  const logged = !taken && nop.length === nopLength && bill.quirk !== "recorded-although-code-4";
  const ordinal = rowsOf(state, bill).length + 1;
  const sanksi = dendaAt(`${paidOn} 00:00:00`, bill);
  return { bill, ordinal, ntpd, pokok: bill.pokok, sanksi, logged, reversed: false };
}

function receiptOf({ bill: { nop, thn, nama, alamatOp }, ntpd, pokok, sanksi }: PbbPayment): object {
  const budget = "4.1.1.11.01";
  const amounts = { mataAnggaranPokok: budget, pokok, mataAnggaranSanksi: budget, sanksi };
  return { nop, thn, ntpd, ...amounts, namaWp: nama, alamatOp };
}

const empty: Reply = { status: 200, body: "" };

function answerOf(body: object): Reply {
  return { status: 200, body };
}
