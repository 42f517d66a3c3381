import type { Clock } from "../../clock.js";
import type { ReceivedRequest, Reply, Route, VendorServer } from "../../exchange.js";
import { type BphtbToken, expectedSignature, type Refuse, rejectUnauthenticated } from "./guard.js";
import { bphtbMisleading } from "./misleading.js";
import type { BphtbBill, BphtbSeed } from "./seed.js";

const paymentFields = [
  "ntpd",
  "amount",
  "payment_method",
  "bank_perseption",
  "refference_number",
  "channel_reffrence",
  "payment_date",
] as const;

/** A payment as it was sent. */
export type BphtbPayment = Readonly<Record<(typeof paymentFields)[number], string>>;

export interface BphtbState {
  /** Every token that was issued, expired ones too. */
  readonly tokens: Map<string, BphtbToken>;
  /** The NTPDs of the bills that are paid. */
  readonly paid: Set<string>;
  /** What was paid in the sandbox, by `refference_number`. */
  readonly payments: Map<string, BphtbPayment>;
}

const tokenLifeSeconds = 900;

/** epad-karo eBPHTB: tokens that expire, signatures that are recomputed, bills that are paid once. */
export function createBphtbServer(seed: BphtbSeed, clock: Clock): VendorServer<BphtbState> {
  const state: BphtbState = {
    tokens: new Map(),
    paid: new Set(seed.bills.filter(({ paid }) => paid).map(({ ntpd }) => ntpd)),
    payments: new Map(),
  };
  const nextMessageId = countMessages(clock);
  const refuse: Refuse = (messageCode, message) => {
    const status = Number(messageCode.slice(0, 3));
    const body = {
      status_code: status,
      status: false,
      message_code: messageCode,
      message_id: nextMessageId(),
      message,
    };
    return { status, body };
  };
  const guarded = (
    handle: (request: ReceivedRequest, bill: BphtbBill) => Reply,
  ): Required<Pick<Route, "digest" | "handle">> => ({
    digest: (request) => expectedSignature(request, state.tokens),
    handle(request) {
      const rejection = rejectUnauthenticated(request, state.tokens, clock, refuse);
      if (rejection !== undefined) return rejection;
      const bill = seed.bills.find(({ ntpd }) => ntpd === request.fields["ntpd"]);
      return bill === undefined ? refuse("4042401", "SSPD NTPD not found") : handle(request, bill);
    },
  });
  return {
    state,
    misleading: bphtbMisleading(refuse),
    routes: [
      {
        operation: "issueToken",
        method: "POST",
        path: "/oauth/token",
        secrets: ["client_id", "client_secret"],
        handle: (request) => issueToken(seed, state, clock, request),
      },
      {
        operation: "findSspd",
        method: "GET",
        path: "/api/v1/integration/sspd/ntpd/{ntpd}",
        secrets: [],
        ...guarded((_, bill) => show(bill, state, nextMessageId())),
      },
      {
        operation: "paySspd",
        method: "POST",
        path: "/api/v1/integration/sspd/payment",
        secrets: [],
        ...guarded(({ fields }, bill) => pay(seed, state, bill, fields)),
      },
    ],
  };
}

function issueToken(seed: BphtbSeed, state: BphtbState, clock: Clock, { headers, fields }: ReceivedRequest): Reply {
  const { grant_type, client_id, client_secret } = fields;
  const multipart = headers.get("content-type")?.startsWith("multipart/form-data");
  if (!multipart || grant_type !== "client_credentials" || !client_id || !client_secret) {
    return { status: 400, body: { responseCode: "4007300", responseMessage: "Bad Request" } };
  }
  const client = seed.clients.find(
    ({ clientId, clientSecret }) => clientId === client_id && clientSecret === client_secret,
  );
  if (client === undefined) {
    return { status: 401, body: { responseCode: "4017300", responseMessage: "Unauthorized" } };
  }
  const number = state.tokens.size + 1;
  const accessToken = `T0k3n-${number}`;
  const expiresAt = clock.now().getTime() + tokenLifeSeconds * 1000;
  const commit = {
    what: "token issued",
    debit: 0,
    subject: `token ${number}`,
    apply: () => state.tokens.set(accessToken, { client, expiresAt }),
  };
  const success = { responseCode: "2007300", responseMessage: "Successful", tokenType: "Bearer" };
  return { status: 200, body: { accessToken, expiresIn: tokenLifeSeconds, ...success }, commit };
}

function show(
  { ntpd, paid: _, debitedEachTime: __, amount, ...others }: BphtbBill,
  state: BphtbState,
  message_id: string,
): Reply {
  const payment_status = state.paid.has(ntpd) ? "paid" : "unpaid";
  const data = { ...others, amount: String(amount), payment_status, sk_type: "sspd" };
  return { status: 200, body: { status_code: 200, status: true, message_code: "2002400", message_id, data } };
}

function pay(seed: BphtbSeed, state: BphtbState, bill: BphtbBill, fields: ReceivedRequest["fields"]): Reply {
  const missing = paymentFields.find((name) => !fields[name]);
  if (missing !== undefined) return answerUndocumented(seed, `${missing} required`);
  const payment = Object.fromEntries(paymentFields.map((name) => [name, String(fields[name])])) as BphtbPayment;
  const { ntpd, bank_perseption, refference_number } = payment;
  if (state.paid.has(ntpd) && !bill.debitedEachTime) return answerUndocumented(seed, "SSPD already paid");
  if (payment.amount !== String(bill.amount)) return answerUndocumented(seed, "amount does not match");
  if (state.payments.has(refference_number)) return answerUndocumented(seed, "refference_number already used");
  const commit = {
    what: "paid",
    debit: bill.amount,
    subject: ntpd,
    apply: () => {
      state.paid.add(ntpd);
      state.payments.set(refference_number, payment);
    },
  };
  const data = { ntpd, bank_perseption, rev_no: refference_number, status: "paid" };
  return { status: 200, body: { status: true, message: "PAYMENT NTPD SSPD SUCCESS", data }, commit };
}

/**
 * The sandbox's own choice: neither the document nor the spec says what a payment is answered that is already made,
 * has another amount, reuses a `refference_number` or lacks a field. The code is one that the spec does not list, so
 * that a client can conclude nothing from it; the seed's `undocumented` makes it another.
 */
function answerUndocumented({ undocumented }: BphtbSeed, message: string): Reply {
  const { httpStatus, messageCode } = undocumented;
  return { status: httpStatus, body: { status: false, message_code: messageCode, message } };
}

/** Numbers as the vendor's look: the time, and a counter. */
function countMessages(clock: Clock): () => string {
  let count = 3_237_747;
  return () => {
    count += 1;
    return `API_CALL_${clock.now().getTime()}00_${count}`;
  };
}
