import { denda } from "./denda.js";
import { composeNtpd } from "./ntpd.js";
import { type Database, insert, OracleError, type Sppt } from "./tables.js";
import type { WallTime } from "./wall-clock.js";

/** A call of a procedure: the texts of the path, the caller's address, and `sysdate`. */
export interface ProcedureCall {
  readonly nop: string;
  readonly thn: string;
  readonly ip: string;
  readonly sysdate: WallTime;
}

/** What a procedure says in a column of its own when it does nothing. */
export interface Refusal {
  readonly kodeError: "01" | "02" | "03" | "04";
}

export interface Bill {
  readonly nama: string;
  readonly alamatOp: string;
  readonly pokok: number;
  readonly denda: number;
}

export interface Payment {
  readonly ntpd: string;
  readonly mataAnggaranPokok: string;
  readonly pokok: number;
  readonly mataAnggaranSanksi: string;
  readonly sanksi: number;
  readonly namaWp: string;
  readonly alamatOp: string;
}

/** What can be switched on to go wrong within the procedures. */
export interface Procedures {
  /** Whether a trigger marks the bill when a payment is inserted; the procedure itself does not. */
  readonly marksPaid: boolean;
  /** Whether the log of payments refuses its next rows. */
  logFails: boolean;
}

/** The rows of SPPT_TERHUTANG: one or none. The status of the bill is not asked. */
export function spptTerhutang(database: Database, { nop, thn, sysdate }: ProcedureCall): Bill[] {
  return database.sppt.filter(isBill(nop, thn)).map((sppt) => ({
    nama: sppt.namaWp,
    alamatOp: alamatOp(sppt),
    pokok: sppt.pokok,
    // With its time of day, where a payment has a date.
    denda: denda(sppt, sysdate),
  }));
}

/** @throws OracleError for a bill that is not there, and when a row cannot be inserted: the payment may stay */
export function prosesPembayaran(
  database: Database,
  { marksPaid, logFails }: Procedures,
  { nop, thn, ip, sysdate }: ProcedureCall,
  tglBayar: WallTime,
): Payment | Refusal {
  const sppt = database.sppt.find(isBill(nop, thn));
  if (sppt === undefined) throw new OracleError("no data found");
  if (sppt.status === "1" || sppt.pokok === 0) return { kodeError: "03" };
  if (sppt.status === "2") return { kodeError: "04" };
  const sanksi = denda(sppt, tglBayar);
  const { rows } = database.pembayaranSppt;
  const pembayaranKe = rows.filter(isBill(nop, thn)).length + 1;
  const key = { nop: sppt.nop, thn, pembayaranKe };
  const jumlah = sppt.pokok + sanksi;
  insert(database.pembayaranSppt, { ...key, denda: sanksi, jumlah, tglPembayaran: tglBayar });
  if (marksPaid) sppt.status = "1";
  // Committed until here, whatever becomes of the log.
  const ntpd = composeNtpd(sppt, tglBayar, sysdate);
  if (logFails) throw new OracleError("unable to extend table");
  insert(database.logTrxPembayaran, { nop, thn, ntpd, pembayaranKe, ipClient: ip });
  const mataAnggaran = sppt.kdSektor === "02" ? "4.1.1.11.01" : "4.1.1.11.02";
  return {
    ntpd,
    mataAnggaranPokok: mataAnggaran,
    pokok: sppt.pokok,
    mataAnggaranSanksi: mataAnggaran,
    sanksi,
    namaWp: sppt.namaWp,
    alamatOp: alamatOp(sppt),
  };
}

/** @throws OracleError when the reversal cannot be logged: the payment is gone all the same */
export function reversalPembayaran(
  database: Database,
  { nop, thn, ip }: ProcedureCall,
  ntpd: string,
): Refusal | undefined {
  const logged = database.logTrxPembayaran.rows.filter(
    (row) => row.nop === nop && row.thn === thn && row.ntpd === ntpd,
  );
  const [entry] = logged;
  if (entry === undefined) return { kodeError: "01" };
  if (logged.length > 1) return { kodeError: "02" };
  const { rows } = database.pembayaranSppt;
  const isIt = isBill(nop, thn);
  const at = rows.findIndex((row) => isIt(row) && row.pembayaranKe === entry.pembayaranKe);
  if (at >= 0) rows.splice(at, 1);
  const sppt = database.sppt.find(isIt);
  if (sppt !== undefined) sppt.status = "0";
  // Committed until here; a second time, the key of the log is there already.
  insert(database.logReversal, { nop, thn, ntpd, ipClient: ip });
  return undefined;
}

/** The NOP is taken apart by position, so its first 18 characters count, and a shorter one finds nothing. */
function isBill(nop: string, thn: string): (row: { readonly nop: string; readonly thn: string }) => boolean {
  return (row) => row.nop === nop.slice(0, 18) && row.thn === thn;
}

function alamatOp({ kelurahan, kecamatan }: Sppt): string {
  return `${kelurahan} - ${kecamatan}`;
}
