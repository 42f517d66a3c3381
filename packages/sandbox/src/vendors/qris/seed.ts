/** A merchant of InterActive, and what its QRs say. */
export interface QrisMerchant {
  readonly apikey: string;
  readonly mID: string;
  /** Blocked because it asked too often, as the server does by itself to others. */
  readonly blocked: boolean;
  /** `ID` and digits, 15 characters. */
  readonly nmid: string;
  /** Merchant account (MPAN), up to 19 digits. */
  readonly mpan: string;
  /** Number of the merchant at its acquirer, up to 15 characters. */
  readonly account: string;
  /** Merchant category, 4 digits. */
  readonly category: string;
  /** Up to 25 characters. */
  readonly name: string;
  /** Up to 15 characters. */
  readonly city: string;
  readonly postalCode: string;
}

/** Who paid an invoice, with what, and when. */
export interface QrisPayment {
  readonly customerName: string;
  /** Bank or wallet, for example BCA. */
  readonly method: string;
  readonly at: Date;
}

export interface QrisInvoice {
  /** Digits. */
  readonly id: string;
  readonly mID: string;
  /** Whole rupiah. */
  readonly amount: number;
  readonly createdAt: Date;
  readonly payment?: QrisPayment;
}

export interface QrisSeed {
  /** Whether `data` of a refusal is an object or plain text; the server sends both. */
  readonly refusals: "object" | "text";
  /** Whether `qris_invoiceid` is a number, as in some editions of the document, or text. */
  readonly numericInvoiceIds: boolean;
  readonly merchants: readonly QrisMerchant[];
  /** Invoices from before the sandbox began. */
  readonly invoices: readonly QrisInvoice[];
}

const merchant: QrisMerchant = {
  apikey: "1234567890123",
  mID: "12345678",
  blocked: false,
  nmid: "ID1020000000017",
  mpan: "936008980000000017",
  account: "000190000000017",
  category: "5411",
  name: "TOKO WARSITO",
  city: "KAB BREBES",
  postalCode: "52212",
};

const old = { mID: merchant.mID, amount: 25_578, createdAt: new Date("2020-08-07T11:13:42+07:00") };
const payer = { customerName: "WARSITO", method: "BCA" };

/** Merchants that can and cannot trade, and invoices that time has decided; the README lists them. */
export const qrisSeed: QrisSeed = {
  refusals: "object",
  numericInvoiceIds: false,
  merchants: [
    merchant,
    { ...merchant, apikey: "1234567890124", mID: "12345679", name: "TOKO SLAMET" },
    { ...merchant, apikey: "1234567890125", mID: "12345680", blocked: true },
  ],
  invoices: [
    { ...old, id: "413255001", payment: { ...payer, at: new Date("2020-08-07T11:15:20+07:00") } },
    { ...old, id: "413255002" },
    {
      ...old,
      id: "413255003",
      createdAt: new Date("2020-08-07T23:50:00+07:00"),
      payment: { ...payer, at: new Date("2020-08-08T00:05:00+07:00") },
    },
  ],
};
