import {
  type Attempt,
  type CallOptions,
  type ClientOptions,
  checkClientOptions,
  createApi,
  type OptionRule,
  type ReadResult,
  requireText,
  type SettledByHand,
  wibParts,
  withSettlement,
} from "@setor/core";
import { type Inquire, operations } from "./generated/operations.js";
import type { InquireInput, PayInput, ReverseInput } from "./generated/types.js";
import { checkPayment, checkReversal } from "./manual-checks.js";
import type { PayResult, ReverseResult } from "./results.js";
import { createSemaphore } from "./semaphore.js";

/** What `createPbb` takes. */
export interface PbbOptions extends ClientOptions {
  /** The regional government's server with the context path; plain HTTP is what the document names. */
  readonly baseUrl: string;
  /**
   * How many calls may be under way at once; 1 by default, and only 1 is safe: the service mixes the answers of
   * concurrent calls up. A call without an answer holds its place until 45 seconds after it was sent. Use one client for
   * each server.
   */
  readonly concurrency?: number;
}

/** The bill that was paid, and when. */
export interface Payment extends Pick<PayInput, "nop" | "thn"> {
  /** When the payer paid, sent to the minute in WIB. Later than the server's clock is refused as `paid-in-future`. */
  readonly paidAt: Date;
}

/** The calls of WS PBB. */
export interface Pbb {
  /**
   * Looks up the bill (SPPT) of a NOP, 18 bare digits (`parseNop`), and tax year, 4 digits. `pokok` and `denda`, as of
   * today, are whole rupiah. A paid bill looks like an unpaid one.
   * @throws TypeError for a wrong argument; SetorError for an answer that the service does not document
   * @see "3.1 Inquiry" in the service's document
   */
  inquire(input: InquireInput, options?: CallOptions): Promise<ReadResult<Inquire>>;
  /**
   * Records that a bill was paid, once. The service sets the amounts: compare `pokok` + `sanksi`, whole rupiah, with
   * those of `inquire`. Resolves to `paid`, `refused`, `not-sent` or `unknown`.
   * @throws TypeError for a wrong argument, and nothing else
   * @see "3.2 Pencatatan Pembayaran" in the service's document
   */
  pay(input: Payment, options?: CallOptions): Promise<PayResult>;
  /**
   * Takes a recorded payment back, once, by the `ntpd` that `pay` returned. Resolves to `reversed`, `refused`,
   * `not-sent` or `unknown`.
   * @throws TypeError for a wrong argument, and nothing else
   * @see "3.3 Reversal Pembayaran" in the service's document
   */
  reverse(input: ReverseInput, options?: CallOptions): Promise<ReverseResult>;
}

const aConcurrency: OptionRule = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 1 ? undefined : "must be a positive whole number, for example 1";

/**
 * Creates a client for WS PBB. The service knows no credentials: the network has to protect it.
 * @throws TypeError for an unusable option
 */
export function createPbb(options: PbbOptions): Pbb {
  checkClientOptions("createPbb", options, { concurrency: aConcurrency });
  const where = "the regional government's URL, for example http://10.0.0.1:8080/Spring-Rest-Hibernate-Pbb";
  requireText("createPbb", "baseUrl", options.baseUrl, where);
  const api = createApi({
    factory: "createPbb",
    baseUrl: options.baseUrl,
    options,
    operations,
    // Every call is a GET, also those that move money: nothing on the way may answer in the service's place.
    headers: { "Cache-Control": "no-store" },
    plainHttp: true,
  });
  const semaphore = createSemaphore(options.concurrency ?? 1);

  function byHand(id: string, operation: string, check: string): SettledByHand {
    const attempt: Attempt = { id, operation, sentAt: api.now().toISOString() };
    return { settlement: "manual", attempt, check };
  }

  return {
    inquire: (input, options) => api.prepare(operations.inquire, input, options, semaphore),
    async pay(payment, options) {
      return api.prepare(operations.pay, wireFields(payment), options, async (call) => {
        const open = byHand(call.attemptId, "pay", checkPayment);
        return withSettlement(await semaphore(call), open);
      });
    },
    reverse: (input, options) =>
      api.prepare(operations.reverse, input, options, async (call) => {
        const open = byHand(call.attemptId, "reverse", checkReversal);
        return withSettlement(await semaphore(call), open);
      }),
  };
}

/** The moment of payment as the path takes it: ddMMyyyy and HHmm, WIB. */
function wireFields(payment: Payment): PayInput {
  try {
    const { paidAt, ...bill } = payment;
    const { year, month, day, hour, minute } = wibParts(paidAt);
    return { ...bill, tglBayar: `${day}${month}${year}`, jamBayar: `${hour}${minute}` };
  } catch {
    const example = 'new Date("2017-01-20T10:15:00+07:00")';
    throw new TypeError(`pay: \`paidAt\` must be a valid Date, for example ${example}`);
  }
}
