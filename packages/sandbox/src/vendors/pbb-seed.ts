/**
 * What the service does wrong, as the real one does:
 * - `inquiry-ignores-status`: inquiry shows paid and cancelled bills as payable. Without it, it does not find them;
 * - `malformed-time-is-500`: a payment on no real date is an HTTP 500. Without it, it is code 4.
 *
 * And with a bill that is marked so:
 * - `recorded-although-code-4`: the payment is stored, its NTPD is not, and the answer is code 4;
 * - `not-marked-paid`: nothing marks the bill as paid, so it can be paid again;
 * - `empty-inquiry`, `empty-payment`: the service layer fails, and the answer is an empty HTTP 200. Nothing is recorded.
 */
export const pbbQuirks = [
  "inquiry-ignores-status",
  "malformed-time-is-500",
  "recorded-although-code-4",
  "not-marked-paid",
  "empty-inquiry",
  "empty-payment",
] as const;

export type PbbQuirk = (typeof pbbQuirks)[number];

export interface PbbBill {
  /** NOP, 18 digits. */
  readonly nop: string;
  /** Tax year, 4 digits. */
  readonly thn: string;
  /** Owner. The seventh character goes into the NTPD, also when it is a space. */
  readonly nama: string;
  /** "KELURAHAN - KECAMATAN". */
  readonly alamatOp: string;
  /** Whole rupiah; 0 is a nil bill. */
  readonly pokok: number;
  /** Last day to pay without denda, WIB, `yyyy-MM-dd`. */
  readonly jatuhTempo: string;
  readonly status: "payable" | "paid" | "cancelled";
  /** Acts while the seed's `quirks` have it. */
  readonly quirk?: Exclude<PbbQuirk, "inquiry-ignores-status" | "malformed-time-is-500">;
}

export interface PbbSeed {
  /** Whose words the service uses: those of the documented build on Tomcat, or of the later one on Spring Boot. */
  readonly messages: "war" | "boot";
  /** Those that act; all of them by default. */
  readonly quirks: readonly PbbQuirk[];
  readonly bills: readonly PbbBill[];
}

/** A bill of the same property as all others but for the number in its NOP. */
function bill(number: number, thn: string, differences: Partial<PbbBill> = {}): PbbBill {
  return {
    nop: `9929010001001${String(number).padStart(4, "0")}0`,
    thn,
    nama: "WARSITO",
    alamatOp: "CONTOHJAYA - MELUR",
    pokok: 35_750,
    jatuhTempo: `${thn}-09-30`,
    status: "payable",
    ...differences,
  };
}

/** The bills differ by the number in the NOP, 992901000100 1 `NNNN` 0; the README lists them. */
export const pbbSeed: PbbSeed = {
  messages: "war",
  quirks: pbbQuirks,
  bills: [
    bill(1, "2013"),
    bill(1, "2016"),
    bill(2, "2013", { status: "paid" }),
    bill(3, "2013", { status: "cancelled" }),
    bill(4, "2013", { pokok: 0 }),
    bill(5, "2013", { nama: "SLAMET WARSITO" }),
    bill(6, "2013", { quirk: "recorded-although-code-4" }),
    bill(7, "2013", { quirk: "not-marked-paid" }),
    bill(8, "2013", { quirk: "empty-inquiry" }),
    bill(9, "2013", { quirk: "empty-payment" }),
  ],
};
