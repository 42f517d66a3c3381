// Generated from specs/qris/openapi.yaml by `pnpm codegen`. Do not edit.
/**
 * What `createInvoice` takes.
 * @see "Create Invoice" in the vendor's document
 */
export interface CreateInvoiceInput {
    /**
     * The caller's own number for this sale. Whether a number may be used twice is unknown; use each once. No answer repeats it.
     * @example INV-20200807-0001
     */
    readonly cliTrxNumber: string;
    /**
     * Amount to pay, whole rupiah. Less than Rp100 (OVO, Rp1,000) is reported to be refused. Bank Indonesia caps a QRIS payment at Rp10,000,000 (since 1 March 2022), so no wallet pays more at once; whether an invoice above that is opened is unknown, and issuers may have lower limits.
     * @example 25578
     */
    readonly cliTrxAmount: number;
    /**
     * Whether the wallet asks the payer for a tip. A later edition of the document calls it required; calls without it work.
     * @example no
     * @enum {string}
     */
    readonly useTip?: "yes" | "no";
}
/**
 * What `checkInvoice` takes.
 * @see "Check Invoice" in the vendor's document
 */
export interface CheckInvoiceInput {
    /**
     * The `qris_invoiceid` of the invoice, digits, as text.
     * @example 413255111
     */
    readonly invid: string;
    /**
     * The `cliTrxAmount` that the invoice was created with, whole rupiah.
     * @example 25578
     */
    readonly trxvalue: number;
    /**
     * Date of the transaction in WIB, `yyyy-MM-dd`; the date part of `qris_request_date`. A later edition of the document calls it the date of payment, and Odoo sends a whole UTC time, so how exactly it is compared is unknown.
     * @example 2020-08-07
     */
    readonly trxdate: string;
}
/**
 * An invoice, open to be paid with its QR.
 * @see "Create Invoice, successful response" in the vendor's document
 */
export interface Invoice {
    /**
     * The call succeeded.
     * @example success
     */
    readonly status: "success";
    /** The invoice that was opened. */
    readonly data: {
        /**
         * Text of the QR (EMVCo TLV, BI's QRIS), to be shown unchanged. Trailing spaces of a value count. Carries no expiry.
         * @example 00020101021226680016ID.CO.TELKOM.WWW011893600898025599662702150001952559966270303UMI51440014ID.CO.QRIS.WWW0215ID10200211817450303UMI520457325303360540825578.005502015802ID5916InterActive Corp6013KOTA SURABAYA61056013662130509413255111630439B7
         */
        readonly qris_content: string;
        /**
         * When the QR was issued, WIB, `yyyy-MM-dd HH:mm:ss`. It expires 30 minutes later.
         * @example 2020-08-07 11:13:42
         */
        readonly qris_request_date?: string | null;
        /**
         * InterActive's number of the invoice, digits; `invid` of `checkInvoice`. Sent quoted or as a number; read it as text.
         * @example 413255111
         */
        readonly qris_invoiceid: string | number;
        /**
         * NMID of the merchant at the national QRIS repository, `ID` and digits.
         * @example ID1020021181745
         */
        readonly qris_nmid?: string | null;
    };
    /**
     * Version of the vendor's API, digits. Older answers lack it.
     * @example 2401021030
     */
    readonly qris_api_version_code?: unknown;
}
/**
 * The amount is not accepted.
 * @see "Create Invoice, list of failures (last block)" in the vendor's document
 */
export interface InvalidAmount {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /** Why it failed. */
    readonly data: {
        /**
         * The amount is not accepted.
         * @example invalid amount
         */
        readonly qris_status: string;
    };
}
/**
 * The same, with `data` as plain text.
 * @see "Create Invoice, failed response (first block)" in the vendor's document
 */
export interface InvalidAmountText {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /**
     * The amount is not accepted.
     * @example invalid amount
     */
    readonly data: string;
}
/**
 * `apikey` is wrong.
 * @see "Create Invoice, list of failures (last block)" in the vendor's document
 */
export interface InvalidApiKey {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /** Why it failed. */
    readonly data: {
        /**
         * `apikey` is wrong.
         * @example invalid apikey
         */
        readonly qris_status: string;
    };
}
/** The same, with `data` as plain text. */
export interface InvalidApiKeyText {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /**
     * `apikey` is wrong.
     * @example invalid apikey
     */
    readonly data: string;
}
/**
 * `mID` is wrong.
 * @see "Create Invoice, list of failures (last block)" in the vendor's document
 */
