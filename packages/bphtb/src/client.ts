import {
  type CallOptions,
  type ClientOptions,
  createApi,
  type MoneyRefused,
  type MoneyResult,
  NotSentError,
  type ReadResult,
  requireText,
  type WithSettlement,
  withSettlement,
} from "@setor/core";
import { createSigning } from "./authorise.js";
import { type FindSspd, type IssueToken, operations, type PaySspd } from "./generated/operations.js";
import { type Payment, paymentFields } from "./payment-date.js";
import { type PaymentSettlement, settlePayment } from "./settle.js";
import { type SignedParts, stringToSign } from "./signing.js";
import { createTokens, type TokenRefused, type TokenStore } from "./token.js";

const defaultBaseUrl = "https://epad-karo.cloud";

export interface BphtbOptions extends ClientOptions {
  /** Client id, issued by the vendor. */
  readonly clientId: string;
  /** Client secret, issued with it; also the key of the signature. */
  readonly clientSecret: string;
  /** Where the token is kept; in memory by default. */
  readonly tokenStore?: TokenStore;
  /** The path that is signed, from the path of the URL; by default without a leading `/api/v1`. */
  readonly signedPath?: (path: string) => string;
}

/** What `findSspd` resolves to. */
export type FindSspdResult = ReadResult<FindSspd> | TokenRefused;

/** What `paySspd` resolves to. A `refused` has no `settle`, and an `unknown` has no receipt. */
export type PaySspdResult =
  | WithSettlement<MoneyResult<PaySspd>, PaymentSettlement>
  | MoneyRefused<TokenRefused["reason"], TokenRefused["data"]>;

/** What is signed, with the token masked. Holds the values of the request. */
export interface SignatureExplanation extends SignedParts {
  readonly stringToSign: string;
}

export interface Bphtb {
  /**
   * Gets a new token, which the other calls then use; they also get one by themselves. `expiresIn` is in seconds.
   * Document: "Authentication".
   * @throws SetorError for an answer that the vendor does not document
   */
  issueToken(input?: IssueToken["input"], options?: CallOptions): Promise<ReadResult<IssueToken>>;
  /**
   * Looks up a bill by its NTPD, 19 digits. `amount` is whole rupiah in digits; `ok` does not mean paid,
   * `data.payment_status` says so. After HTTP 401 it is sent once more, with a new token.
   * Document: "GET | Find SSPD".
   * @throws TypeError for a wrong argument; SetorError for an answer that the vendor does not document; NotSentError
   *   also when no token can be had
   */
  findSspd(input: FindSspd["input"], options?: CallOptions): Promise<FindSspdResult>;
  /**
   * Reports a bill as paid, once. `amount` is whole rupiah in digits, as `findSspd` gives it; `payment_date` is a
   * `Date` or WIB text, `yyyy-MM-dd HH:mm:ss.SSS`. Keep `/` out of texts: it can spoil the signature. Resolves to
   * `paid`, `refused`, `not-sent` or `unknown`. Document: "POST | Payment".
   * @throws TypeError for a wrong argument, and nothing else
   */
  paySspd(input: Payment, options?: CallOptions): Promise<PaySspdResult>;
  /**
   * Says what would be signed for `findSspd` or `paySspd` now, for the vendor's support after `signature-invalid`.
   * Sends nothing; the token is masked. Document: the signing code under "Authentication".
   * @throws TypeError for a wrong argument
   */
  explainSignature(input: FindSspd["input"] | Payment): SignatureExplanation;
}

/**
 * Creates a client for epad-karo eBPHTB.
 * @throws TypeError for a missing credential or an unusable option
 */
export function createBphtb({ clientId, clientSecret, tokenStore, signedPath, ...options }: BphtbOptions): Bphtb {
  requireText("createBphtb", "clientId", clientId, "the client id that the vendor issued");
  requireText("createBphtb", "clientSecret", clientSecret, "the secret issued with your client id");
  const api = createApi({
    factory: "createBphtb",
    baseUrl: options.baseUrl ?? defaultBaseUrl,
    options,
    secrets: { client_id: clientId, client_secret: clientSecret },
  });
  const tokens = createTokens(api, options.timeoutMs, tokenStore);
  const signing = createSigning(clientSecret, api.now, signedPath);

  async function find(input: FindSspd["input"], call?: CallOptions, again = true): Promise<FindSspdResult> {
    api.prepare(operations.findSspd, input, call);
    const token = await tokens.current(operations.findSspd, call);
    if (typeof token !== "string") return token;
    const result = await api.read(operations.findSspd, input, call, signing.authorise(token));
    if (result.ok || result.reason !== "unauthorized") return result;
    await tokens.drop(token);
    return again ? find(input, call, false) : result;
  }

  async function pay(payment: PaySspd["input"], call?: CallOptions): Promise<PaySspdResult> {
    api.prepare(operations.paySspd, payment, call);
    const token = await tokens.current(operations.paySspd, call);
    if (typeof token !== "string") {
      const { ok: _, ...refusal } = token;
      return { state: "refused", ...refusal };
    }
    const sentAt = api.now();
    const result = await api.money(operations.paySspd, payment, call, signing.authorise(token));
    if (result.state === "refused" && result.reason === "unauthorized") await tokens.drop(token);
    return withSettlement(result, settlePayment(api, find, payment, sentAt));
  }

  return {
    issueToken: tokens.issue,
    findSspd: (input, call) => find(input, call),
    async paySspd(input, call) {
      try {
        return await pay(paymentFields(input), call);
      } catch (error) {
        if (error instanceof NotSentError) return { state: "not-sent", error };
        throw error;
      }
    },
    explainSignature(input) {
      const request =
        "amount" in input
          ? api.prepare(operations.paySspd, paymentFields(input))
          : api.prepare(operations.findSspd, input);
      const parts = signing.parts(request);
      return { ...parts, stringToSign: stringToSign(parts, "***") };
    },
  };
}
