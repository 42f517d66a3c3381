import {
  type CallOptions,
  type ClientOptions,
  createApi,
  type MoneyRefused,
  type MoneyResult,
  type ReadResult,
  requireText,
  type SettledByCall,
  type WithSettlement,
  withSettlement,
} from "@setor/core";
import { type CheckStatus, type Inquire, type ListProducts, operations, type Pay } from "./generated/operations.js";
import { type Failure, settlePayment } from "./settle.js";

const defaultBaseUrl = "https://klikmbc.co.id/json";

export interface EsamsatOptions extends ClientOptions {
  /** Partner account, issued by MMBC. */
  readonly username: string;
  readonly password: string;
}

/** What `pay` and `settle` resolve to. A `refused` has no `settle`, and an `unknown` has no receipt. */
export type PayResult = WithSettlement<MoneyResult<Pay>, PaymentSettlement> | MoneyRefused<"failure", Failure>;

/** One call to `checkStatus`, read as the outcome of the payment. */
export interface PaymentSettlement extends SettledByCall<PayResult> {}

export interface Esamsat {
  /**
   * Lists the regions and their price rules. Document: "Daftar Daerah e-Samsat".
   * @throws SetorError for an answer that MMBC does not document
   */
  listProducts(input?: ListProducts["input"], options?: CallOptions): Promise<ReadResult<ListProducts>>;
  /**
   * Looks up the bill of one vehicle by NIK and chassis number, and opens the `invoice` that `pay` takes. Amounts are
   * whole rupiah in digits; times are WIB, `yyyy-MM-dd HH:mm:ss`. Document: "Cek Tagihan e-Samsat".
   * @throws TypeError for a wrong argument; SetorError for an answer that MMBC does not document
   */
  inquire(input: Inquire["input"], options?: CallOptions): Promise<ReadResult<Inquire>>;
  /**
   * Pays a bill from the deposit, once. Resolves to `paid` (CONFIRM), `pending` (PENDING), `refunded` (REFUND),
   * `refused`, `not-sent` or `unknown`. Document: "Bayar Tagihan e-Samsat".
   * @throws TypeError for a wrong argument, and nothing else
   */
  pay(input: Pay["input"], options?: CallOptions): Promise<PayResult>;
  /**
   * Asks what became of a payment. `ok` says only that MMBC knows the invoice; `data.status` says where the money is.
   * Document: "Cek Status Invoice e-Samsat".
   * @throws TypeError for a wrong argument; SetorError for an answer that MMBC does not document
   */
  checkStatus(input: CheckStatus["input"], options?: CallOptions): Promise<ReadResult<CheckStatus>>;
}

/**
 * Creates a client for MMBC e-Samsat. MMBC also checks the caller's IP address.
 * @throws TypeError for a missing credential or an unusable option
 */
export function createEsamsat({ username, password, ...options }: EsamsatOptions): Esamsat {
  requireText("createEsamsat", "username", username, "the account that MMBC issued");
  requireText("createEsamsat", "password", password, "the password of that account");
  const api = createApi({
    factory: "createEsamsat",
    baseUrl: options.baseUrl ?? defaultBaseUrl,
    options,
    secrets: { username, password },
  });
  return {
    listProducts: (input = {}, call) => api.read(operations.listProducts, input, call),
    inquire: (input, call) => api.read(operations.inquire, input, call),
    async pay(input, call) {
      const sentAt = api.now();
      const result = await api.money(operations.pay, input, call);
      return withSettlement(result, settlePayment(api, input.invoice, sentAt));
    },
    checkStatus: (input, call) => api.read(operations.checkStatus, input, call),
  };
}
