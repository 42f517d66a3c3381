// Generated from specs/esamsat/openapi.yaml by `pnpm codegen`. Do not edit.
export interface paths {
    "/esamsat/list_esamsat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List the regions that can be paid
         * @description Every region with its price rule and whether it is open. The answer is a bare array.
         */
        post: operations["listProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/esamsat/inquiry_esamsat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look up the bill of one vehicle
         * @description Finds the bill by the owner's NIK and the chassis number, and opens an `invoice` that `pay` takes. Nothing
         *     is debited. The document gives this call, too, a "maksimal timeout" of 60 seconds.
         */
        post: operations["inquire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/esamsat/pay_esamsat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay a bill from the deposit
         * @description Pays the bill behind `invoice` and debits the partner's deposit. `CONFIRM` is paid, `PENDING` is in
         *     process, `REFUND` failed; whether the deposit is then returned is not documented. The document's "maksimal
         *     timeout" is 60 seconds: with a shorter deadline of your own you lose sight of payments that succeed. A refusal
         *     whose text is not listed here proves nothing about the money.
         */
        post: operations["pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/esamsat/status_invoice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask what became of a payment
         * @description The only call that can settle a `PENDING` or a payment whose answer was lost. `FAILURE` stands outside the
         *     document's own list of states, and its body has neither `invoice` nor `tanggal`: it may mean that the
         *     payment failed, that no such invoice exists or, soon after `pay`, that the payment is not there yet.
         */
        post: operations["checkStatus"];
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
         * @description Partner account, issued by MMBC.
         * @example dummy
         */
        Username: string;
        /**
         * @description Password of the partner account.
         * @example dummy123
         */
        Password: string;
        /**
         * @description MMBC's official transaction number, digits; opened by `inquire`, taken by `pay` and `checkStatus`. The document shows 10, 11 and 12 digits.
         * @example 111111111111
         */
        Invoice: string;
        /**
         * @description Region to pay in. An open list; ask `listProducts`.
         * @example SAMSAT_JABAR
         */
        Product: string;
        /**
         * @description NIK of the vehicle's owner, digits. A NIK has 16; the document's own samples also show 15.
         * @example 990111111111111
         */
        CustomerNumber: string;
        /**
         * @description Nomor rangka (chassis number). 17 characters by ISO 3779; older frames and the document's own samples differ.
         * @example MHZ99D999ZZ4010000
         */
        StructureNumber: string;
        /**
         * @description Whole rupiah, digits only.
         * @example 143500
         */
        Rupiah: string;
        /**
         * @description Free text in Indonesian; may be wrapped over lines.
         * @example Transaksi tidak dapat diproses. Tagihan sudah dibayar (Kode: 0054)
         */
        Reason: string;
        Credentials: {
            username: components["schemas"]["Username"];
            password: components["schemas"]["Password"];
        };
        InquiryRequest: {
            username: components["schemas"]["Username"];
            password: components["schemas"]["Password"];
            product: components["schemas"]["Product"];
            customer_number: components["schemas"]["CustomerNumber"];
            structure_number: components["schemas"]["StructureNumber"];
        };
        InvoiceRequest: {
            username: components["schemas"]["Username"];
            password: components["schemas"]["Password"];
            invoice: components["schemas"]["Invoice"];
        };
        ProductList: components["schemas"]["ProductEntry"][];
        ProductEntry: {
            /**
             * @description Name of the product.
             * @example SAMSAT_JABAR
             */
            product: string;
            /**
             * @description Code of the product (Kode produk). In all four samples it equals `product`; which of the two `inquire` takes is not said.
             * @example SAMSAT_JABAR
             */
            product_code: string;
            /**
             * @description What is taken from the partner's deposit, as an expression over the bill (`tagihan`); not a number.
             * @example tagihan+5000
             */
            debet: string;
            /**
             * @description Cashback to the partner, whole rupiah, digits only.
             * @example 2000
             */
            cashback: string;
            /**
             * @description Whether the region is open.
             * @example ON
             * @enum {string}
             */
            status: "ON" | "OFF";
        };
        /** @description Handed over as it came. Whatever stands there, nothing is concluded from it, so that it cannot hide a payment. */
        Descriptive: unknown;
        /** @description The bill of one vehicle, as inquiry, payment and status all show it. */
        Vehicle: {
            /**
             * @description The call was understood. Says nothing about money.
             * @example ok
             * @constant
             */
            result: "ok";
            invoice: components["schemas"]["Invoice"];
        };
        /** @description An unpaid bill and the invoice opened for it. */
        Bill: components["schemas"]["Vehicle"] & {
            /**
             * @description Always INQUIRY.
             * @example INQUIRY
             * @constant
             */
            status: "INQUIRY";
            /**
             * @description The region that was asked about; any other makes the bill somebody else's.
             * @example SAMSAT_JABAR
             */
            product: string;
            /**
             * @description The chassis number that was asked about; any other makes the bill somebody else's. Capitals or not, it is the same.
             * @example MHZ99D999ZZ4010000
             */
            structure_number?: string | null;
            /**
             * @description Time of the transaction, `yyyy-MM-dd HH:mm:ss`, 24 hours; in WIB (UTC+7), which is assumed.
             * @example 2019-07-07 13:14:15
             */
            tanggal?: components["schemas"]["TextOrNull"];
            /**
             * @description Payment code of the bank.
             * @example 322020060719000
             */
            paymentcode?: components["schemas"]["TextOrNull"];
            /**
             * @description NIK of the owner, digits.
             * @example 990111111111111
             */
            customer_number?: components["schemas"]["TextOrNull"];
            /**
             * @description Name of the owner.
             * @example CONTOH
             */
            customer_name?: components["schemas"]["TextOrNull"];
            /**
             * @description Address of the owner.
             * @example KP CONTOHAYU DUA RT1 RW4 CONTOHSRI KAB BOGOR
             */
            customer_address?: components["schemas"]["TextOrNull"];
            /**
             * @description Nomor polisi (plate).
             * @example F 0000 X
             */
            license_plate?: components["schemas"]["TextOrNull"];
            /**
             * @description Make.
             * @example YAMAHA
             */
            vehicle_brand?: components["schemas"]["TextOrNull"];
            /**
             * @description Model and type.
             * @example 28D (AL115S/MIO)
             */
            vehicle_model?: components["schemas"]["TextOrNull"];
            /**
             * @description Colour.
             * @example MERAH MARUN
             */
            vehicle_color?: components["schemas"]["TextOrNull"];
            /**
             * @description Year the vehicle was built.
             * @example 2010
             */
            year_built?: components["schemas"]["TextOrNull"];
            /** @description PKB principal (vehicle tax), whole rupiah. */
            tax_pkb?: components["schemas"]["Rupiah"];
            /** @description SWDKLLJ principal (accident fund), whole rupiah. */
            tax_swd?: components["schemas"]["Rupiah"];
            /** @description BBNKB principal (title transfer; the document writes BNN), whole rupiah. */
            tax_bnn?: components["schemas"]["Rupiah"];
            /** @description PKB penalty, whole rupiah. */
            penalty_pkb?: components["schemas"]["Rupiah"];
            /** @description SWDKLLJ penalty, whole rupiah. */
            penalty_swd?: components["schemas"]["Rupiah"];
            /** @description BBNKB penalty, whole rupiah. */
            penalty_bnn?: components["schemas"]["Rupiah"];
            /** @description Administration fee, whole rupiah; 5000 by default. */
            fee?: components["schemas"]["Rupiah"];
            /** @description What the consumer pays (Total Bayar konsumen), whole rupiah. In the sample it is the sum of the three taxes, the three penalties and the fee. Opsen, charged since 5 January 2025, has no field of its own: do not compute the total again. */
            total: components["schemas"]["Rupiah"];
            /**
             * @description Agent code of the partner.
             * @example JKT-00000
             */
            kodeagen?: components["schemas"]["TextOrNull"];
        };
        /** @description A payment as it stands. Only `result`, `invoice` and `status` decide what it means. */
        Transaction: components["schemas"]["Vehicle"] & {
            /**
             * @description The invoice that was asked about; any other makes the answer somebody else's.
             * @example 11111111111
             */
            invoice: string;
            /**
             * @description Time of the transaction, `yyyy-MM-dd HH:mm:ss`, 24 hours; in WIB (UTC+7), which is assumed.
             * @example 2019-07-07 13:14:15
             */
            tanggal?: components["schemas"]["Descriptive"];
            /**
             * @description Region that was paid in.
             * @example SAMSAT_JABAR
             */
            product?: components["schemas"]["Descriptive"];
            /**
             * @description Payment code of the bank.
             * @example 322020060719000
             */
            paymentcode?: components["schemas"]["Descriptive"];
            /**
             * @description NIK of the owner, digits.
             * @example 990111111111111
             */
            customer_number?: components["schemas"]["Descriptive"];
            /**
             * @description Name of the owner.
             * @example CONTOH
             */
            customer_name?: components["schemas"]["Descriptive"];
            /**
             * @description Address of the owner.
             * @example KP CONTOHAYU DUA RT1 RW4 CONTOHSRI KAB BOGOR
             */
            customer_address?: components["schemas"]["Descriptive"];
            /**
             * @description Nomor rangka (chassis number).
             * @example MHZ99D999ZZ4010000
             */
            structure_number?: components["schemas"]["Descriptive"];
            /**
             * @description Nomor polisi (plate).
             * @example F 0000 X
             */
            license_plate?: components["schemas"]["Descriptive"];
            /**
             * @description Make.
             * @example YAMAHA
             */
            vehicle_brand?: components["schemas"]["Descriptive"];
            /**
             * @description Model and type.
             * @example 28D (AL115S/MIO)
             */
            vehicle_model?: components["schemas"]["Descriptive"];
            /**
             * @description Colour.
             * @example MERAH MARUN
             */
            vehicle_color?: components["schemas"]["Descriptive"];
            /**
             * @description Year the vehicle was built.
             * @example 2010
             */
            year_built?: components["schemas"]["Descriptive"];
            /**
             * @description PKB principal (vehicle tax), whole rupiah.
             * @example 143500
             */
            tax_pkb?: components["schemas"]["Descriptive"];
            /**
             * @description SWDKLLJ principal (accident fund), whole rupiah.
             * @example 35000
             */
            tax_swd?: components["schemas"]["Descriptive"];
            /**
             * @description BBNKB principal (title transfer; the document writes BNN), whole rupiah.
             * @example 0
             */
            tax_bnn?: components["schemas"]["Descriptive"];
            /**
             * @description PKB penalty, whole rupiah.
             * @example 0
             */
            penalty_pkb?: components["schemas"]["Descriptive"];
            /**
             * @description SWDKLLJ penalty, whole rupiah.
             * @example 0
             */
            penalty_swd?: components["schemas"]["Descriptive"];
            /**
             * @description BBNKB penalty, whole rupiah.
             * @example 0
             */
            penalty_bnn?: components["schemas"]["Descriptive"];
            /**
             * @description Administration fee, whole rupiah; 5000 by default.
             * @example 5000
             */
            fee?: components["schemas"]["Descriptive"];
            /**
             * @description What the consumer paid (Total Bayar konsumen), whole rupiah, digits.
             * @example 183500
             */
            total?: components["schemas"]["Descriptive"];
            /**
             * @description Agent code of the partner.
             * @example JKT-00000
             */
            kodeagen?: components["schemas"]["Descriptive"];
            /**
             * @description Reference number of the bank.
             * @example 5A834FE7A6394BA0A387EA9E8EFB1E48
             */
            reference_number?: components["schemas"]["Descriptive"];
            /**
             * @description Trace number of the bank.
             * @example 245209
             */
            trace_number?: components["schemas"]["Descriptive"];
        };
        /** @description Paid. */
        Confirmed: components["schemas"]["Transaction"] & {
            /**
             * @description CONFIRM, paid ("Sudah Berhasil Terbayar").
             * @example CONFIRM
             * @constant
             */
            status: "CONFIRM";
        };
        /** @description In process; ask `checkStatus` later. */
        Pending: components["schemas"]["Transaction"] & {
            /**
             * @description PENDING, in process ("Transaksi sedang diproses").
             * @example PENDING
             * @constant
             */
            status: "PENDING";
        };
        /** @description The payment failed. The word suggests that the deposit is returned, which is not documented; check it. */
        Refunded: components["schemas"]["Transaction"] & {
            /**
             * @description REFUND, failed ("Transaksi gagal").
             * @example REFUND
             * @constant
             */
            status: "REFUND";
        };
        /** @description Text, or null where the vendor has none. */
        TextOrNull: string | null;
        /** @description A refusal in free text. Only `result` and `reason` are always there. Where it names an invoice, a product or a chassis, they are those that were asked about, or the refusal is somebody else's. */
        Refusal: {
            /**
             * @description The call was refused.
             * @example no
             * @constant
             */
            result: "no";
            /**
             * @description Time of the transaction, `yyyy-MM-dd HH:mm:ss`, 24 hours; in WIB (UTC+7), which is assumed.
             * @example 2019-07-07 13:14:15
             */
            tanggal?: components["schemas"]["TextOrNull"];
            /**
             * @description The region that was asked about.
             * @example SAMSAT_JABAR
             */
            product?: string | null;
            /**
             * @description The invoice that was asked about, digits.
             * @example 1111111111
             */
            invoice?: string | number | null;
            /**
             * @description NIK that was asked about, digits.
             * @example 990111111111111
             */
            customer_number?: components["schemas"]["TextOrNull"];
            /**
             * @description The chassis number that was asked about.
             * @example MHZ99D999ZZ4010000
             */
            structure_number?: string | null;
            /**
             * @description Agent code of the partner.
             * @example JKT-00000
             */
            kodeagen?: components["schemas"]["TextOrNull"];
            reason: components["schemas"]["Reason"];
        };
        /** @description A refusal that leaves nothing open. Beside a `status` that says anything but FAILURE, or a number of the bank's, it contradicts itself and proves nothing. */
        FinalRefusal: components["schemas"]["Refusal"] & {
            /**
             * @description FAILURE, where there is one at all.
             * @example FAILURE
             * @enum {string|null}
             */
            status?: "FAILURE" | "" | null;
            /**
             * @description Empty, where there is one at all; a bank that has not been asked gives no number.
             * @example
             * @enum {string|null}
             */
            reference_number?: "" | null;
            /**
             * @description Empty, where there is one at all; a bank that has not been asked gives no number.
             * @example
             * @enum {string|null}
             */
            trace_number?: "" | null;
        };
        /** @description No vehicle with this chassis number and NIK. */
        NotFound: components["schemas"]["Refusal"] & {
            /** @example Maaf, Datamu Tidak Ketemu. Silakan periksa kembali nomor rangka dan nomor KTP yang telah dimasukkan. */
            reason?: string;
        };
        /** @description The bill is already paid (code 0054). After a lost answer this can mean that the first attempt succeeded. */
        AlreadyPaid: components["schemas"]["FinalRefusal"] & {
            /** @example Transaksi tidak dapat diproses. Tagihan sudah dibayar (Kode: 0054) */
            reason?: string;
        };
        /** @description The deposit does not cover the bill. Wording seen on sibling products of the same platform. */
        InsufficientBalance: components["schemas"]["FinalRefusal"] & {
            /** @example Sisa saldo tidak cukup untuk transaksi ini, sisa saldo anda adalah 0. */
            reason?: string;
        };
        /** @description Wrong `username` or `password`, or an IP address that is not on the allow-list. */
        InvalidLogin: components["schemas"]["FinalRefusal"] & {
            /** @example invalid login */
            reason?: string;
        };
        /** @description The payment failed, or there is no such invoice. */
        Failure: components["schemas"]["FinalRefusal"] & {
            /**
             * @description FAILURE, outside the document's own list of states.
             * @example FAILURE
             * @constant
             */
            status: "FAILURE";
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
    listProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description The list, or a refusal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductList"] | components["schemas"]["InvalidLogin"] | components["schemas"]["Refusal"];
                };
            };
        };
    };
    inquire: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["InquiryRequest"];
            };
        };
        responses: {
            /** @description The bill, or a refusal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bill"] | components["schemas"]["NotFound"] | components["schemas"]["InvalidLogin"] | components["schemas"]["Refusal"];
                };
            };
        };
    };
    pay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["InvoiceRequest"];
            };
        };
        responses: {
            /** @description What became of the payment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmed"] | components["schemas"]["Pending"] | components["schemas"]["Refunded"] | components["schemas"]["AlreadyPaid"] | components["schemas"]["InsufficientBalance"] | components["schemas"]["InvalidLogin"] | components["schemas"]["Refusal"];
                };
            };
        };
    };
    checkStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["InvoiceRequest"];
            };
        };
        responses: {
            /** @description The transaction as it stands, or a refusal. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmed"] | components["schemas"]["Pending"] | components["schemas"]["Refunded"] | components["schemas"]["Failure"] | components["schemas"]["InvalidLogin"] | components["schemas"]["Refusal"];
                };
            };
        };
    };
}
