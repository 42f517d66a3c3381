// Generated from specs/pbb/openapi.yaml by `pnpm codegen`. Do not edit.
/**
 * What `inquire` takes.
 * @see "3.1 Inquiry" in the vendor's document
 */
export interface InquireInput {
    /**
     * Nomor Objek Pajak of the property.
     * @example 992901000100100010
     */
    readonly nop: string;
    /**
     * Tax year of the bill.
     * @example 2013
     */
    readonly thn: string;
}
/**
 * What `pay` takes.
 * @see "3.2 Pencatatan Pembayaran" in the vendor's document
 */
export interface PayInput {
    /**
     * Nomor Objek Pajak of the property.
     * @example 992901000100100010
     */
    readonly nop: string;
    /**
     * Tax year of the bill.
     * @example 2013
     */
    readonly thn: string;
    /**
     * Day on which the payer paid, ddMMyyyy.
     * @example 20012017
     */
    readonly tglBayar: string;
    /**
     * Time at which the payer paid, HHmm.
     * @example 1015
     */
    readonly jamBayar: string;
}
/**
 * What `reverse` takes.
 * @see "3.3 Reversal Pembayaran" in the vendor's document
 */
export interface ReverseInput {
    /**
     * Nomor Objek Pajak of the property.
     * @example 992901000100100010
     */
    readonly nop: string;
    /**
     * Tax year of the bill.
     * @example 2013
     */
    readonly thn: string;
    /**
     * NTPD that `pay` returned.
     * @example 2017OA74615WA20051001
     */
    readonly ntpd: string;
}
/**
 * The bill exists. Says nothing about its payment.
 * @see "3.1.1" in the vendor's document
 */
export type BillFound = Answer & {
    /**
     * @example 1
     * @constant
     */
    readonly code?: 1;
    /** The bill of one property and year, whether paid or not. */
    readonly sppt: Sppt;
};
/**
 * There is no such NOP in that tax year.
 * @see "3.1.3" in the vendor's document
 */
export type BillNotFound = InquiryFailure & {
    /**
     * @example 10
     * @constant
     */
    readonly code?: 10;
};
/**
 * The tax year is not a number.
 * @see "3.1.2" in the vendor's document
 */
export type InquiryYearNotNumeric = InquiryFailure & {
    /**
     * @example 36
     * @constant
     */
    readonly code?: 36;
};
/**
 * The service could not read its database. When it cannot reach it at all, the body is empty instead.
 * @see "3.1.4" in the vendor's document
 */
export type InquiryServerError = InquiryFailure & {
    /**
     * @example 4
     * @constant
     */
    readonly code?: 4;
};
/** The request code is wrong. Listed in section 4; no known build sends it. */
export type InquiryUnknownRequest = InquiryFailure & {
    /**
     * @example 34
     * @constant
     */
    readonly code?: 34;
};
/** The tax period (masa pajak) is not a number. Listed in section 4; no known build sends it. */
export type InquiryPeriodNotNumeric = InquiryFailure & {
    /**
     * @example 35
     * @constant
     */
    readonly code?: 35;
};
/**
 * The payment is recorded.
 * @see "3.2.1" in the vendor's document
 */
export type Recorded = Answer & {
    /**
     * @example 1
     * @constant
     */
    readonly code?: 1;
    /** The payment as it was recorded. */
    readonly byrSppt: ByrSppt;
};
/**
 * The date and time of payment lie after the server's, to the minute.
 * @see "3.2.2" in the vendor's document
 */
export type PaidInFuture = PaymentFailure & {
    /**
     * @example 32
     * @constant
     */
    readonly code?: 32;
};
/**
 * The bill is already paid, or there is nothing to pay. After a lost answer this can mean that the first attempt was recorded.
 * @see "3.2.3" in the vendor's document
 */
export type AlreadyPaid = PaymentFailure & {
    /**
     * @example 13
     * @constant
     */
    readonly code?: 13;
};
/**
 * The bill was cancelled. Section 4 calls this code nil (nihil).
 * @see "3.2.4" in the vendor's document
 */
