/** A client and the secret that it signs with. */
export interface BphtbClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface BphtbBill {
  /** 19 digits. */
  readonly ntpd: string;
  /** Whether the bill is paid when the sandbox begins. */
  readonly paid: boolean;
  /** The vendor takes a payment also when the bill is paid; nobody knows whether the real one does. */
  readonly debitedEachTime?: true;
  /** Whole rupiah. */
  readonly amount: number;
  readonly description: string;
  /** 18 digits. */
  readonly nop: string;
  readonly registration_number: string;
  readonly taxpayer_address: string;
  readonly taxpayer_name: string;
  /** Tax year, four digits. */
  readonly year: string;
}

export interface BphtbSeed {
  readonly clients: readonly BphtbClient[];
  readonly bills: readonly BphtbBill[];
  /** How a payment is answered where the vendor documents nothing; see `answerUndocumented`. */
  readonly undocumented: { readonly httpStatus: number; readonly messageCode: string };
}

const karo = { description: "SSPD BPHTB 2024", nop: "990908001200301220", year: "2024" };

/**
 * | NTPD | bill |
 * |---|---|
 * | 1209411011001249943 | unpaid, Rp 196,000,000: the document's payment |
 * | 1209411011001249959 | unpaid, Rp 10,000,000: the document's bill |
 * | 1209411011001249967 | paid already, Rp 7,500,000 |
 * | 1209411011001249975 | unpaid, Rp 5,000,000; each payment is debited |
 * | any other | unknown |
 *
 * Client `your_client_id` with the secret `S3cr3t`; any other client or secret is wrong.
 */
export const bphtbSeed: BphtbSeed = {
  clients: [{ clientId: "your_client_id", clientSecret: "S3cr3t" }],
  bills: [
    {
      ...karo,
      ntpd: "1209411011001249943",
      paid: false,
      amount: 196_000_000,
      registration_number: "01249943",
      taxpayer_address: "JL. CONTOH NO.1",
      taxpayer_name: "CONTOH WAJIB PAJAK",
    },
    {
      ...karo,
      ntpd: "1209411011001249959",
      paid: false,
      amount: 10_000_000,
      registration_number: "01249959",
      taxpayer_address: "JL. ANGGREK NO.999",
      taxpayer_name: "CONTOH BR CONTOH",
    },
    {
      ...karo,
      ntpd: "1209411011001249967",
      paid: true,
      amount: 7_500_000,
      registration_number: "01249967",
      taxpayer_address: "JL. CONTOH NO.2",
      taxpayer_name: "WARSITO",
    },
    {
      ...karo,
      ntpd: "1209411011001249975",
      paid: false,
      debitedEachTime: true,
      amount: 5_000_000,
      registration_number: "01249975",
      taxpayer_address: "JL. CONTOH NO.3",
      taxpayer_name: "SLAMET",
    },
  ],
  undocumented: { httpStatus: 400, messageCode: "4002499" },
};
