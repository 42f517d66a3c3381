import type { CreateInvoice } from "../generated/operations.js";
import type { QrisMerchantAccount } from "./payload.js";

/** What was asked for, the input of `createInvoice` will do, and what is known of the merchant. */
export interface ExpectedInvoice extends Pick<CreateInvoice["input"], "cliTrxAmount" | "useTip"> {
  /** The NMID on the merchant's contract. Without it only the answer's own `qris_nmid` is compared. */
  readonly nmid?: string | undefined;
  /** Where the money goes (26 to 45), for example the account of a QR that was paid and arrived. */
  readonly account?: Partial<Pick<QrisMerchantAccount, "gui" | "mpan" | "merchantId">> | undefined;
  /** The name that the wallet shows (59), letter by letter; it has room for 25. */
  readonly merchantName?: string | undefined;
  /** The city that the wallet shows (60), letter by letter; it has room for 15. */
  readonly city?: string | undefined;
}