export type Cancelled = PaymentFailure & {
    /**
     * @example 3
     * @constant
     */
    readonly code?: 3;
};
/** The amount is not a number. Listed in section 4; no known build of this call, which takes no amount, sends it. */
export type AmountNotNumeric = PaymentFailure & {
    /**
     * @example 31
     * @constant
     */
    readonly code?: 31;
};
/** The request code is wrong. Listed in section 4; no known build sends it. */
export type PaymentUnknownRequest = PaymentFailure & {
    /**
     * @example 34
     * @constant
     */
    readonly code?: 34;
};
/** The tax period (masa pajak) is not a number. Listed in section 4; no known build sends it. */
export type PaymentPeriodNotNumeric = PaymentFailure & {
    /**
     * @example 35
     * @constant
     */
    readonly code?: 35;
};
/** The tax year is not a number. Listed in section 4; no known build sends it for a payment. */
export type PaymentYearNotNumeric = PaymentFailure & {
    /**
     * @example 36
     * @constant
     */
    readonly code?: 36;
};
/**
 * Something failed, before or after the payment was recorded; or there is no such NOP in that tax year.
 * @see "3.2.5" in the vendor's document
 */
export type PaymentServerError = PaymentFailure & {
    /**
     * @example 4
     * @constant
     */
    readonly code?: 4;
};
/** No NTPD could be made, and the payment is recorded before that. Listed in section 4; no known build sends it. */
export type NtpdFailed = PaymentFailure & {
    /**
     * @example 5
     * @constant
     */
    readonly code?: 5;
};
/** Spring Boot's own error report, of the later build. */
export interface ErrorReport {
    /**
     * When it happened, milliseconds since 1970 (UTC).
     * @example 1484882100000
     */
    readonly timestamp?: number;
    /**
     * The HTTP status.
     * @example 500
     * @constant
     */
    readonly status: 500;
    /**
     * The HTTP status in words.
     * @example Internal Server Error
     */
    readonly error?: string;
    /**
     * Java class of the exception.
     * @example java.lang.NullPointerException
     */
    readonly exception?: string;
    /**
     * Text of the exception.
     * @example No message available
     */
    readonly message?: string;
    /**
     * Path of the request, which holds the NOP.
     * @example /bayar/992901000100100010/2013/20012017/1015
     */
    readonly path?: string;
}
/**
 * The payment is taken back. Its NTPD must not be sent again.
 * @see "3.3.1" in the vendor's document
 */
export type Reversed = Answer & {
    /**
     * @example 1
     * @constant
     */
    readonly code?: 1;
    /** The payment that was taken back. */
    readonly revPembayaran: RevPembayaran;
};
/**
 * There is no payment with this NTPD, NOP and tax year.
 * @see "3.3.2" in the vendor's document
 */
export type PaymentNotFound = ReversalFailure & {
    /**
     * @example 10
     * @constant
     */
    readonly code?: 10;
};
/**
 * The payment is recorded twice, and neither was touched. The one case in which the message decides.
 * @see "3.3.3" in the vendor's document
 */
export type DuplicatePayment = ReversalFailure & {
    /**
     * @example 4
     * @constant
     */
    readonly code?: 4;
    /** @example Data tersebut Ganda */
    readonly message?: string;
};
/** More than 24 hours have passed. Listed in section 4; no known build enforces it. */
export type ReversalTooLate = ReversalFailure & {
    /**
     * @example 33
     * @constant
     */
    readonly code?: 33;
};
/** The request code is wrong. Listed in section 4; no known build sends it. */
export type ReversalUnknownRequest = ReversalFailure & {
    /**
     * @example 34
     * @constant
     */
    readonly code?: 34;
};
/**
 * Something failed, before or after a payment was deleted; or this NTPD was reversed before, and what stood at its place is deleted now.
 * @see "3.3.4" in the vendor's document
 */
export type ReversalServerError = ReversalFailure & {
    /**
     * @example 4
     * @constant
     */
    readonly code?: 4;
};
/** What every answer carries. */
export interface Answer {
    /**
     * What happened, a JSON integer. The document writes 1, 3, 4 and 5 as 01, 03, 04 and 05.
     * @example 1
     */
    readonly code: number;
    /**
     * The same in Indonesian. Casing differs between builds.
     * @example Data ditemukan
     */
    readonly message?: unknown;
}
/**
 * The bill of one property and year, whether paid or not.
 * @see "3.1 Inquiry" in the vendor's document
 */
