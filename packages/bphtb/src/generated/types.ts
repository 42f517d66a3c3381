// Generated from specs/bphtb/openapi.yaml by `pnpm codegen`. Do not edit.
/**
 * What `findSspd` takes.
 * @see "GET | Find SSPD" in the vendor's document
 */
export interface FindSspdInput {
    /**
     * NTPD of the bill.
     * @example 1209411011001249943
     */
    readonly ntpd: string;
}
/**
 * What `paySspd` takes.
 * @see "POST | Payment" in the vendor's document
 */
export interface PaySspdInput {
    /**
     * NTPD (Nomor Transaksi Penerimaan Daerah), 19 digits; the number by which a bill, and by the document's words a payment receipt, is found. Larger than a number can hold exactly; always a string.
     * @example 1209411011001249943
     */
    readonly ntpd: string;
    /**
     * Whole rupiah, digits only, no `.` and no `,`; as `findSspd` gives it. A string, though the document says "Numeric".
     * @example 196000000
     */
    readonly amount: string;
    /**
     * How it was paid. An open list; the document names Teller, Payment, Virtual Account and PPOB. No `/`.
     * @example Teller
     */
    readonly payment_method: string;
    /**
     * Bank persepsi, the bank that took the money. An open list; the document names BNKMANDIRI, BNKBRI, BNKSUMUT and BNKBNI. No `/`.
     * @example BNKMANDIRI
     */
    readonly bank_perseption: string;
    /**
     * The caller's own number of this payment, unique ("Information payment validation (unique)"); never a second number for the same payment. No `/`.
     * @example 20240926001
     */
    readonly refference_number: string;
    /**
     * Channel of the payment. An open list; the document names Teller, ATM, Mobile, EDC and Ecommerce. No `/`.
     * @example Teller
     */
    readonly channel_reffrence: string;
    /**
     * When the taxpayer paid, in WIB (UTC+7), `yyyy-MM-dd HH:mm:ss.SSS`, 24 hours.
     * @example 2024-09-26 13:02:51.000
     */
    readonly payment_date: string;
    /**
     * Free text; may be empty or left out. ASCII, no `/`.
     * @example
     */
    readonly description?: string;
}
/**
 * A token.
 * @see "Authentication" in the vendor's document
 */
export interface Token {
    /**
     * The token, visible ASCII; sent as the bearer of every other call, and signed.
     * @example c0nt0hT0k3nUntukDokumentasi0123456789abcdE
     */
    readonly accessToken: string;
    /**
     * Seconds that the token lasts. A number in the document; digits in a string are read too.
     * @example 900
     */
    readonly expiresIn: number | string;
    /**
     * SNAP code; HTTP status 200, service 73, case 00.
     * @example 2007300
     * @constant
     */
    readonly responseCode?: "2007300";
    /**
     * The vendor's words.
     * @example Successful
     */
    readonly responseMessage?: string;
    /**
     * Kind of token; Bearer.
     * @example Bearer
     */
    readonly tokenType?: string;
}
/** The request was not understood. */
export type TokenBadRequest = TokenRefusal & {
    /** @example 4007300 */
    readonly responseCode?: string;
};
/** Unknown client or wrong secret. */
export type TokenUnauthorized = TokenRefusal & {
    /** @example 4017300 */
    readonly responseCode?: string;
};
/**
 * The bill behind an NTPD.
 * @see "GET | Find SSPD" in the vendor's document
 */
export interface Sspd {
    /**
     * The HTTP status again.
     * @example 200
     * @constant
     */
    readonly status_code?: 200;
    /**
     * The call succeeded. Says nothing about money.
     * @example true
     * @constant
     */
    readonly status: true;
    /**
     * HTTP status 200, service 24, case 00.
     * @example 2002400
     * @constant
     */
    readonly message_code: "2002400";
    /**
     * The vendor's own number of this call.
     * @example API_CALL_172727454221292_3237748
     */
    readonly message_id?: unknown;
    /** The bill. */
    readonly data: {
        /**
         * The NTPD that was asked about, where it is named; any other makes the bill somebody else's. The document's sample has none.
         * @example 1209411011001249943
         */
        readonly ntpd?: string | number | null;
        /**
         * What is to be paid, whole rupiah, digits only.
         * @example 10000000
         */
        readonly amount: string;
        /**
         * Name of the bill.
         * @example SSPD BPHTB 2024
         */
        readonly description?: unknown;
        /**
         * NOP (Nomor Objek Pajak) of the land, 18 digits.
         * @example 990908001200301220
         */
        readonly nop?: unknown;
        /**
         * Whether the bill is paid.
         * @example unpaid
         * @enum {string}
         */
        readonly payment_status: "unpaid" | "paid";
        /**
         * Registration number of the slip.
         * @example 01249959
         */
        readonly registration_number?: unknown;
        /**
         * Kind of document; sspd.
         * @example sspd
         */
        readonly sk_type?: unknown;
        /**
         * Address of the taxpayer.
         * @example JL. ANGGREK NO.999
         */
        readonly taxpayer_address?: unknown;
        /**
         * Name of the taxpayer.
         * @example CONTOH BR CONTOH
         */
        readonly taxpayer_name?: unknown;
        /**
         * Tax year, four digits.
         * @example 2024
         */
        readonly year?: unknown;
    };
}
/**
 * There was no `X-Timestamp`.
 * @see "ERRORS" in the vendor's document
 */
