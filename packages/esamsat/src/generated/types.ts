// Generated from specs/esamsat/openapi.yaml by `pnpm codegen`. Do not edit.
/**
 * What `inquire` takes.
 * @see "Cek Tagihan e-Samsat" in the vendor's document
 */
export interface InquireInput {
    /**
     * Region to pay in. An open list; ask `listProducts`.
     * @example SAMSAT_JABAR
     */
    readonly product: string;
    /**
     * NIK of the vehicle's owner, digits. A NIK has 16; the document's own samples also show 15.
     * @example 990111111111111
     */
    readonly customer_number: string;
    /**
     * Nomor rangka (chassis number). 17 characters by ISO 3779; older frames and the document's own samples differ.
     * @example MHZ99D999ZZ4010000
     */
    readonly structure_number: string;
}
/**
 * What `pay` takes.
 * @see "Bayar Tagihan e-Samsat" in the vendor's document
 */
export interface PayInput {
    /**
     * MMBC's official transaction number, digits; opened by `inquire`, taken by `pay` and `checkStatus`. The document shows 10, 11 and 12 digits.
     * @example 111111111111
     */
    readonly invoice: string;
}
/**
 * What `checkStatus` takes.
 * @see "Cek Status Invoice e-Samsat" in the vendor's document
 */
export interface CheckStatusInput {
    /**
     * MMBC's official transaction number, digits; opened by `inquire`, taken by `pay` and `checkStatus`. The document shows 10, 11 and 12 digits.
     * @example 111111111111
     */
    readonly invoice: string;
}
/** The regions, each with its price rule. */
export type ProductList = ProductEntry[];
/** Wrong `username` or `password`, or an IP address that is not on the allow-list. */
export type InvalidLogin = FinalRefusal & {
    /** @example invalid login */
    readonly reason?: string;
};
/** A refusal in free text. Only `result` and `reason` are always there. Where it names an invoice, a product or a chassis, they are those that were asked about, or the refusal is somebody else's. */
export interface Refusal {
    /**
     * The call was refused.
     * @example no
     * @constant
     */
    readonly result: "no";
    /**
     * Time of the transaction, `yyyy-MM-dd HH:mm:ss`, 24 hours; in WIB (UTC+7), which is assumed.
     * @example 2019-07-07 13:14:15
     */
    readonly tanggal?: string | null;
    /**
     * The region that was asked about.
     * @example SAMSAT_JABAR
     */
    readonly product?: string | null;
    /**
     * The invoice that was asked about, digits.
     * @example 1111111111
     */
    readonly invoice?: string | number | null;
    /**
     * NIK that was asked about, digits.
     * @example 990111111111111
     */
    readonly customer_number?: string | null;
    /**
     * The chassis number that was asked about.
     * @example MHZ99D999ZZ4010000
     */
    readonly structure_number?: string | null;
    /**
     * Agent code of the partner.
     * @example JKT-00000
     */
    readonly kodeagen?: string | null;
    /**
     * Free text in Indonesian; may be wrapped over lines.
     * @example Transaksi tidak dapat diproses. Tagihan sudah dibayar (Kode: 0054)
     */
    readonly reason: string;
}
/**
 * An unpaid bill and the invoice opened for it.
 * @see "Cek Tagihan e-Samsat" in the vendor's document
 */
