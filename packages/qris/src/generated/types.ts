// Generated from specs/qris/openapi.yaml by `pnpm codegen`. Do not edit.
export interface paths {
    "/restapi/qris/show_qris.php": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Create an invoice and its QR
         * @description Opens an invoice for one amount and answers with the text to show as a QR. Each call opens another one, also
         *     when `cliTrxNumber` is the same, so a lost answer leaves a payable QR behind.
         *
         *     Before showing the QR, compare it with the request: the CRC in tag 63 is right, tag 01 is `12` (dynamic), 53
         *     is `360` (rupiah), 54 is the amount (with decimals, `25578.00`), 51.02 is `qris_nmid`, 62.05 is
         *     `qris_invoiceid`, and `qris_request_date` is about now.
         */
        get: operations["createInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/restapi/qris/checkpaid_qris.php": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether an invoice was paid
         * @description Answers `paid` or `unpaid`. `unpaid` arrives with `status: "failed"` and is not an error; an expired invoice
         *     says it too. The answer repeats neither the invoice nor the amount, and carries no RRN.
         *
         *     The invoice is found by number, amount and date together. One that was created before midnight WIB and paid
         *     after it may be found under the next day's date: ask with both.
         *
         *     InterActive blocks the apikey of those who check too often: at least 15 to 30 seconds between two checks, and
         *     30 checks at most.
         */
        get: operations["checkInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    paymentNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hear of a payment
         * @description InterActive posts a payment to the URL that the merchant has registered with it, and repeats the post until it is
         *     answered with HTTP 200. The vendor's document does not mention it; it is known from one public project.
         *
         *     **It is never a proof.** The post is not signed, so anybody who knows the URL can send one. Answer it, and ask
         *     `checkInvoice` about `invoice` with the amount and the date of your own records; only that answer releases
         *     anything. Take it to be about one of your invoices only if you have opened that number, and expect it twice.
         *
         *     It is the one place where InterActive gives the RRN, by which banks and wallets find a payment.
         */
        post: operations["paymentNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /**
         * @description Merchant number, digits. Kept as text, because it may begin with 0.
         * @example 12345678
         */
        MerchantId: string;
        /** @description Handed over as it came. Whatever stands there, nothing is concluded from it, so that it cannot hide a payment. */
        Descriptive: unknown;
        /**
         * @description Version of the vendor's API, digits. Older answers lack it.
         * @example 2401021030
         */
        VersionCode: unknown;
        /**
         * @description The call succeeded.
         * @example success
         * @constant
         */
        Success: "success";
        /**
         * @description The call was refused, or, beside `qris_status` "unpaid", the invoice is still open.
         * @example failed
         * @constant
         */
        Failed: "failed";
        /** @description An invoice, open to be paid with its QR. */
        Invoice: {
            status: components["schemas"]["Success"];
            data: {
                /**
                 * @description Text of the QR (EMVCo TLV, BI's QRIS), to be shown unchanged. Trailing spaces of a value count. Carries no expiry.
                 * @example 00020101021226680016ID.CO.TELKOM.WWW011893600898025599662702150001952559966270303UMI51440014ID.CO.QRIS.WWW0215ID10200211817450303UMI520457325303360540825578.005502015802ID5916InterActive Corp6013KOTA SURABAYA61056013662130509413255111630439B7
                 */
                qris_content: string;
                /**
                 * @description When the QR was issued, WIB, `yyyy-MM-dd HH:mm:ss`. It expires 30 minutes later.
                 * @example 2020-08-07 11:13:42
                 */
                qris_request_date?: string | null;
                /**
                 * @description InterActive's number of the invoice, digits; `invid` of `checkInvoice`. Sent quoted or as a number; read it as text.
                 * @example 413255111
                 */
                qris_invoiceid: string | number;
                /**
                 * @description NMID of the merchant at the national QRIS repository, `ID` and digits.
                 * @example ID1020021181745
                 */
                qris_nmid?: string | null;
            };
            qris_api_version_code?: components["schemas"]["VersionCode"];
        };
        /** @description The invoice was paid; `status` and `qris_status` say so, and the fields about the payer decide nothing. Older answers have none of the payer's fields, or not the time. */
        Paid: {
            status: components["schemas"]["Success"];
            data: {
                /**
                 * @description paid.
                 * @example paid
                 * @constant
                 */
                qris_status: "paid";
                /**
                 * @description The invoice that was asked about, where it is named; any other makes the answer somebody else's.
                 * @example 413255111
                 */
                qris_invoiceid?: string | number | null;
                /**
                 * @description Name of the payer.
                 * @example WARSITO
                 */
                qris_payment_customername?: components["schemas"]["Descriptive"];
                /**
                 * @description Bank or wallet that paid, for example BCA, BNI or Sakuku. An open list; under QRIS Antarnegara also a foreign one.
                 * @example BCA
                 */
                qris_payment_methodby?: components["schemas"]["Descriptive"];
                /**
                 * @description When it was paid, WIB, `yyyy-MM-dd HH:mm:ss`.
                 * @example 2020-08-07 11:15:00
                 */
                qris_paid_date?: components["schemas"]["Descriptive"];
            };
            qris_api_version_code?: components["schemas"]["VersionCode"];
        };
        /** @description Not paid yet, or expired. The normal answer, although the wire says `failed`. */
        Unpaid: {
            status: components["schemas"]["Failed"];
            data: {
                /**
                 * @description unpaid.
                 * @example unpaid
                 * @constant
                 */
                qris_status: "unpaid";
                /**
                 * @description The invoice that was asked about, where it is named; any other makes the answer somebody else's.
                 * @example 413255111
                 */
                qris_invoiceid?: string | number | null;
            };
        };
        /** @description No invoice id arrived. The words stand in `status`, and `data` is an empty list. */
        InvoiceIdEmpty: {
            /**
             * @description failed, and why.
             * @example failed, Invoice ID is empty
             */
            status: string;
            data: components["schemas"]["EmptyList"];
        };
        /**
         * @description An empty list in place of an object.
         * @example []
         */
        EmptyList: unknown[];
        /**
         * @description The amount is not accepted.
         * @example invalid amount
         */
        InvalidAmountWords: string;
        /** @description The amount is not accepted. */
        InvalidAmount: {
            status: components["schemas"]["Failed"];
            data: {
                qris_status: components["schemas"]["InvalidAmountWords"];
            };
        };
        /** @description The same, with `data` as plain text. */
        InvalidAmountText: {
            status: components["schemas"]["Failed"];
            data: components["schemas"]["InvalidAmountWords"];
        };
        /**
         * @description `apikey` is wrong.
         * @example invalid apikey
         */
        InvalidApiKeyWords: string;
        /** @description `apikey` is wrong. */
        InvalidApiKey: {
            status: components["schemas"]["Failed"];
            data: {
                qris_status: components["schemas"]["InvalidApiKeyWords"];
            };
        };
        /** @description The same, with `data` as plain text. */
        InvalidApiKeyText: {
            status: components["schemas"]["Failed"];
            data: components["schemas"]["InvalidApiKeyWords"];
        };
        /**
         * @description `mID` is wrong.
         * @example invalid mID
         */
        InvalidMerchantWords: string;
        /** @description `mID` is wrong. */
        InvalidMerchant: {
            status: components["schemas"]["Failed"];
            data: {
                qris_status: components["schemas"]["InvalidMerchantWords"];
            };
        };
        /** @description The same, with `data` as plain text. */
        InvalidMerchantText: {
            status: components["schemas"]["Failed"];
            data: components["schemas"]["InvalidMerchantWords"];
        };
        /**
         * @description `cliTrxNumber` is missing or empty. The misspelling is the vendor's.
         * @example transcation number is empty
         */
        TransactionNumberEmptyWords: string;
        /** @description `cliTrxNumber` is missing or empty. The misspelling is the vendor's. */
        TransactionNumberEmpty: {
            status: components["schemas"]["Failed"];
            data: {
                qris_status: components["schemas"]["TransactionNumberEmptyWords"];
            };
        };
        /** @description The same, with `data` as plain text. */
        TransactionNumberEmptyText: {
            status: components["schemas"]["Failed"];
            data: components["schemas"]["TransactionNumberEmptyWords"];
        };
        /**
         * @description `do` is missing or unknown.
         * @example what we do for you?
         */
        UnknownActionWords: string;
        /** @description `do` is missing or unknown. */
        UnknownAction: {
            status: components["schemas"]["Failed"];
            data: {
                qris_status: components["schemas"]["UnknownActionWords"];
            };
        };
        /** @description The same, with `data` as plain text. */
        UnknownActionText: {
            status: components["schemas"]["Failed"];
            data: components["schemas"]["UnknownActionWords"];
        };
        /**
         * @description Why, in free text in English.
         * @example service under maintenance
         */
        RefusalWords: string;
        /** @description A refusal in words that nobody listed. */
        Refusal: {
            status: components["schemas"]["Failed"];
            data: {
                qris_status: components["schemas"]["RefusalWords"];
            };
        };
        /** @description The same, with `data` as plain text. */
        RefusalText: {
            status: components["schemas"]["Failed"];
            data: components["schemas"]["RefusalWords"];
        };
        /** @description The same, with the words in `status` and an empty list as `data`. */
        RefusalInStatus: {
            /**
             * @description failed, and why.
             * @example failed, service under maintenance
             */
            status: string;
            data: components["schemas"]["EmptyList"];
        };
        /** @description What InterActive posts to the merchant's URL. Seen in one project; which fields are always there is unknown. */
        PaymentNotice: {
            /**
             * @description The `qris_invoiceid` that was paid, digits; read it as text. Whether it comes quoted is assumed.
             * @example 413255111
             */
            invoice: string | number;
            /**
             * @description RRN (retrieval reference number) of the payment, by which the payer's bank finds it; read it as text.
             * @example 022000011152
             */
            rrn?: string | number;
            /**
             * @description Free text.
             * @example
             */
            note?: string;
            /**
             * @description paid or success; both have been seen.
             * @example paid
             */
            qris_status?: string;
            /**
             * @description When it was paid, WIB, `yyyy-MM-dd HH:mm:ss`.
             * @example 2020-08-07 11:15:20
             */
            qris_paid_date?: string;
            /**
             * @description Bank or wallet that paid. An open list.
             * @example BCA
             */
            qris_payment_methodby?: string;
            /**
             * @description Name of the payer.
             * @example WARSITO
             */
            qris_payment_customername?: string;
        };
        /** @description The answer that stops InterActive from posting again. */
        NoticeTaken: {
            /**
             * @description Always ok.
             * @example ok
             * @constant
             */
            status: "ok";
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
    createInvoice: {
        parameters: {
            query: {
                /** @description What to do. Always `create-invoice`; the server asks "what we do for you?" at anything else. */
                do: "create-invoice";
                /** @description Merchant number, issued by InterActive. */
                mID: components["schemas"]["MerchantId"];
                /** @description The caller's own number for this sale. Whether a number may be used twice is unknown; use each once. No answer repeats it. */
                cliTrxNumber: string;
                /** @description Amount to pay, whole rupiah. Less than Rp100 (OVO, Rp1,000) is reported to be refused. Bank Indonesia caps a QRIS payment at Rp10,000,000 (since 1 March 2022), so no wallet pays more at once; whether an invoice above that is opened is unknown, and issuers may have lower limits. */
                cliTrxAmount: number;
                /** @description Whether the wallet asks the payer for a tip. A later edition of the document calls it required; calls without it work. */
                useTip?: "yes" | "no";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invoice, or a refusal. A refusal comes as an object or as plain text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"] | components["schemas"]["InvalidAmount"] | components["schemas"]["InvalidAmountText"] | components["schemas"]["InvalidApiKey"] | components["schemas"]["InvalidApiKeyText"] | components["schemas"]["InvalidMerchant"] | components["schemas"]["InvalidMerchantText"] | components["schemas"]["TransactionNumberEmpty"] | components["schemas"]["TransactionNumberEmptyText"] | components["schemas"]["UnknownAction"] | components["schemas"]["UnknownActionText"] | components["schemas"]["Refusal"] | components["schemas"]["RefusalText"];
                };
            };
        };
    };
    checkInvoice: {
        parameters: {
            query: {
                /** @description What to do. Always `checkStatus`; `create-invoice` here is a copying mistake. */
                do: "checkStatus";
                /** @description Merchant number, issued by InterActive. */
                mID: components["schemas"]["MerchantId"];
                /** @description The `qris_invoiceid` of the invoice, digits, as text. */
                invid: string;
                /** @description The `cliTrxAmount` that the invoice was created with, whole rupiah. */
                trxvalue: number;
                /** @description Date of the transaction in WIB, `yyyy-MM-dd`; the date part of `qris_request_date`. A later edition of the document calls it the date of payment, and Odoo sends a whole UTC time, so how exactly it is compared is unknown. */
                trxdate: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Paid, unpaid, or a refusal. `data` is an object, plain text or an empty list. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Paid"] | components["schemas"]["Unpaid"] | components["schemas"]["InvoiceIdEmpty"] | components["schemas"]["InvalidApiKey"] | components["schemas"]["InvalidMerchant"] | components["schemas"]["UnknownAction"] | components["schemas"]["Refusal"] | components["schemas"]["RefusalText"] | components["schemas"]["RefusalInStatus"];
                };
            };
        };
    };
    paymentNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentNotice"];
            };
        };
        responses: {
            /** @description Taken. Says nothing about whether the merchant believes it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NoticeTaken"];
                };
            };
        };
    };
}