export type TimestampRequired = Refusal & {
    /**
     * Always 4002401.
     * @example 4002401
     * @constant
     */
    readonly message_code?: "4002401";
};
/**
 * `X-Timestamp` is malformed, or too far from the vendor's clock.
 * @see "ERRORS" in the vendor's document
 */
export type TimestampInvalid = Refusal & {
    /**
     * Always 4002402.
     * @example 4002402
     * @constant
     */
    readonly message_code?: "4002402";
};
/**
 * There was no `X-Signature`.
 * @see "ERRORS" in the vendor's document
 */
export type SignatureRequired = Refusal & {
    /**
     * Always 4002403.
     * @example 4002403
     * @constant
     */
    readonly message_code?: "4002403";
};
/**
 * `X-Signature` does not match; wrong secret, or another path or body was signed.
 * @see "ERRORS" in the vendor's document
 */
export type SignatureInvalid = Refusal & {
    /**
     * Always 4002404.
     * @example 4002404
     * @constant
     */
    readonly message_code?: "4002404";
};
/** The token is wrong or has expired. HTTP 401 says so, and the vendor's words beside it. */
export interface Unauthorized {
    /**
     * The vendor's code, if there is one.
     * @example 4012400
     */
    readonly message_code?: string | null;
    /**
     * The call failed, where it says so.
     * @example false
     * @enum {boolean|null}
     */
    readonly status?: false | null;
    /**
     * The vendor's words, if there are any.
     * @example Unauthenticated.
     */
    readonly message: unknown;
    /** Nothing, or what does not say paid. */
    readonly data?: RefusedData;
}
/**
 * No bill with this NTPD.
 * @see "ERRORS" in the vendor's document
 */
export type NotFound = Refusal & {
    /**
     * Always 4042401.
     * @example 4042401
     * @constant
     */
    readonly message_code?: "4042401";
};
/**
 * Paid.
 * @see "POST | Payment" in the vendor's document
 */
export interface Payment {
    /**
     * 200, where there is one at all.
     * @example 200
     * @enum {integer|null}
     */
    readonly status_code?: 200 | null;
    /**
     * 2002400, where there is one at all.
     * @example 2002400
     * @enum {string|null}
     */
    readonly message_code?: "2002400" | null;
    /**
     * The call succeeded.
     * @example true
     * @constant
     */
    readonly status: true;
    /**
     * The vendor's words.
     * @example PAYMENT NTPD SSPD SUCCESS
     */
    readonly message?: unknown;
    /** The payment. */
    readonly data: {
        /**
         * The NTPD that was paid; any other makes the answer somebody else's.
         * @example 1209411011001249943
         */
        readonly ntpd: string;
        /**
         * The bank that took the money.
         * @example BNKMANDIRI
         */
        readonly bank_perseption?: unknown;
        /**
         * The `refference_number` that was sent; any other makes the answer somebody else's.
         * @example 20240926001
         */
        readonly rev_no: string;
        /**
         * Always paid.
         * @example paid
         * @constant
         */
        readonly status: "paid";
    };
}
/** A refusal of the token endpoint, assumed to follow SNAP. */
export interface TokenRefusal {
    /**
     * SNAP code: HTTP status, service 73, case.
     * @example 4017300
     */
    readonly responseCode: string;
    /**
     * The vendor's words.
     * @example Unauthorized
     */
    readonly responseMessage?: string;
}
/** A refusal. Only `message_code` is certain to be there. */
export interface Refusal {
    /**
     * The HTTP status again.
     * @example 400
     */
    readonly status_code?: number;
    /**
     * The call failed.
     * @example false
     * @constant
     */
    readonly status?: false;
    /**
     * HTTP status, service 24, case: seven digits.
     * @example 4002404
     */
    readonly message_code: string;
    /**
     * The vendor's own number of this call.
     * @example API_CALL_172727454221292_3237748
     */
    readonly message_id?: unknown;
    /**
     * The vendor's words.
     * @example X-Signature Invalid
     */
    readonly message?: unknown;
    /** Nothing, or what does not say paid. */
    readonly data?: RefusedData;
}
/** Nothing, or what does not say paid. */
export type RefusedData = Refused & (Record<string, never> | Refused[] | null);
/** What does not say paid, and names no other bill. A refusal that says paid contradicts itself and proves nothing. */
export interface Refused {
    /**
     * The NTPD that was sent, where there is one at all; any other makes the refusal somebody else's.
     * @example 1209411011001249943
     */
    readonly ntpd?: string | number | null;
    /**
     * unpaid, where there is one at all.
     * @example unpaid
     * @enum {string|null}
     */
    readonly status?: "unpaid" | "" | null;
    /**
     * unpaid, where there is one at all.
     * @example unpaid
     * @enum {string|null}
     */
    readonly payment_status?: "unpaid" | "" | null;
}
