import type { Language } from "@setor-tooling/model/languages";

/** A call that can be sent from the page, with the sandbox's seeded data. */
export interface Preset {
  readonly operation: string;
  readonly label: Readonly<Record<Language, string>>;
  /** The argument of the client's method. `$name` stands for what an earlier answer gave, `$now` for the time. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Options of the client that differ from the seeded ones. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A vendor's part of the try-it page. */
export interface Console {
  /** The name of the package's function that makes the client. */
  readonly factory: string;
  /** The seeded account. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Fields of answers that later calls take, by the name after the `$`. */
  readonly remembers: readonly string[];
  readonly presets: readonly Preset[];
}

/** A console as its page gets it. */
export interface SeededConsole extends Console {
  /** The faults that make sense, by operation. */
  readonly faults: Readonly<Record<string, readonly string[]>>;
}

const vehicle = (last: number) => ({
  product: "SAMSAT_JABAR",
  customer_number: `990111111111111${last}`,
  structure_number: `MHZ99D999ZZ40100${last}`,
});

const sspd = {
  payment_method: "Teller",
  bank_perseption: "BNKMANDIRI",
  refference_number: "20240926001",
  channel_reffrence: "Teller",
  payment_date: "2024-09-26 13:02:51.000",
};

const pbbBill = (number: string) => ({ nop: `99290100010010${number}0`, thn: "2013" });

/** What can be tried, by vendor; a vendor without an entry has an empty console. */
export const consoles: Readonly<Record<string, Console>> = {
  esamsat: {
    factory: "createEsamsat",
    options: { username: "dummy", password: "dummy123" },
    remembers: ["invoice"],
    presets: [
      {
        operation: "inquire",
        label: { id: "Tagihan yang dapat dibayar", en: "A bill that can be paid" },
        input: vehicle(1),
      },
      { operation: "inquire", label: { id: "Sudah dibayar", en: "Already paid" }, input: vehicle(2) },
      { operation: "inquire", label: { id: "Tertunda, lalu dibayar", en: "Pending, then paid" }, input: vehicle(3) },
      {
        operation: "inquire",
        label: { id: "Tertunda, lalu dikembalikan", en: "Pending, then refunded" },
        input: vehicle(4),
      },
      { operation: "inquire", label: { id: "Dikembalikan seketika", en: "Refunded at once" }, input: vehicle(5) },
      { operation: "inquire", label: { id: "Tidak ditemukan", en: "Not found" }, input: vehicle(9) },
      { operation: "pay", label: { id: "Invoice terakhir", en: "The last invoice" }, input: { invoice: "$invoice" } },
      {
        operation: "pay",
        label: { id: "Deposit kosong", en: "An empty deposit" },
        input: { invoice: "$invoice" },
        options: { username: "empty" },
      },
      {
        operation: "checkStatus",
        label: { id: "Invoice terakhir", en: "The last invoice" },
        input: { invoice: "$invoice" },
      },
      { operation: "listProducts", label: { id: "Semua daerah", en: "All regions" }, input: {} },
      {
        operation: "listProducts",
        label: { id: "Login salah", en: "A wrong login" },
        input: {},
        options: { password: "salah" },
      },
    ],
  },
  bphtb: {
    factory: "createBphtb",
    options: { clientId: "your_client_id", clientSecret: "S3cr3t" },
    remembers: ["ntpd"],
    presets: [
      { operation: "findSspd", label: { id: "Belum dibayar", en: "Unpaid" }, input: { ntpd: "1209411011001249943" } },
      {
        operation: "findSspd",
        label: { id: "Sudah dibayar", en: "Paid already" },
        input: { ntpd: "1209411011001249967" },
      },
      {
        operation: "findSspd",
        label: { id: "Tidak ditemukan", en: "Not found" },
        input: { ntpd: "1209411011000000000" },
      },
      {
        operation: "paySspd",
        label: { id: "Tagihan dari dokumen", en: "The document's bill" },
        input: { ntpd: "1209411011001249943", amount: "196000000", ...sspd },
      },
      {
        operation: "paySspd",
        label: { id: "Tagihan tidak ditemukan", en: "A bill that is not found" },
        input: { ntpd: "1209411011000000000", amount: "196000000", ...sspd },
      },
      { operation: "issueToken", label: { id: "Token", en: "A token" }, input: {} },
      {
        operation: "findSspd",
        label: { id: "Rahasia salah", en: "A wrong secret" },
        input: { ntpd: "1209411011001249943" },
        options: { clientSecret: "salah" },
      },
    ],
  },
  pbb: {
    factory: "createPbb",
    options: {},
    remembers: ["ntpd"],
    presets: [
      {
        operation: "inquire",
        label: { id: "Tagihan yang dapat dibayar", en: "A bill that can be paid" },
        input: pbbBill("001"),
      },
      { operation: "inquire", label: { id: "Tidak ditemukan", en: "Not found" }, input: pbbBill("999") },
      { operation: "pay", label: { id: "Dibayar", en: "Paid" }, input: { ...pbbBill("001"), paidAt: "$now" } },
      {
        operation: "pay",
        label: { id: "Sudah dibayar", en: "Already paid" },
        input: { ...pbbBill("002"), paidAt: "$now" },
      },
      { operation: "pay", label: { id: "Dibatalkan", en: "Cancelled" }, input: { ...pbbBill("003"), paidAt: "$now" } },
      {
        operation: "pay",
        label: { id: "Tercatat, tetapi kode 4", en: "Recorded, although code 4" },
        input: { ...pbbBill("006"), paidAt: "$now" },
      },
      {
        operation: "pay",
        label: { id: "Jawaban kosong", en: "An empty answer" },
        input: { ...pbbBill("009"), paidAt: "$now" },
      },
      {
        operation: "reverse",
        label: { id: "Pembayaran terakhir", en: "The last payment" },
        input: { ...pbbBill("001"), ntpd: "$ntpd" },
      },
    ],
  },
  qris: {
    factory: "createQris",
    options: { apiKey: "1234567890123", merchantId: "12345678" },
    remembers: ["check"],
    presets: [
      {
        operation: "createInvoice",
        label: { id: "Invoice Rp25.578", en: "An invoice of Rp25,578" },
        input: { cliTrxNumber: "INV-1", cliTrxAmount: 25_578 },
      },
      {
        operation: "createInvoice",
        label: { id: "Nominal terlalu kecil", en: "Too small an amount" },
        input: { cliTrxNumber: "INV-2", cliTrxAmount: 99 },
      },
      {
        operation: "createInvoice",
        label: { id: "Kunci diblokir", en: "A blocked key" },
        input: { cliTrxNumber: "INV-3", cliTrxAmount: 25_578 },
        options: { apiKey: "1234567890125", merchantId: "12345680" },
      },
      { operation: "checkInvoice", label: { id: "Invoice terakhir", en: "The last invoice" }, input: { $: "$check" } },
      {
        operation: "checkInvoice",
        label: { id: "Sudah dibayar", en: "Paid" },
        input: { invid: "413255001", trxvalue: 25_578, trxdate: "2020-08-07" },
      },
    ],
  },
  "npwp-ocr": {
    factory: "createNpwpOcr",
    options: { key: "ADINS_key1234", tenantCode: "AIT" },
    remembers: [],
    presets: [
      { operation: "readNpwp", label: { id: "Terbaca", en: "Read" }, input: { img: "$photo" } },
      {
        operation: "readNpwp",
        label: { id: "Dengan tingkat keyakinan", en: "With confidences" },
        input: { img: "$photo", refNumber: "success-with-confidence-1" },
      },
      {
        operation: "readNpwp",
        label: { id: "Bukan NPWP", en: "No NPWP" },
        input: { img: "$photo", refNumber: "not-found-1" },
      },
      {
        operation: "readNpwp",
        label: { id: "Tidak terbaca", en: "Unreadable" },
        input: { img: "$photo", refNumber: "unreadable-1" },
      },
      {
        operation: "readNpwp",
        label: { id: "Kunci salah", en: "A wrong key" },
        input: { img: "$photo" },
        options: { key: "salah" },
      },
    ],
  },
};