export interface Sppt {
    /**
     * The NOP that was sent; any other makes the answer somebody else's.
     * @example 992901000100100010
     */
    readonly nop: string;
    /**
     * The tax year that was sent, as text; any other makes the answer somebody else's.
     * @example 2013
     */
    readonly thn: string;
    /**
     * Name of the taxpayer (wajib pajak).
     * @example WARSITO
     */
    readonly nama?: string | null;
    /**
     * Where the property (objek pajak) lies, "KELURAHAN - KECAMATAN".
     * @example CONTOHJAYA - MELUR
     */
    readonly alamatOp?: string | null;
    /**
     * Principal of the tax, whole rupiah. Also of a bill that is already paid.
     * @example 35750
     */
    readonly pokok: number;
    /**
     * Penalty at this moment: 2 % of `pokok` for each month begun, rounded up to the whole rupiah, from the day after jatuh tempo, 15 months (30 %) at most; 0 for tax years up to 2013. It counts the time of day and `pay` does not: on the last day of such a month it is one month (2 %) more than `pay` records.
     * @example 35750
     */
    readonly denda: number;
}
/** No bill came back. */
export type InquiryFailure = Answer & {
    /**
     * Always null.
     * @example null
     */
    readonly sppt: null;
};
/**
 * The payment as it was recorded.
 * @see "3.2 Pencatatan Pembayaran" in the vendor's document
 */
export interface ByrSppt {
    /**
     * The NOP that was sent; any other makes the answer somebody else's.
     * @example 992901000100100010
     */
    readonly nop: string;
    /**
     * The tax year that was sent, as text; any other makes the answer somebody else's.
     * @example 2013
     */
    readonly thn: string;
    /**
     * Nomor Transaksi Pajak Daerah, the receipt. Opaque; 21 or 22 characters as a rule, 20 to 24 at all. The same bill with the same date of payment, recorded in the same minute, gets the same one.
     * @example 2017OA74615WA20051001
     */
    readonly ntpd: string;
    /**
     * Budget code (mata anggaran) of the principal.
     * @example 4.1.1.11.01
     */
    readonly mataAnggaranPokok?: unknown;
    /**
     * Principal that was recorded as paid, whole rupiah.
     * @example 35750
     */
    readonly pokok: number;
    /**
     * Budget code (mata anggaran) of the penalty. The WAR build repeats `mataAnggaranPokok` here; the later build reads a code of its own.
     * @example 4.1.1.11.01
     */
    readonly mataAnggaranSanksi?: unknown;
    /**
     * Penalty (denda) that was recorded as paid, whole rupiah; by the rule of `denda`, at midnight of `tglBayar`.
     * @example 35750
     */
    readonly sanksi: number;
    /**
     * Name of the taxpayer (wajib pajak).
     * @example WARSITO
     */
    readonly namaWp?: unknown;
    /**
     * Where the property (objek pajak) lies, "KELURAHAN - KECAMATAN".
     * @example CONTOHJAYA - MELUR
     */
    readonly alamatOp?: unknown;
}
/** No receipt came back. */
export type PaymentFailure = Answer & {
    /**
     * Always null.
     * @example null
     */
    readonly byrSppt: null;
};
/**
 * The payment that was taken back.
 * @see "3.3 Reversal Pembayaran" in the vendor's document
 */
export interface RevPembayaran {
    /**
     * The NOP that was sent; any other makes the answer somebody else's.
     * @example 992901000100100010
     */
    readonly nop: string;
    /**
     * The tax year that was sent, as text; any other makes the answer somebody else's.
     * @example 2013
     */
    readonly thn: string;
    /**
     * The NTPD that was sent; any other makes the answer somebody else's.
     * @example 2017OA74615WA20051001
     */
    readonly ntpd: string;
}
/** No reversal was confirmed. */
export type ReversalFailure = Answer & {
    /**
     * Always null.
     * @example null
     */
    readonly revPembayaran: null;
};
