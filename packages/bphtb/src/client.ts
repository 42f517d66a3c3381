import {
  aCredential,
  aFunction,
  type Call,
  type CallOptions,
  type ClientOptions,
  checkClientOptions,
  createApi,
  createSettlement,
  defaultTransportMs,
  hasMethods,
  milliseconds,
  NotSentError,
  type OptionRule,
  type ReadResult,
  type SettleOptions,
  type SettleUntilOptions,
} from "@setor/core";
import { createSigning } from "./authorise.js";
import { type FindSspd, type IssueToken, operations, type PaySspd } from "./generated/operations.js";
import type { FindSspdInput } from "./generated/types.js";
import { type Payment, paymentFields } from "./payment-date.js";
import type { FindSspdResult, PaymentAttempt, PaySspdResult, SettledPayment } from "./results.js";
import { judge } from "./settle.js";
import { type SignedParts, stringToSign } from "./signing.js";
import { withSkew } from "./skew.js";
import { createTokens, type TokenStore } from "./token.js";

const defaultBaseUrl = "https://epad-karo.cloud";

/** What `createBphtb` takes. */
export interface BphtbOptions extends ClientOptions {
  /** Client id, issued by the vendor. */
  readonly clientId: string;
  /** Client secret, issued with it; also the key of the signature. */
  readonly clientSecret: string;
  /** Where the token is kept; in memory by default. */
  readonly tokenStore?: TokenStore;
  /** The path that is signed, from the path of the URL; by default what follows the last `/api/v1`. */
  readonly signedPath?: (path: string) => string;
  /**
   * How long the vendor may work on a payment after it has arrived, in milliseconds, by your own agreement with it: none
   * is documented. Without it a bill that is still unpaid stays `unknown`; with it, it is `refused` when it is looked at
   * after that and `transportMs`.
   */
  readonly finalAfterMs?: number;
  /** How long what was sent can take to arrive, in milliseconds; 125,000 by default, which is Linux's. */
  readonly transportMs?: number;
}

/** What is signed, with the token masked. Holds the values of the request. */
export interface SignatureExplanation extends SignedParts {
  /** The text that is signed. */
  readonly stringToSign: string;
}

/** The calls of epad-karo eBPHTB. */
export interface Bphtb {
  /**
   * Gets a new token, which the other calls then use; they also get one by themselves. `expiresIn` is in seconds.
   * @throws SetorError for an answer that the vendor does not document
   * @see "Authentication" in the vendor's document
   */
  issueToken(input?: IssueToken["input"], options?: CallOptions): Promise<ReadResult<IssueToken>>;
  /**
   * Looks up a bill by its NTPD, 19 digits. `amount` is whole rupiah in digits; `ok` does not mean paid,
   * `data.payment_status` says so. After HTTP 401 it is sent once more, with a new token, within the same deadline. A
   * refusal as `timestamp-invalid` carries `skewMs`.
   * @throws TypeError for a wrong argument; SetorError for an answer that the vendor does not document; NotSentError
   *   also when no token can be had
   * @see "GET | Find SSPD" in the vendor's document
   */
  findSspd(input: FindSspdInput, options?: CallOptions): Promise<FindSspdResult>;
  /**
   * Reports a bill as paid, once. `amount` is whole rupiah in digits, as `findSspd` gives it; `payment_date` is a
   * `Date` or WIB text, `yyyy-MM-dd HH:mm:ss.SSS`. Keep `/` out of texts: it can spoil the signature. Resolves to
   * `paid`, `refused`, `not-sent` or `unknown`.
   * @throws TypeError for a wrong argument, and nothing else
   * @see "POST | Payment" in the vendor's document
   */
  paySspd(input: Payment, options?: CallOptions): Promise<PaySspdResult>;
  /**
   * Says what would be signed for `findSspd` or `paySspd` now, for the vendor's support after `signature-invalid`.
   * Sends nothing; the token is masked.
   * @throws TypeError for a wrong argument
   * @see the signing code under "Authentication" in the vendor's document
   */
  explainSignature(input: FindSspdInput | Payment): SignatureExplanation;
  /**
   * Looks once at the bill of an attempt, one that this client made or that comes out of your store. `paid`: the bill is
   * paid with the amount that was sent, by whomever. Still unpaid, it is `unknown`, or `refused` as `not-recorded` where
   * `finalAfterMs` was given and is over.
   * @throws TypeError for what is no attempt, and nothing else
   */
  settle(attempt: PaymentAttempt, options?: SettleOptions): Promise<SettledPayment>;
  /**
   * Looks again and again, with pauses of 5 to 60 seconds, until the attempt is settled, `signal` aborts or `untilMs` is
   * over; what was found last is then still open.
   * @throws TypeError for what is no attempt, and nothing else
   */
  settleUntil(attempt: PaymentAttempt, options?: SettleUntilOptions): Promise<SettledPayment>;
}

