import {
  aCredential,
  type CallOptions,
  type ClientOptions,
  checkClientOptions,
  createApi,
  createSettlement,
  defaultTransportMs,
  milliseconds,
  type ReadResult,
  type SettleOptions,
  type SettleUntilOptions,
} from "@setor/core";
import { type CheckStatus, type Inquire, type ListProducts, operations } from "./generated/operations.js";
import type { CheckStatusInput, InquireInput, PayInput } from "./generated/types.js";
import type { PaymentAttempt, PayResult } from "./results.js";
import { judge } from "./settle.js";

const defaultBaseUrl = "https://klikmbc.co.id/json";

/** What `createEsamsat` takes. */
export interface EsamsatOptions extends ClientOptions {
  /** Partner account, issued by MMBC. */
  readonly username: string;
  /** Password of that account. */
  readonly password: string;
  /**
   * How long MMBC may work on a payment after it has arrived, in milliseconds; 60,000 by default, which is one reading of
   * the document's "maksimal timeout". FAILURE is final only for what was asked after that and `transportMs`.
   */
  readonly finalAfterMs?: number;
  /** How long what was sent can take to arrive, in milliseconds; 125,000 by default, which is Linux's. */
  readonly transportMs?: number;
}

/** The calls of MMBC e-Samsat. */
export interface Esamsat {
  /**
   * Lists the regions and their price rules.
   * @throws SetorError for an answer that MMBC does not document
   * @see "Daftar Daerah e-Samsat" in MMBC's document
   */
  listProducts(input?: ListProducts["input"], options?: CallOptions): Promise<ReadResult<ListProducts>>;
  /**
   * Looks up the bill of one vehicle by NIK and chassis number, and opens the `invoice` that `pay` takes. Amounts are
   * whole rupiah in digits; times are WIB, `yyyy-MM-dd HH:mm:ss`. A bill of another product or chassis is not taken.
   * @throws TypeError for a wrong argument; SetorError for an answer that MMBC does not document
   * @see "Cek Tagihan e-Samsat" in MMBC's document
   */
  inquire(input: InquireInput, options?: CallOptions): Promise<ReadResult<Inquire>>;
  /**
   * Pays a bill from the deposit, once. Resolves to `paid` (CONFIRM), `pending` (PENDING), `refunded` (REFUND),
   * `refused`, `not-sent` or `unknown`.
   * @throws TypeError for a wrong argument, and nothing else
   * @see "Bayar Tagihan e-Samsat" in MMBC's document
   */
  pay(input: PayInput, options?: CallOptions): Promise<PayResult>;
  /**
   * Asks what became of a payment. `ok` says only that MMBC knows the invoice; `data.status` says where the money is.
   * @throws TypeError for a wrong argument; SetorError for an answer that MMBC does not document
   * @see "Cek Status Invoice e-Samsat" in MMBC's document
   */
  checkStatus(input: CheckStatusInput, options?: CallOptions): Promise<ReadResult<CheckStatus>>;
  /**
   * Asks MMBC once what became of an attempt, one that this client made or that comes out of your store. Resolves to the
   * same states as `pay`; FAILURE is `refused` only when it is asked after `transportMs` and `finalAfterMs`, and
   * `unknown` before.
   * @throws TypeError for what is no attempt, and nothing else
   */
  settle(attempt: PaymentAttempt, options?: SettleOptions): Promise<PayResult>;
  /**
   * Asks again and again, with pauses of 5 to 60 seconds, until the attempt is settled, `signal` aborts or `untilMs` is
   * over; what was found last is then still open.
   * @throws TypeError for what is no attempt, and nothing else
   */
  settleUntil(attempt: PaymentAttempt, options?: SettleUntilOptions): Promise<PayResult>;
}

/**
 * Creates a client for MMBC e-Samsat. MMBC also checks the caller's IP address.
 * @throws TypeError for a missing credential or an unusable option
 */
export function createEsamsat(options: EsamsatOptions): Esamsat {
  checkClientOptions("createEsamsat", options, {
    username: aCredential,
    password: aCredential,
    finalAfterMs: milliseconds,
    transportMs: milliseconds,
  });
  const { username, password, finalAfterMs = operations.pay.finalAfterMs, transportMs = defaultTransportMs } = options;
  const api = createApi({
    factory: "createEsamsat",
    baseUrl: options.baseUrl ?? defaultBaseUrl,
    options,
    operations,
    secrets: {
      username: { option: "username", value: username, advice: "the account that MMBC issued" },
      password: { option: "password", value: password, advice: "the password of that account" },
    },
  });
  const settlement = createSettlement(api, {
    operation: "pay",
    fields: ["invoice"],
    paceMs: 5_000,
    transportMs,
    finalAfterMs,
    ask: ({ invoice }: PaymentAttempt, call) => api.call(operations.checkStatus, { invoice }, call),
    judge,
  });
  return {
    listProducts: (input = {}, call) => api.call(operations.listProducts, input, call),
    inquire: (input, call) => api.call(operations.inquire, input, call),
    pay: (input, options) =>
      api.prepare(operations.pay, input, options, async (call) => {
        const { invoice } = call.fields;
        const attempt = { id: call.attemptId, operation: "pay", sentAt: api.now().toISOString(), invoice } as const;
        return settlement.track(await call.send(), attempt);
      }),
    checkStatus: (input, call) => api.call(operations.checkStatus, input, call),
    settle: settlement.settle,
    settleUntil: settlement.settleUntil,
  };
}