export type Bill = Vehicle & {
    /**
     * Always INQUIRY.
     * @example INQUIRY
     * @constant
     */
    readonly status: "INQUIRY";
    /**
     * The region that was asked about; any other makes the bill somebody else's.
     * @example SAMSAT_JABAR
     */
    readonly product: string;
    /**
     * The chassis number that was asked about; any other makes the bill somebody else's. Capitals or not, it is the same.
     * @example MHZ99D999ZZ4010000
     */
    readonly structure_number?: string | null;
    /**
     * Time of the transaction, `yyyy-MM-dd HH:mm:ss`, 24 hours; in WIB (UTC+7), which is assumed.
     * @example 2019-07-07 13:14:15
     */
    readonly tanggal?: string | null;
    /**
     * Payment code of the bank.
     * @example 322020060719000
     */
    readonly paymentcode?: string | null;
    /**
     * NIK of the owner, digits.
     * @example 990111111111111
     */
    readonly customer_number?: string | null;
    /**
     * Name of the owner.
     * @example CONTOH
     */
    readonly customer_name?: string | null;
    /**
     * Address of the owner.
     * @example KP CONTOHAYU DUA RT1 RW4 CONTOHSRI KAB BOGOR
     */
    readonly customer_address?: string | null;
    /**
     * Nomor polisi (plate).
     * @example F 0000 X
     */
    readonly license_plate?: string | null;
    /**
     * Make.
     * @example YAMAHA
     */
    readonly vehicle_brand?: string | null;
    /**
     * Model and type.
     * @example 28D (AL115S/MIO)
     */
    readonly vehicle_model?: string | null;
    /**
     * Colour.
     * @example MERAH MARUN
     */
    readonly vehicle_color?: string | null;
    /**
     * Year the vehicle was built.
     * @example 2010
     */
    readonly year_built?: string | null;
    /**
     * PKB principal (vehicle tax), whole rupiah.
     * @example 143500
     */
    readonly tax_pkb?: string;
    /**
     * SWDKLLJ principal (accident fund), whole rupiah.
     * @example 143500
     */
    readonly tax_swd?: string;
    /**
     * BBNKB principal (title transfer; the document writes BNN), whole rupiah.
     * @example 143500
     */
    readonly tax_bnn?: string;
    /**
     * PKB penalty, whole rupiah.
     * @example 143500
     */
    readonly penalty_pkb?: string;
    /**
     * SWDKLLJ penalty, whole rupiah.
     * @example 143500
     */
    readonly penalty_swd?: string;
    /**
     * BBNKB penalty, whole rupiah.
     * @example 143500
     */
    readonly penalty_bnn?: string;
    /**
     * Administration fee, whole rupiah; 5000 by default.
     * @example 143500
     */
    readonly fee?: string;
    /**
     * What the consumer pays (Total Bayar konsumen), whole rupiah. In the sample it is the sum of the three taxes, the three penalties and the fee. Opsen, charged since 5 January 2025, has no field of its own: do not compute the total again.
     * @example 143500
     */
    readonly total: string;
    /**
     * Agent code of the partner.
     * @example JKT-00000
     */
    readonly kodeagen?: string | null;
};
/**
 * No vehicle with this chassis number and NIK.
 * @see "Cek Tagihan e-Samsat" in the vendor's document
 */
export type NotFound = Refusal & {
    /** @example Maaf, Datamu Tidak Ketemu. Silakan periksa kembali nomor rangka dan nomor KTP yang telah dimasukkan. */
    readonly reason?: string;
};
/**
 * Paid.
 * @see "Bayar Tagihan e-Samsat" in the vendor's document
 */
export type Confirmed = Transaction & {
    /**
     * CONFIRM, paid ("Sudah Berhasil Terbayar").
     * @example CONFIRM
     * @constant
     */
    readonly status: "CONFIRM";
};
/**
 * In process; ask `checkStatus` later.
 * @see "Bayar Tagihan e-Samsat" in the vendor's document
 */
export type Pending = Transaction & {
    /**
     * PENDING, in process ("Transaksi sedang diproses").
     * @example PENDING
     * @constant
     */
    readonly status: "PENDING";
};
/**
 * The payment failed. The word suggests that the deposit is returned, which is not documented; check it.
 * @see "Bayar Tagihan e-Samsat" in the vendor's document
 */
export type Refunded = Transaction & {
    /**
     * REFUND, failed ("Transaksi gagal").
     * @example REFUND
     * @constant
     */
    readonly status: "REFUND";
};
/**
 * The bill is already paid (code 0054). After a lost answer this can mean that the first attempt succeeded.
 * @see "Bayar Tagihan e-Samsat" in the vendor's document
 */
export type AlreadyPaid = FinalRefusal & {
    /** @example Transaksi tidak dapat diproses. Tagihan sudah dibayar (Kode: 0054) */
    readonly reason?: string;
};
/** The deposit does not cover the bill. Wording seen on sibling products of the same platform. */
export type InsufficientBalance = FinalRefusal & {
    /** @example Sisa saldo tidak cukup untuk transaksi ini, sisa saldo anda adalah 0. */
    readonly reason?: string;
};
/**
 * The payment failed, or there is no such invoice.
 * @see "Cek Status Invoice e-Samsat" in the vendor's document
 */
export type Failure = FinalRefusal & {
    /**
     * FAILURE, outside the document's own list of states.
     * @example FAILURE
     * @constant
     */
    readonly status: "FAILURE";
};
/**
 * A region, its price rule, and whether it is open.
 * @see "Daftar Daerah e-Samsat" in the vendor's document
 */
