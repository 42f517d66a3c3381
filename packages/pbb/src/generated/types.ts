// Generated from specs/pbb/openapi.yaml by `pnpm codegen`. Do not edit.
export interface paths {
    "/sppt/{nop}/{thn}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up the bill of one property and year
         * @description Finds the SPPT of a NOP for one tax year, with the denda of this moment. Nothing changes.
         *
         *     It never says whether the bill is paid, cancelled or nil: any row that exists answers code 1 with its full
         *     `pokok`. It therefore cannot settle an unknown `pay`. A NOP with dots, or shorter than 18 digits, is code 10; of
         *     a longer one the service reads the first 18.
         *
         *     When the database cannot be reached at all, the answer is an empty HTTP 200 and not code 4; that is never an
         *     answer.
         */
        get: operations["inquire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bayar/{nop}/{thn}/{tglBayar}/{jamBayar}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Record the payment of a bill
         * @description Records that the bill of `nop` and `thn` was paid. The caller sends no amount: `pokok` is what the database
         *     holds at this moment, and `sanksi` goes by `tglBayar`. It can differ from the `denda` of `inquire` in both
         *     directions; compare the two.
         *
         *     Only code 1 with an NTPD is paid; code 1 with `null` inside `byrSppt` is not. **Code 4 is unknown**: it
         *     means a NOP that does not exist as well as a payment that was stored before its NTPD could be logged, and
         *     no NTPD comes back with which to reverse it. Code 5 is unknown for the same reason.
         *
         *     Never repeat this call. Recording a payment does not itself mark the bill as paid, so a repetition can be
         *     recorded a second time. Of a NOP longer than 18 digits the first 18 are paid, and the answer is code 4.
         *
         *     When the database cannot be reached at all, the answer is an empty HTTP 200: unknown. HTTP 500 is unknown too;
         *     it is known from a `tglBayar` that is not a real date, such as 29 February of a common year.
         */
        get: operations["pay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reversal/{nop}/{thn}/{ntpd}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Take a recorded payment back
         * @description Deletes the payment that carries this NTPD and makes the bill payable again. The NTPD is part of the path and
         *     may hold spaces and other characters: percent-encode it. The slash at the end keeps a dot in it: without the
         *     slash, which the document does not print, the service cuts the NTPD at its last dot and answers code 10.
         *
         *     **Send it once, whatever comes back.** The payment is found by its place among the payments of the bill, and
         *     deleted before the reversal is logged. A second reversal by the same NTPD therefore deletes what stands at that
         *     place by then, also a payment that was recorded since, marks the bill as unpaid, and answers code 4. After
         *     `reversed` throw the NTPD away; after an unknown one repeat nothing and do not pay the bill again before the
         *     regional government has looked.
         *
         *     Code 4 is unknown, unless its message says that the payment was recorded twice ("Data tersebut Ganda").
         *
         *     The document limits reversals to 24 hours (code 33); no known build enforces it.
         *
         *     When the database cannot be reached at all, the answer is an empty HTTP 200: unknown.
         */
        get: operations["reverse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Nomor Objek Pajak, 18 digits without separators: province 2, district 2, kecamatan 3, kelurahan 3, block 3, number 4, kind 1.
         * @example 992901000100100010
         */
        Nop: string;
        /**
         * @description Tax year (tahun pajak), 4 digits.
         * @example 2013
         */
        Thn: string;
        /**
         * @description Tax year (tahun pajak), 4 digits. Wider than that of `pay`, because the document itself sends `2p16` to show code 36.
         * @example 2013
         */
        InquiryThn: string;
        /**
         * @description Date of payment in the server's time zone (presumably WIB), ddMMyyyy. It decides `sanksi`, and is all that the database keeps of the moment of payment.
         * @example 20012017
         */
        TglBayar: string;
        /**
         * @description Time of payment in the server's time zone (presumably WIB), HHmm, 24 hours. Only checked against the server's clock; a caller whose clock runs a minute ahead gets code 32.
         * @example 1015
         */
        JamBayar: string;
        /**
         * @description Nomor Transaksi Pajak Daerah, opaque; 21 characters where the owner's name has up to 9 letters, 22 from 10 letters on, 20 to 24 at all. Built from the date, the owner's name and the bill; its 5th character is the last of the name, so it may be a space or a dot. With `nop` and `thn` it is all that a reversal takes.
         * @example 2017OA74615WA20051001
         */
        Ntpd: string;
        /**
         * @description The NOP that was sent; any other makes the answer somebody else's.
         * @example 992901000100100010
         */
        EchoedNop: string;
        /**
         * @description The tax year that was sent, as text; any other makes the answer somebody else's.
         * @example 2013
         */
        EchoedThn: string;
        /**
         * @description Whole rupiah.
         * @example 35750
         */
        Rupiah: number;
        /**
         * @description Name of the taxpayer (wajib pajak).
         * @example WARSITO
         */
        OwnerName: string | null;
        /**
         * @description Where the property (objek pajak) lies, "KELURAHAN - KECAMATAN".
         * @example CONTOHJAYA - MELUR
         */
        PropertyAddress: string | null;
        /** @description Handed over as it came. Whatever stands there, nothing is concluded from it, so that it cannot hide a payment. */
        Descriptive: unknown;
        /** @description The bill of one property and year, whether paid or not. */
        Sppt: {
            nop: components["schemas"]["EchoedNop"];
            thn: components["schemas"]["EchoedThn"];
            nama?: components["schemas"]["OwnerName"];
            alamatOp?: components["schemas"]["PropertyAddress"];
            /** @description Principal of the tax, whole rupiah. Also of a bill that is already paid. */
            pokok: components["schemas"]["Rupiah"];
            /** @description Penalty at this moment: 2 % of `pokok` for each month begun, rounded up to the whole rupiah, from the day after jatuh tempo, 15 months (30 %) at most; 0 for tax years up to 2013. It counts the time of day and `pay` does not: on the last day of such a month it is one month (2 %) more than `pay` records. */
            denda: components["schemas"]["Rupiah"];
        };
        /** @description The payment as it was recorded. */
        ByrSppt: {
            nop: components["schemas"]["EchoedNop"];
            thn: components["schemas"]["EchoedThn"];
            /**
             * @description Nomor Transaksi Pajak Daerah, the receipt. Opaque; 21 or 22 characters as a rule, 20 to 24 at all. The same bill with the same date of payment, recorded in the same minute, gets the same one.
             * @example 2017OA74615WA20051001
             */
            ntpd: string;
            /**
             * @description Budget code (mata anggaran) of the principal.
             * @example 4.1.1.11.01
             */
            mataAnggaranPokok?: components["schemas"]["Descriptive"];
            /** @description Principal that was recorded as paid, whole rupiah. */
            pokok: components["schemas"]["Rupiah"];
            /**
             * @description Budget code (mata anggaran) of the penalty. The WAR build repeats `mataAnggaranPokok` here; the later build reads a code of its own.
             * @example 4.1.1.11.01
             */
            mataAnggaranSanksi?: components["schemas"]["Descriptive"];
            /** @description Penalty (denda) that was recorded as paid, whole rupiah; by the rule of `denda`, at midnight of `tglBayar`. */
            sanksi: components["schemas"]["Rupiah"];
            /**
             * @description Name of the taxpayer (wajib pajak).
             * @example WARSITO
             */
            namaWp?: components["schemas"]["Descriptive"];
            /**
             * @description Where the property (objek pajak) lies, "KELURAHAN - KECAMATAN".
             * @example CONTOHJAYA - MELUR
             */
            alamatOp?: components["schemas"]["Descriptive"];
        };
        /** @description The payment that was taken back. */
        RevPembayaran: {
            nop: components["schemas"]["EchoedNop"];
            thn: components["schemas"]["EchoedThn"];
            /**
             * @description The NTPD that was sent; any other makes the answer somebody else's.
             * @example 2017OA74615WA20051001
             */
            ntpd: string;
        };
        /** @description What every answer carries. */
        Answer: {
            /**
             * @description What happened, a JSON integer. The document writes 1, 3, 4 and 5 as 01, 03, 04 and 05.
             * @example 1
             */
            code: number;
            /**
             * @description The same in Indonesian. Casing differs between builds.
             * @example Data ditemukan
             */
            message?: components["schemas"]["Descriptive"];
        };
        /** @description No bill came back. */
        InquiryFailure: components["schemas"]["Answer"] & {
            /**
             * @description Always null.
             * @example null
             */
            sppt: null;
        };
        /** @description No receipt came back. */
        PaymentFailure: components["schemas"]["Answer"] & {
            /**
             * @description Always null.
             * @example null
             */
            byrSppt: null;
        };
        /** @description No reversal was confirmed. */
        ReversalFailure: components["schemas"]["Answer"] & {
            /**
             * @description Always null.
             * @example null
             */
            revPembayaran: null;
        };
        /** @description The bill exists. Says nothing about its payment. */
        BillFound: components["schemas"]["Answer"] & {
            /**
             * @example 1
             * @constant
             */
            code?: 1;
            sppt: components["schemas"]["Sppt"];
        };
        /** @description There is no such NOP in that tax year. */
        BillNotFound: components["schemas"]["InquiryFailure"] & {
            /**
             * @example 10
             * @constant
             */
            code?: 10;
        };
        /** @description The tax year is not a number. */
        InquiryYearNotNumeric: components["schemas"]["InquiryFailure"] & {
            /**
             * @example 36
             * @constant
             */
            code?: 36;
        };
        /** @description The service could not read its database. When it cannot reach it at all, the body is empty instead. */
        InquiryServerError: components["schemas"]["InquiryFailure"] & {
            /**
             * @example 4
             * @constant
             */
            code?: 4;
        };
        /** @description The request code is wrong. Listed in section 4; no known build sends it. */
        InquiryUnknownRequest: components["schemas"]["InquiryFailure"] & {
            /**
             * @example 34
             * @constant
             */
            code?: 34;
        };
        /** @description The tax period (masa pajak) is not a number. Listed in section 4; no known build sends it. */
        InquiryPeriodNotNumeric: components["schemas"]["InquiryFailure"] & {
            /**
             * @example 35
             * @constant
             */
            code?: 35;
        };
        /** @description The payment is recorded. */
        Recorded: components["schemas"]["Answer"] & {
            /**
             * @example 1
             * @constant
             */
            code?: 1;
            byrSppt: components["schemas"]["ByrSppt"];
        };
        /** @description The date and time of payment lie after the server's, to the minute. */
        PaidInFuture: components["schemas"]["PaymentFailure"] & {
            /**
             * @example 32
             * @constant
             */
            code?: 32;
        };
        /** @description The bill is already paid, or there is nothing to pay. After a lost answer this can mean that the first attempt was recorded. */
        AlreadyPaid: components["schemas"]["PaymentFailure"] & {
            /**
             * @example 13
             * @constant
             */
            code?: 13;
        };
        /** @description The bill was cancelled. Section 4 calls this code nil (nihil). */
        Cancelled: components["schemas"]["PaymentFailure"] & {
            /**
             * @example 3
             * @constant
             */
            code?: 3;
        };
        /** @description The amount is not a number. Listed in section 4; no known build of this call, which takes no amount, sends it. */
        AmountNotNumeric: components["schemas"]["PaymentFailure"] & {
            /**
             * @example 31
             * @constant
             */
            code?: 31;
        };
        /** @description The request code is wrong. Listed in section 4; no known build sends it. */
        PaymentUnknownRequest: components["schemas"]["PaymentFailure"] & {
            /**
             * @example 34
             * @constant
             */
            code?: 34;
        };
        /** @description The tax period (masa pajak) is not a number. Listed in section 4; no known build sends it. */
        PaymentPeriodNotNumeric: components["schemas"]["PaymentFailure"] & {
            /**
             * @example 35
             * @constant
             */
            code?: 35;
        };
        /** @description The tax year is not a number. Listed in section 4; no known build sends it for a payment. */
        PaymentYearNotNumeric: components["schemas"]["PaymentFailure"] & {
            /**
             * @example 36
             * @constant
             */
            code?: 36;
        };
        /** @description Something failed, before or after the payment was recorded; or there is no such NOP in that tax year. */
        PaymentServerError: components["schemas"]["PaymentFailure"] & {
            /**
             * @example 4
             * @constant
             */
            code?: 4;
        };
        /** @description No NTPD could be made, and the payment is recorded before that. Listed in section 4; no known build sends it. */
        NtpdFailed: components["schemas"]["PaymentFailure"] & {
            /**
             * @example 5
             * @constant
             */
            code?: 5;
        };
        /** @description Spring Boot's own error report, of the later build. */
        ErrorReport: {
            /**
             * @description When it happened, milliseconds since 1970 (UTC).
             * @example 1484882100000
             */
            timestamp?: number;
            /**
             * @description The HTTP status.
             * @example 500
             * @constant
             */
            status: 500;
            /**
             * @description The HTTP status in words.
             * @example Internal Server Error
             */
            error?: string;
            /**
             * @description Java class of the exception.
             * @example java.lang.NullPointerException
             */
            exception?: string;
            /**
             * @description Text of the exception.
             * @example No message available
             */
            message?: string;
            /**
             * @description Path of the request, which holds the NOP.
             * @example /bayar/992901000100100010/2013/20012017/1015
             */
            path?: string;
        };
        /** @description The payment is taken back. Its NTPD must not be sent again. */
        Reversed: components["schemas"]["Answer"] & {
            /**
             * @example 1
             * @constant
             */
            code?: 1;
            revPembayaran: components["schemas"]["RevPembayaran"];
        };
        /** @description There is no payment with this NTPD, NOP and tax year. */
        PaymentNotFound: components["schemas"]["ReversalFailure"] & {
            /**
             * @example 10
             * @constant
             */
            code?: 10;
        };
        /** @description The payment is recorded twice, and neither was touched. The one case in which the message decides. */
        DuplicatePayment: components["schemas"]["ReversalFailure"] & {
            /**
             * @example 4
             * @constant
             */
            code?: 4;
            /** @example Data tersebut Ganda */
            message?: string;
        };
        /** @description More than 24 hours have passed. Listed in section 4; no known build enforces it. */
        ReversalTooLate: components["schemas"]["ReversalFailure"] & {
            /**
             * @example 33
             * @constant
             */
            code?: 33;
        };
        /** @description The request code is wrong. Listed in section 4; no known build sends it. */
        ReversalUnknownRequest: components["schemas"]["ReversalFailure"] & {
            /**
             * @example 34
             * @constant
             */
            code?: 34;
        };
        /** @description Something failed, before or after a payment was deleted; or this NTPD was reversed before, and what stood at its place is deleted now. */
        ReversalServerError: components["schemas"]["ReversalFailure"] & {
            /**
             * @example 4
             * @constant
             */
            code?: 4;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    inquire: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Nomor Objek Pajak of the property. */
                nop: components["schemas"]["Nop"];
                /** @description Tax year of the bill. */
                thn: components["schemas"]["InquiryThn"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bill, or a refusal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillFound"] | components["schemas"]["BillNotFound"] | components["schemas"]["InquiryYearNotNumeric"] | components["schemas"]["InquiryServerError"] | components["schemas"]["InquiryUnknownRequest"] | components["schemas"]["InquiryPeriodNotNumeric"];
                };
            };
        };
    };
    pay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Nomor Objek Pajak of the property. */
                nop: components["schemas"]["Nop"];
                /** @description Tax year of the bill. */
                thn: components["schemas"]["Thn"];
                /** @description Day on which the payer paid, ddMMyyyy. */
                tglBayar: components["schemas"]["TglBayar"];
                /** @description Time at which the payer paid, HHmm. */
                jamBayar: components["schemas"]["JamBayar"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of the payment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recorded"] | components["schemas"]["PaidInFuture"] | components["schemas"]["AlreadyPaid"] | components["schemas"]["Cancelled"] | components["schemas"]["AmountNotNumeric"] | components["schemas"]["PaymentUnknownRequest"] | components["schemas"]["PaymentPeriodNotNumeric"] | components["schemas"]["PaymentYearNotNumeric"] | components["schemas"]["PaymentServerError"] | components["schemas"]["NtpdFailed"];
                };
            };
            /** @description The service broke before or while it recorded the payment. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorReport"];
                    "text/html": string;
                };
            };
        };
    };
    reverse: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Nomor Objek Pajak of the property. */
                nop: components["schemas"]["Nop"];
                /** @description Tax year of the bill. */
                thn: components["schemas"]["Thn"];
                /** @description NTPD that `pay` returned. */
                ntpd: components["schemas"]["Ntpd"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of the reversal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reversed"] | components["schemas"]["PaymentNotFound"] | components["schemas"]["DuplicatePayment"] | components["schemas"]["ReversalTooLate"] | components["schemas"]["ReversalUnknownRequest"] | components["schemas"]["ReversalServerError"];
                };
            };
        };
    };
}
