// Generated from specs/bphtb/openapi.yaml by `pnpm codegen`. Do not edit.
export interface paths {
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a token
         * @description Exchanges the client id and secret for a token. Ask for the next one before `expiresIn` has passed. The
         *     answer is in SNAP's camelCase, not RFC 6749's `access_token`. Neither `X-Timestamp` nor `X-Signature` is
         *     sent.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/sspd/ntpd/{ntpd}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look up a bill by its NTPD
         * @description Finds the bill and says whether it is paid. The only call that can settle a payment whose answer was lost.
         *     It repeats neither the NTPD nor a `refference_number`: `paid` means that the bill is paid, by whomever.
         */
        get: operations["findSspd"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integration/sspd/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay a bill
         * @description Reports the bill as paid. The answer has another envelope than `findSspd`: no `status_code`, no
         *     `message_code`. What is answered for a bill already paid, a wrong amount or a `refference_number` used
         *     before is not documented, so any such answer proves nothing about the money.
         */
        post: operations["paySspd"];
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
         * @description Client id, issued by the vendor.
         * @example your_client_id
         */
        ClientId: string;
        /**
         * @description Client secret, issued with the client id. Taken to be the key of the signature too; the document does not say which secret signs.
         * @example S3cr3t
         */
        ClientSecret: string;
        /**
         * @description Time of the request in UTC, `yyyy-MM-ddTHH:mm:ss.SSSZ`, always three decimals. How far it may be off is not documented.
         * @example 2024-09-25T20:39:48.423Z
         */
        UtcTimestamp: string;
        /**
         * @description Base64 with padding of the 32 bytes of HMAC-SHA256, 44 characters.
         * @example LWDOq335SoX6psbFen6gcNtUGf0tsZS73nTlmxWuLGE=
         */
        Signature: string;
        /**
         * @description NTPD (Nomor Transaksi Penerimaan Daerah), 19 digits; the number by which a bill, and by the document's words a payment receipt, is found. Larger than a number can hold exactly; always a string.
         * @example 1209411011001249943
         */
        Ntpd: string;
        /**
         * @description When the taxpayer paid, in WIB (UTC+7), `yyyy-MM-dd HH:mm:ss.SSS`, 24 hours.
         * @example 2024-09-26 13:02:51.000
         */
        WibTime: string;
        /** @description Handed over as it came. Whatever stands there, nothing is concluded from it, so that it cannot hide a payment. */
        Descriptive: unknown;
        /**
         * @description The vendor's own number of this call.
         * @example API_CALL_172727454221292_3237748
         */
        MessageId: unknown;
        TokenRequest: {
            /**
             * @description Always client_credentials.
             * @example client_credentials
             * @constant
             */
            grant_type: "client_credentials";
            client_id: components["schemas"]["ClientId"];
            client_secret: components["schemas"]["ClientSecret"];
        };
        /** @description Sent compact, in ASCII, in this order of fields; the text that is sent is the text that is signed. */
        PaymentRequest: {
            ntpd: components["schemas"]["Ntpd"];
            /**
             * @description Whole rupiah, digits only, no `.` and no `,`; as `findSspd` gives it. A string, though the document says "Numeric".
             * @example 196000000
             */
            amount: string;
            /**
             * @description How it was paid. An open list; the document names Teller, Payment, Virtual Account and PPOB. No `/`.
             * @example Teller
             */
            payment_method: string;
            /**
             * @description Bank persepsi, the bank that took the money. An open list; the document names BNKMANDIRI, BNKBRI, BNKSUMUT and BNKBNI. No `/`.
             * @example BNKMANDIRI
             */
            bank_perseption: string;
            /**
             * @description The caller's own number of this payment, unique ("Information payment validation (unique)"); never a second number for the same payment. No `/`.
             * @example 20240926001
             */
            refference_number: string;
            /**
             * @description Channel of the payment. An open list; the document names Teller, ATM, Mobile, EDC and Ecommerce. No `/`.
             * @example Teller
             */
            channel_reffrence: string;
            payment_date: components["schemas"]["WibTime"];
            /**
             * @description Free text; may be empty or left out. ASCII, no `/`.
             * @example
             */
            description?: string;
        };
        /** @description A token. */
        Token: {
            /**
             * @description The token, visible ASCII; sent as the bearer of every other call, and signed.
             * @example c0nt0hT0k3nUntukDokumentasi0123456789abcdE
             */
            accessToken: string;
            /**
             * @description Seconds that the token lasts. A number in the document; digits in a string are read too.
             * @example 900
             */
            expiresIn: number | string;
            /**
             * @description SNAP code; HTTP status 200, service 73, case 00.
             * @example 2007300
             * @constant
             */
            responseCode?: "2007300";
            /**
             * @description The vendor's words.
             * @example Successful
             */
            responseMessage?: string;
            /**
             * @description Kind of token; Bearer.
             * @example Bearer
             */
            tokenType?: string;
        };
        /** @description A refusal of the token endpoint, assumed to follow SNAP. */
        TokenRefusal: {
            /**
             * @description SNAP code: HTTP status, service 73, case.
             * @example 4017300
             */
            responseCode: string;
            /**
             * @description The vendor's words.
             * @example Unauthorized
             */
            responseMessage?: string;
        };
        /** @description The request was not understood. */
        TokenBadRequest: components["schemas"]["TokenRefusal"] & {
            /** @example 4007300 */
            responseCode?: string;
        };
        /** @description Unknown client or wrong secret. */
        TokenUnauthorized: components["schemas"]["TokenRefusal"] & {
            /** @example 4017300 */
            responseCode?: string;
        };
        /** @description The bill behind an NTPD. */
        Sspd: {
            /**
             * @description The HTTP status again.
             * @example 200
             * @constant
             */
            status_code?: 200;
            /**
             * @description The call succeeded. Says nothing about money.
             * @example true
             * @constant
             */
            status: true;
            /**
             * @description HTTP status 200, service 24, case 00.
             * @example 2002400
             * @constant
             */
            message_code: "2002400";
            message_id?: components["schemas"]["MessageId"];
            /** @description The bill. */
            data: {
                /**
                 * @description The NTPD that was asked about, where it is named; any other makes the bill somebody else's. The document's sample has none.
                 * @example 1209411011001249943
                 */
                ntpd?: string | number | null;
                /**
                 * @description What is to be paid, whole rupiah, digits only.
                 * @example 10000000
                 */
                amount: string;
                /**
                 * @description Name of the bill.
                 * @example SSPD BPHTB 2024
                 */
                description?: components["schemas"]["Descriptive"];
                /**
                 * @description NOP (Nomor Objek Pajak) of the land, 18 digits.
                 * @example 990908001200301220
                 */
                nop?: components["schemas"]["Descriptive"];
                /**
                 * @description Whether the bill is paid.
                 * @example unpaid
                 * @enum {string}
                 */
                payment_status: "unpaid" | "paid";
                /**
                 * @description Registration number of the slip.
                 * @example 01249959
                 */
                registration_number?: components["schemas"]["Descriptive"];
                /**
                 * @description Kind of document; sspd.
                 * @example sspd
                 */
                sk_type?: components["schemas"]["Descriptive"];
                /**
                 * @description Address of the taxpayer.
                 * @example JL. ANGGREK NO.999
                 */
                taxpayer_address?: components["schemas"]["Descriptive"];
                /**
                 * @description Name of the taxpayer.
                 * @example CONTOH BR CONTOH
                 */
                taxpayer_name?: components["schemas"]["Descriptive"];
                /**
                 * @description Tax year, four digits.
                 * @example 2024
                 */
                year?: components["schemas"]["Descriptive"];
            };
        };
        /** @description Paid. */
        Payment: {
            /**
             * @description 200, where there is one at all.
             * @example 200
             * @enum {integer|null}
             */
            status_code?: 200 | null;
            /**
             * @description 2002400, where there is one at all.
             * @example 2002400
             * @enum {string|null}
             */
            message_code?: "2002400" | null;
            /**
             * @description The call succeeded.
             * @example true
             * @constant
             */
            status: true;
            /**
             * @description The vendor's words.
             * @example PAYMENT NTPD SSPD SUCCESS
             */
            message?: components["schemas"]["Descriptive"];
            /** @description The payment. */
            data: {
                /**
                 * @description The NTPD that was paid; any other makes the answer somebody else's.
                 * @example 1209411011001249943
                 */
                ntpd: string;
                /**
                 * @description The bank that took the money.
                 * @example BNKMANDIRI
                 */
                bank_perseption?: components["schemas"]["Descriptive"];
                /**
                 * @description The `refference_number` that was sent; any other makes the answer somebody else's.
                 * @example 20240926001
                 */
                rev_no: string;
                /**
                 * @description Always paid.
                 * @example paid
                 * @constant
                 */
                status: "paid";
            };
        };
        /** @description What does not say paid, and names no other bill. A refusal that says paid contradicts itself and proves nothing. */
        Refused: {
            /**
             * @description The NTPD that was sent, where there is one at all; any other makes the refusal somebody else's.
             * @example 1209411011001249943
             */
            ntpd?: string | number | null;
            /**
             * @description unpaid, where there is one at all.
             * @example unpaid
             * @enum {string|null}
             */
            status?: "unpaid" | "" | null;
            /**
             * @description unpaid, where there is one at all.
             * @example unpaid
             * @enum {string|null}
             */
            payment_status?: "unpaid" | "" | null;
        };
        /** @description Nothing, or what does not say paid. */
        RefusedData: components["schemas"]["Refused"] & (Record<string, never> | components["schemas"]["Refused"][] | null);
        /** @description A refusal. Only `message_code` is certain to be there. */
        Refusal: {
            /**
             * @description The HTTP status again.
             * @example 400
             */
            status_code?: number;
            /**
             * @description The call failed.
             * @example false
             * @constant
             */
            status?: false;
            /**
             * @description HTTP status, service 24, case: seven digits.
             * @example 4002404
             */
            message_code: string;
            message_id?: components["schemas"]["MessageId"];
            /**
             * @description The vendor's words.
             * @example X-Signature Invalid
             */
            message?: components["schemas"]["Descriptive"];
            data?: components["schemas"]["RefusedData"];
        };
        /** @description There was no `X-Timestamp`. */
        TimestampRequired: components["schemas"]["Refusal"] & {
            /**
             * @description Always 4002401.
             * @example 4002401
             * @constant
             */
            message_code?: "4002401";
        };
        /** @description `X-Timestamp` is malformed, or too far from the vendor's clock. */
        TimestampInvalid: components["schemas"]["Refusal"] & {
            /**
             * @description Always 4002402.
             * @example 4002402
             * @constant
             */
            message_code?: "4002402";
        };
        /** @description There was no `X-Signature`. */
        SignatureRequired: components["schemas"]["Refusal"] & {
            /**
             * @description Always 4002403.
             * @example 4002403
             * @constant
             */
            message_code?: "4002403";
        };
        /** @description `X-Signature` does not match; wrong secret, or another path or body was signed. */
        SignatureInvalid: components["schemas"]["Refusal"] & {
            /**
             * @description Always 4002404.
             * @example 4002404
             * @constant
             */
            message_code?: "4002404";
        };
        /** @description No bill with this NTPD. */
        NotFound: components["schemas"]["Refusal"] & {
            /**
             * @description Always 4042401.
             * @example 4042401
             * @constant
             */
            message_code?: "4042401";
        };
        /** @description The token is wrong or has expired. HTTP 401 says so, and the vendor's words beside it. */
        Unauthorized: {
            /**
             * @description The vendor's code, if there is one.
             * @example 4012400
             */
            message_code?: string | null;
            /**
             * @description The call failed, where it says so.
             * @example false
             * @enum {boolean|null}
             */
            status?: false | null;
            /**
             * @description The vendor's words, if there are any.
             * @example Unauthenticated.
             */
            message: components["schemas"]["Descriptive"];
            data?: components["schemas"]["RefusedData"];
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
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description The request was not understood. Assumed; the document does not show it. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenBadRequest"];
                };
            };
            /** @description Unknown client or wrong secret. Assumed; the document does not show it. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenUnauthorized"];
                };
            };
        };
    };
    findSspd: {
        parameters: {
            query?: never;
            header: {
                /** @description When the request was made; the same text that is signed. */
                "X-Timestamp": components["schemas"]["UtcTimestamp"];
                /** @description Base64 of the HMAC-SHA256 over this request. */
                "X-Signature": components["schemas"]["Signature"];
            };
            path: {
                /** @description NTPD of the bill. */
                ntpd: components["schemas"]["Ntpd"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bill. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sspd"];
                };
            };
            /** @description The headers were turned away. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimestampRequired"] | components["schemas"]["TimestampInvalid"] | components["schemas"]["SignatureRequired"] | components["schemas"]["SignatureInvalid"];
                };
            };
            /** @description The token was turned away. Assumed; the document does not show it. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unauthorized"];
                    "text/html": string;
                };
            };
            /** @description No bill with this NTPD. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFound"];
                };
            };
        };
    };
    paySspd: {
        parameters: {
            query?: never;
            header: {
                /** @description When the request was made; the same text that is signed. */
                "X-Timestamp": components["schemas"]["UtcTimestamp"];
                /** @description Base64 of the HMAC-SHA256 over this request. */
                "X-Signature": components["schemas"]["Signature"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PaymentRequest"];
            };
        };
        responses: {
            /** @description The payment was recorded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description The headers were turned away; nothing moved. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimestampRequired"] | components["schemas"]["TimestampInvalid"] | components["schemas"]["SignatureRequired"] | components["schemas"]["SignatureInvalid"];
                };
            };
            /** @description The token was turned away. With the vendor's own words nothing moved, which is assumed; a page of the web server in front of the API proves nothing. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unauthorized"];
                    "text/html": string;
                };
            };
            /** @description No bill with this NTPD; nothing moved. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotFound"];
                };
            };
        };
    };
}