/** A store has two functions. */
const aTokenStore: OptionRule = (value) =>
  hasMethods(value, "get", "set") ? undefined : "must be a store with `get` and `set`";

/**
 * Creates a client for epad-karo eBPHTB.
 * @throws TypeError for a missing credential or an unusable option
 */
export function createBphtb(options: BphtbOptions): Bphtb {
  checkClientOptions("createBphtb", options, {
    clientId: aCredential,
    clientSecret: aCredential,
    tokenStore: aTokenStore,
    signedPath: aFunction,
    finalAfterMs: milliseconds,
    transportMs: milliseconds,
  });
  const { clientId, clientSecret, transportMs = defaultTransportMs } = options;
  const api = createApi({
    factory: "createBphtb",
    baseUrl: options.baseUrl ?? defaultBaseUrl,
    options,
    operations,
    secrets: {
      client_id: { option: "clientId", value: clientId, advice: "the client id that the vendor issued" },
      client_secret: { option: "clientSecret", value: clientSecret, advice: "the secret issued with your client id" },
    },
  });
  const tokens = createTokens(api, options.tokenStore);
  const signing = createSigning(clientSecret, api.now, options.signedPath);
  const settlement = createSettlement(api, {
    operation: "paySspd",
    fields: ["ntpd", "amount"],
    paceMs: 5_000,
    transportMs,
    finalAfterMs: options.finalAfterMs,
    ask: ({ ntpd }: PaymentAttempt, call) => findSspd({ ntpd }, call),
    judge,
  });

  async function find(call: Call<FindSspd>, again = true): Promise<FindSspdResult> {
    const token = await tokens.current(call);
    if (token instanceof NotSentError) throw token;
    if (typeof token !== "string") return token;
    const result = await call.send(signing.authorise(token));
    if (result.ok || result.reason !== "unauthorized") return withSkew(result, api.now());
    await tokens.drop(token);
    return again ? find(call, false) : result;
  }

  async function pay(call: Call<PaySspd>): Promise<PaySspdResult> {
    const token = await tokens.current(call);
    if (token instanceof NotSentError) return { state: "not-sent", attemptId: call.attemptId, error: token };
    if (typeof token !== "string") {
      const { ok: _, ...refusal } = token;
      return { state: "refused", ...refusal };
    }
    const result = await call.send(signing.authorise(token));
    // Also when the answer is a page that proves nothing: the token is of no more use.
    if ("exchange" in result && result.exchange?.status === 401) await tokens.drop(token);
    const { ntpd, amount } = call.fields;
    const sentAt = api.now().toISOString();
    const attempt = { id: call.attemptId, operation: "paySspd", sentAt, ntpd, amount } as const;
    return withSkew(settlement.track(result, attempt), api.now());
  }

  const findSspd: Bphtb["findSspd"] = (input, options) => api.prepare(operations.findSspd, input, options, find);

  return {
    issueToken: tokens.issue,
    findSspd,
    async paySspd(input, options) {
      return api.prepare(operations.paySspd, paymentFields(input), options, pay);
    },
    explainSignature(input) {
      const request =
        // What is no object is refused as an argument of the look-up.
        typeof input === "object" && input !== null && "amount" in input
          ? api.write(operations.paySspd, paymentFields(input))
          : api.write(operations.findSspd, input);
      const parts = signing.parts(request);
      return { ...parts, stringToSign: stringToSign(parts, "***") };
    },
    settle: settlement.settle,
    settleUntil: settlement.settleUntil,
  };
}