export interface ProductEntry {
    /**
     * Name of the product.
     * @example SAMSAT_JABAR
     */
    readonly product: string;
    /**
     * Code of the product (Kode produk). In all four samples it equals `product`; which of the two `inquire` takes is not said.
     * @example SAMSAT_JABAR
     */
    readonly product_code: string;
    /**
     * What is taken from the partner's deposit, as an expression over the bill (`tagihan`); not a number.
     * @example tagihan+5000
     */
    readonly debet: string;
    /**
     * Cashback to the partner, whole rupiah, digits only.
     * @example 2000
     */
    readonly cashback: string;
    /**
     * Whether the region is open.
     * @example ON
     * @enum {string}
     */
    readonly status: "ON" | "OFF";
}
/** A refusal that leaves nothing open. Beside a `status` that says anything but FAILURE, or a number of the bank's, it contradicts itself and proves nothing. */
export type FinalRefusal = Refusal & {
    /**
     * FAILURE, where there is one at all.
     * @example FAILURE
     * @enum {string|null}
     */
    readonly status?: "FAILURE" | "" | null;
    /**
     * Empty, where there is one at all; a bank that has not been asked gives no number.
     * @example
     * @enum {string|null}
     */
    readonly reference_number?: "" | null;
    /**
     * Empty, where there is one at all; a bank that has not been asked gives no number.
     * @example
     * @enum {string|null}
     */
    readonly trace_number?: "" | null;
};
/** The bill of one vehicle, as inquiry, payment and status all show it. */
export interface Vehicle {
    /**
     * The call was understood. Says nothing about money.
     * @example ok
     * @constant
     */
    readonly result: "ok";
    /**
     * MMBC's official transaction number, digits; opened by `inquire`, taken by `pay` and `checkStatus`. The document shows 10, 11 and 12 digits.
     * @example 111111111111
     */
    readonly invoice: string;
}
/** A payment as it stands. Only `result`, `invoice` and `status` decide what it means. */
export type Transaction = Vehicle & {
    /**
     * The invoice that was asked about; any other makes the answer somebody else's.
     * @example 11111111111
     */
    readonly invoice: string;
    /**
     * Time of the transaction, `yyyy-MM-dd HH:mm:ss`, 24 hours; in WIB (UTC+7), which is assumed.
     * @example 2019-07-07 13:14:15
     */
    readonly tanggal?: unknown;
    /**
     * Region that was paid in.
     * @example SAMSAT_JABAR
     */
    readonly product?: unknown;
    /**
     * Payment code of the bank.
     * @example 322020060719000
     */
    readonly paymentcode?: unknown;
    /**
     * NIK of the owner, digits.
     * @example 990111111111111
     */
    readonly customer_number?: unknown;
    /**
     * Name of the owner.
     * @example CONTOH
     */
    readonly customer_name?: unknown;
    /**
     * Address of the owner.
     * @example KP CONTOHAYU DUA RT1 RW4 CONTOHSRI KAB BOGOR
     */
    readonly customer_address?: unknown;
    /**
     * Nomor rangka (chassis number).
     * @example MHZ99D999ZZ4010000
     */
    readonly structure_number?: unknown;
    /**
     * Nomor polisi (plate).
     * @example F 0000 X
     */
    readonly license_plate?: unknown;
    /**
     * Make.
     * @example YAMAHA
     */
    readonly vehicle_brand?: unknown;
    /**
     * Model and type.
     * @example 28D (AL115S/MIO)
     */
    readonly vehicle_model?: unknown;
    /**
     * Colour.
     * @example MERAH MARUN
     */
    readonly vehicle_color?: unknown;
    /**
     * Year the vehicle was built.
     * @example 2010
     */
    readonly year_built?: unknown;
    /**
     * PKB principal (vehicle tax), whole rupiah.
     * @example 143500
     */
    readonly tax_pkb?: unknown;
    /**
     * SWDKLLJ principal (accident fund), whole rupiah.
     * @example 35000
     */
    readonly tax_swd?: unknown;
    /**
     * BBNKB principal (title transfer; the document writes BNN), whole rupiah.
     * @example 0
     */
    readonly tax_bnn?: unknown;
    /**
     * PKB penalty, whole rupiah.
     * @example 0
     */
    readonly penalty_pkb?: unknown;
    /**
     * SWDKLLJ penalty, whole rupiah.
     * @example 0
     */
    readonly penalty_swd?: unknown;
    /**
     * BBNKB penalty, whole rupiah.
     * @example 0
     */
    readonly penalty_bnn?: unknown;
    /**
     * Administration fee, whole rupiah; 5000 by default.
     * @example 5000
     */
    readonly fee?: unknown;
    /**
     * What the consumer paid (Total Bayar konsumen), whole rupiah, digits.
     * @example 183500
     */
    readonly total?: unknown;
    /**
     * Agent code of the partner.
     * @example JKT-00000
     */
    readonly kodeagen?: unknown;
    /**
     * Reference number of the bank.
     * @example 5A834FE7A6394BA0A387EA9E8EFB1E48
     */
    readonly reference_number?: unknown;
    /**
     * Trace number of the bank.
     * @example 245209
     */
    readonly trace_number?: unknown;
};
