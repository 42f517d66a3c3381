/**
 * What the service does wrong, as the real one does:
 * - `inquiry-ignores-status`: inquiry shows paid and cancelled bills as payable. Without it, it does not find them;
 * - `malformed-time-is-500`: a payment on no real date is an HTTP 500. Without it, it is code 4.
 *
 * And with a bill that is marked so:
 * - `recorded-although-code-4`: the payment is stored, its NTPD is not, and the answer is code 4;
 * - `not-marked-paid`: nothing marks the bill as paid, so it can be paid again;
 * - `failing-statement`: the statement of the database fails, and the answer is code 4. Nothing is recorded;
 * - `empty-inquiry`, `empty-payment`: the service layer fails, and the answer is an empty HTTP 200. Nothing is recorded.
 */
export const pbbQuirks = [
  "inquiry-ignores-status",
  "malformed-time-is-500",
  "recorded-although-code-4",
  "not-marked-paid",
  "failing-statement",
  "empty-inquiry",
  "empty-payment",
] as const;

export type PbbQuirk = (typeof pbbQuirks)[number];

export interface PbbBill {
  /** NOP, 18 digits. */
  readonly nop: string;
  /** Tax year, 4 digits. */
  readonly thn: string;
  /** Owner. Length, first and last character go into the NTPD, also a space or a dot. */
  readonly nama: string;
  /** "KELURAHAN - KECAMATAN". */
  readonly alamatOp: string;
  /** Whole rupiah; 0 is a nil bill. */
  readonly pokok: number;
  /** Code of the land value zone (ZNT), two letters; goes into the NTPD. */
  readonly znt: string;
  /** Value of the land as the tax office's system has it, a whole number; digits of it go into the NTPD. */
  readonly nilaiSistemBumi: number;
  /** Last day to pay without denda, WIB, `yyyy-MM-dd`. */
  readonly jatuhTempo: string;
  readonly status: "payable" | "paid" | "cancelled";
  /** Acts while the seed's `quirks` have it. */
  readonly quirk?: Exclude<PbbQuirk, "inquiry-ignores-status" | "malformed-time-is-500">;
}

export interface PbbSeed {
  /**
   * The documented build on Tomcat, or the later one on Spring Boot: it has other words, another page for HTTP 500, and
   * takes a HEAD for a GET, which also pays. To the documented one, HEAD is HTTP 405.
   */
  readonly build: "war" | "boot";
  /** Those that act; all of them by default. */
  readonly quirks: readonly PbbQuirk[];
  /** Whether something marks a bill as soon as it is paid; the procedure of the payment does not. True by default. */
  readonly marksAtOnce?: boolean;
  /** Whether the database cannot be reached: every answer is an empty HTTP 200 then. False by default. */
  readonly databaseDown?: boolean;
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
    znt: "AA",
    nilaiSistemBumi: 464_000,
    jatuhTempo: `${thn}-09-30`,
    status: "payable",
    ...differences,
  };
}

/** The bills differ by the number in the NOP, 992901000100 1 `NNNN` 0; the README lists them. */
export const pbbSeed: PbbSeed = {
  build: "war",
  quirks: pbbQuirks,
  bills: [
    bill(1, "2013"),
    bill(1, "2016"),
    bill(2, "2013", { status: "paid" }),
    bill(3, "2013", { status: "cancelled" }),
    bill(4, "2013", { pokok: 0 }),
    bill(5, "2013", { nama: "SLAMET " }),
    bill(6, "2013", { quirk: "recorded-although-code-4" }),
    bill(7, "2013", { quirk: "not-marked-paid" }),
    bill(8, "2013", { quirk: "empty-inquiry" }),
    bill(9, "2013", { quirk: "empty-payment" }),
    bill(10, "2013", { nama: "SLAMET WARSITO" }),
    bill(11, "2013", { nama: "H. WARSITO, SH." }),
    bill(12, "2013", { quirk: "failing-statement" }),
  ],
};