export interface InvalidMerchant {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /** Why it failed. */
    readonly data: {
        /**
         * `mID` is wrong.
         * @example invalid mID
         */
        readonly qris_status: string;
    };
}
/** The same, with `data` as plain text. */
export interface InvalidMerchantText {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /**
     * `mID` is wrong.
     * @example invalid mID
     */
    readonly data: string;
}
/**
 * `cliTrxNumber` is missing or empty. The misspelling is the vendor's.
 * @see "Create Invoice, list of failures (last block)" in the vendor's document
 */
export interface TransactionNumberEmpty {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /** Why it failed. */
    readonly data: {
        /**
         * `cliTrxNumber` is missing or empty. The misspelling is the vendor's.
         * @example transcation number is empty
         */
        readonly qris_status: string;
    };
}
/** The same, with `data` as plain text. */
export interface TransactionNumberEmptyText {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /**
     * `cliTrxNumber` is missing or empty. The misspelling is the vendor's.
     * @example transcation number is empty
     */
    readonly data: string;
}
/**
 * `do` is missing or unknown.
 * @see "Create Invoice, list of failures (last block)" in the vendor's document
 */
export interface UnknownAction {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /** Why it failed. */
    readonly data: {
        /**
         * `do` is missing or unknown.
         * @example what we do for you?
         */
        readonly qris_status: string;
    };
}
/** The same, with `data` as plain text. */
export interface UnknownActionText {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /**
     * `do` is missing or unknown.
     * @example what we do for you?
     */
    readonly data: string;
}
/** A refusal in words that nobody listed. */
export interface Refusal {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /** Why it failed. */
    readonly data: {
        /**
         * Why, in free text in English.
         * @example service under maintenance
         */
        readonly qris_status: string;
    };
}
/** The same, with `data` as plain text. */
export interface RefusalText {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /**
     * Why, in free text in English.
     * @example service under maintenance
     */
    readonly data: string;
}
/**
 * The invoice was paid; `status` and `qris_status` say so, and the fields about the payer decide nothing. Older answers have none of the payer's fields, or not the time.
 * @see "Check Invoice, successful response" in the vendor's document
 */
export interface Paid {
    /**
     * The call succeeded.
     * @example success
     */
    readonly status: "success";
    /** The payment. */
    readonly data: {
        /**
         * paid.
         * @example paid
         * @constant
         */
        readonly qris_status: "paid";
        /**
         * The invoice that was asked about, where it is named; any other makes the answer somebody else's.
         * @example 413255111
         */
        readonly qris_invoiceid?: string | number | null;
        /**
         * Name of the payer.
         * @example WARSITO
         */
        readonly qris_payment_customername?: unknown;
        /**
         * Bank or wallet that paid, for example BCA, BNI or Sakuku. An open list; under QRIS Antarnegara also a foreign one.
         * @example BCA
         */
        readonly qris_payment_methodby?: unknown;
        /**
         * When it was paid, WIB, `yyyy-MM-dd HH:mm:ss`.
         * @example 2020-08-07 11:15:00
         */
        readonly qris_paid_date?: unknown;
    };
    /**
     * Version of the vendor's API, digits. Older answers lack it.
     * @example 2401021030
     */
    readonly qris_api_version_code?: unknown;
}
/**
 * Not paid yet, or expired. The normal answer, although the wire says `failed`.
 * @see "Check Invoice, transaction that was not completed" in the vendor's document
 */
export interface Unpaid {
    /**
     * The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
     * @example failed
     */
    readonly status: "failed";
    /** What is known of the invoice. */
    readonly data: {
        /**
         * unpaid.
         * @example unpaid
         * @constant
         */
        readonly qris_status: "unpaid";
        /**
         * The invoice that was asked about, where it is named; any other makes the answer somebody else's.
         * @example 413255111
         */
        readonly qris_invoiceid?: string | number | null;
    };
}
/**
 * No invoice id arrived. The words stand in `status`, and `data` is an empty list.
 * @see "Check Invoice, failed response (first block)" in the vendor's document
 */
export interface InvoiceIdEmpty {
    /**
     * failed, and why.
     * @example failed, Invoice ID is empty
     */
    readonly status: string;
    /**
     * An empty list in place of an object.
     * @example []
     */
    readonly data: EmptyList;
}
/** The same, with the words in `status` and an empty list as `data`. */
export interface RefusalInStatus {
    /**
     * failed, and why.
     * @example failed, service under maintenance
     */
    readonly status: string;
    /**
     * An empty list in place of an object.
     * @example []
     */
    readonly data: EmptyList;
}
/**
 * An empty list in place of an object.
 * @example []
 */
export type EmptyList = unknown[];
