// Generated from specs/npwp-ocr/openapi.yaml by `pnpm codegen`. Do not edit.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read an NPWP card
         * @description Sends one photo and answers with what was read. The service has a single address, so the path is `/` and
         *     the client sends to its base URL verbatim: a slash at the end is kept when it was given and not added when
         *     it was not.
         *
         *     About 3 seconds is usual; the vendor's clients wait 10 to 20. A call whose answer was lost may have been
         *     billed.
         */
        post: operations["readNpwp"];
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
        ReadRequest: {
            /**
             * Format: binary
             * @description Photo of the card, .jpg, .jpeg or .png. The documented limits (2 MB, 960 x 720 to 1920 x 1080) are not enforced as written.
             * @example (bytes of npwp.jpg)
             */
            img: Blob;
            /**
             * @description Key of the company, issued by ADINS.
             * @example ADINS_key1234
             */
            key: string;
            /**
             * @description Code of the company that owns `key`, issued by ADINS.
             * @example AIT
             */
            tenant_code: string;
            /**
             * @description Source or device that the call comes from, free text.
             * @example Mobile
             */
            source?: string;
            /**
             * @description User that makes the call, free text. Without it ADINS takes `tenant_code`.
             * @example Contoh
             */
            loginId?: string;
            /**
             * @description NIK of the card's owner. The document gives no length; a NIK has 16 digits, and the client refuses anything else before a call is billed.
             * @example 0123456789101112
             */
            nik?: string;
            /**
             * @description The caller's own number for this call, to find it again in reconciliation. Nothing says that it must be unique or that it prevents a second bill.
             * @example REF202209230001
             */
            refNumber?: string;
            /**
             * @description Code of the office that makes the call, free text; for companies with more than one, to see which of them used the API.
             * @example HO
             */
            officeCode?: string;
            /**
             * @description Name of the office that makes the call, free text; for companies with more than one, to see which of them used the API.
             * @example Head_Office
             */
            officeName?: string;
            /**
             * @description Anything else worth noting about the transaction, free text.
             * @example Scan NPWP, Register User Pertama
             */
            question?: string;
        };
        /**
         * @description When the photo was read, RFC 3339 with offset, `yyyy-MM-ddTHH:mm:ss+07:00`.
         * @example 2022-10-05T10:50:49+07:00
         */
        OcrDate: string;
        /**
         * @description Free text in English. Faults of a picture are joined by "; ", with a ";" at the end and sometimes two spaces.
         * @example Image is unreadable; Image is noisy;
         */
        Message: string;
        /** @description What was read from the card. A field that was not read is null in the document and "" on live servers; both mean the same. */
        CardText: {
            /**
             * @description Address.
             * @example BR.CONTOH ASRI RT 000 RW 000 KEL CONTOH
             */
            alamat?: string | null;
            /**
             * @description Tax office (Kantor Pelayanan Pajak).
             * @example KPP PRATAMA ANGGREK
             */
            kpp?: string | null;
            /**
             * @description Name of the taxpayer.
             * @example SITI CONTOH
             */
            nama?: string | null;
            /**
             * @description NIK, 16 digits when read in full; empty on many cards, and 11, 14 and 15 digits have been seen.
             * @example 9901010101700001
             */
            nik?: string | null;
            /**
             * @description NPWP without dots, 15 digits when read in full; 7 and 10 have been seen, and cards since 2024 have 16. A NITKU of 22 digits (the NPWP of 16 and six for the place of business) is not an NPWP; nobody has seen one here.
             * @example 990990990999000
             */
            noNpwp?: string | null;
        };
        /** @description How sure the reader is of each field, 0 to 1, 0 for a field that was not read. Since 2023. Null stands for the server's `NaN`. */
        Confidence: {
            /** @description Confidence in `alamat`, 0 to 1. */
            alamat?: components["schemas"]["Share"];
            /** @description Confidence in `kpp`, 0 to 1. */
            kpp?: components["schemas"]["Share"];
            /** @description Confidence in `nama`, 0 to 1. */
            nama?: components["schemas"]["Share"];
            /** @description Confidence in `nik`, 0 to 1. */
            nik?: components["schemas"]["Share"];
            /** @description Confidence in `noNpwp`, 0 to 1. */
            noNpwp?: components["schemas"]["Share"];
        };
        /**
         * @description A share, 0 to 1.
         * @example 0.97
         */
        Share: number | null;
        /** @description The card was read. Says nothing about whether it was read rightly. */
        Reading: {
            /**
             * @description SUCCESS, something was read.
             * @example SUCCESS
             * @constant
             */
            status: "SUCCESS";
            /** @description Free text; empty in every reading that was seen. */
            message?: components["schemas"]["Message"];
            ocr_date?: components["schemas"]["OcrDate"];
            read: components["schemas"]["CardText"];
            read_confidence?: components["schemas"]["Confidence"];
        };
        /** @description A refusal in free text. Only `status` is always there; refusals that never saw the photo have no `ocr_date` and no `read`. */
        Refusal: {
            /**
             * @description FAILED, nothing usable was read.
             * @example FAILED
             * @constant
             */
            status: "FAILED";
            message?: components["schemas"]["Message"];
            ocr_date?: components["schemas"]["OcrDate"];
            read?: components["schemas"]["CardText"];
            read_confidence?: components["schemas"]["Confidence"];
        };
        /** @description The company's balance does not cover the call. */
        InsufficientBalance: components["schemas"]["Refusal"] & {
            /** @example Insufficient balance */
            message: string;
        };
        /** @description A field of the form is missing or not accepted. The answer does not say which. */
        InvalidParameter: components["schemas"]["Refusal"] & {
            /** @example Parameter invalid, please check your request */
            message: string;
        };
        /** @description Wrong `key` or `tenant_code`. */
        InvalidKey: components["schemas"]["Refusal"] & {
            /** @example Invalid API key or tenant code */
            message: string;
        };
        /** @description No NPWP card in the picture; another document, its back, a card on its side and a covered number say the same. */
        NotFound: components["schemas"]["Refusal"] & {
            /** @example NPWP NOT FOUND */
            message: string;
        };
        /** @description The picture has too few or too many pixels. The message names the limits, and servers differ. Seen of the readers of other cards on the same service, not of this one. */
        Resolution: components["schemas"]["Refusal"] & {
            /** @example Image resolution is above 3800 x 2850 (Document Only). */
            message: string;
        };
        /** @description The picture cannot be read (noisy, dark, blurred, reflecting), is damaged or, by the document, shows no NPWP. Take another photo. */
        Unreadable: components["schemas"]["Refusal"] & {
            /** @example Image is unreadable; Image is noisy; */
            message: string;
        };
        /** @description An error inside the service. */
        UnexpectedError: components["schemas"]["Refusal"] & {
            /** @example Unexpected Error */
            message: string;
        };
        /** @description Part of the card was read, and the server calls that a failure without a word. `read` holds what there is. */
        Incomplete: components["schemas"]["Refusal"] & {
            /**
             * @description Empty.
             * @example
             */
            message: string;
            read: components["schemas"]["CardText"];
        };
        /** @description Wrong `key` or `tenant_code`, in the words of newer servers, which put them in `status` and send nothing else. */
        KeyOrTenantInvalid: {
            /**
             * @description The refusal itself.
             * @example key or tenant invalid
             * @constant
             */
            status: "key or tenant invalid";
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
    readNpwp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ReadRequest"];
            };
        };
        responses: {
            /** @description What was read, or a refusal. */
            200: {
                headers: {
                    /** @description Number of the transaction, digits, for reconciliation. Documented for SUCCESS only; no public client shows it. */
                    "X-Trx-No"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reading"] | components["schemas"]["InsufficientBalance"] | components["schemas"]["InvalidParameter"] | components["schemas"]["InvalidKey"] | components["schemas"]["KeyOrTenantInvalid"] | components["schemas"]["NotFound"] | components["schemas"]["Resolution"] | components["schemas"]["Unreadable"] | components["schemas"]["UnexpectedError"] | components["schemas"]["Incomplete"] | components["schemas"]["Refusal"];
                };
            };
            /** @description A refusal, as under HTTP 200. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InsufficientBalance"] | components["schemas"]["InvalidParameter"] | components["schemas"]["InvalidKey"] | components["schemas"]["KeyOrTenantInvalid"] | components["schemas"]["NotFound"] | components["schemas"]["Resolution"] | components["schemas"]["Unreadable"] | components["schemas"]["UnexpectedError"] | components["schemas"]["Incomplete"] | components["schemas"]["Refusal"];
                };
            };
        };
    };
}
