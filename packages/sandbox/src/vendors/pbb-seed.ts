/**
 * What the service does wrong with a bill, as the real one can:
 * - `recorded-although-code-4`: the payment is stored, its NTPD is not, and the answer is code 4;
 * - `not-marked-paid`: nothing marks the bill as paid, so it can be paid again;
 * - `empty-inquiry`, `empty-payment`: the service layer fails, and the answer is an empty HTTP 200. Nothing is recorded.
 */
export type PbbQuirk = "recorded-although-code-4" | "not-marked-paid" | "empty-inquiry" | "empty-payment";

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
  readonly quirk?: PbbQuirk;
}

export interface PbbSeed {
  /** Whose words the service uses: those of the documented build on Tomcat, or of the later one on Spring Boot. */
  readonly messages: "war" | "boot";
  readonly bills: readonly PbbBill[];
}

/** A bill of the same property as all others but for the number in its NOP. */
function bill(number: number, thn: string, differences: Partial<PbbBill> = {}): PbbBill {
  return {
    nop: `3329010001001${String(number).padStart(4, "0")}0`,
    thn,
    nama: "WARSITO",
    alamatOp: "GUNUNGJAYA - SALEM",
    pokok: 35_750,
    jatuhTempo: `${thn}-09-30`,
    status: "payable",
    ...differences,
  };
}

/** The bills differ by the number in the NOP, 332901000100 1 `NNNN` 0; the README lists them. */
export const pbbSeed: PbbSeed = {
  messages: "war",
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
