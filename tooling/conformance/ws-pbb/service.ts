import { JavaError, parseInteger, substring } from "./java.js";
import {
  type Payment,
  type ProcedureCall,
  type Procedures,
  prosesPembayaran,
  type Refusal,
  reversalPembayaran,
  spptTerhutang,
} from "./procedures.js";
import type { Database } from "./tables.js";
import { midnightOf, type WallTime, wallTime } from "./wall-clock.js";

/** The documented program, and its rewrite. */
export type Build = "WAR" | "Boot";

/** What can be switched on to go wrong. */
export interface Trouble extends Procedures {
  /** No connection can be had, so no transaction begins. */
  databaseDown: boolean;
  /** There is a connection, and the call of the procedure fails. */
  statementFails: boolean;
  /** The procedure gives a cursor without rows. */
  emptyCursor: boolean;
}

export interface ServiceOptions {
  readonly build: Build;
  readonly database: Database;
  readonly now: () => Date;
  /** The server's zone: minutes ahead of UTC. */
  readonly offsetMinutes: number;
  readonly trouble: Trouble;
}

/** The object that is sent as JSON; nothing is sent for `undefined`, under HTTP 200. */
export type Answer = object | undefined;

export interface Service {
  inquire(nop: string, thn: string): Answer;
  /** @throws JavaError for a date or a time that cannot be read, before anything is tried */
  pay(nop: string, thn: string, tglBayar: string, jamBayar: string, ip: string): Answer;
  reverse(nop: string, thn: string, ntpd: string, ip: string): Answer;
}

const paymentRefusals: Record<Refusal["kodeError"], Answer> = {
  // The first two are written in the program, and nothing in the procedure leads to them.
  "01": { code: 13, message: "Tagihan Telah Terbayar atau Pokok Pajak Nihil.", byrSppt: null },
  "02": undefined,
  "03": { code: 13, message: "Tagihan Telah Terbayar", byrSppt: null },
  "04": { code: 3, message: "Tagihan SPPT Telah Dibatalkan", byrSppt: null },
};

/** A payment of which no column was set. */
const nothing: Record<keyof Payment | "nop" | "thn", null> = {
  nop: null,
  thn: null,
  ntpd: null,
  mataAnggaranPokok: null,
  pokok: null,
  mataAnggaranSanksi: null,
  sanksi: null,
  namaWp: null,
  alamatOp: null,
};

const recorded = (byrSppt: object) => ({ code: 1, message: "Pembayaran Telah Tercatat", byrSppt });

/** One call after the other: the real one mixes the answers of concurrent calls up. */
export function createService({ build, database, now, offsetMinutes, trouble }: ServiceOptions): Service {
  const sysdate = () => wallTime(now(), offsetMinutes);
  const letters = (war: string, boot: string) => (build === "WAR" ? war : boot);

  /** What the service makes of a call: of the database only a failing statement becomes an answer. */
  function calling(failure: Answer, procedure: () => Answer): Answer {
    if (trouble.databaseDown) return undefined;
    try {
      if (trouble.statementFails) throw new Error("statement failed");
      return procedure();
    } catch {
      return failure;
    }
  }

  return {
    inquire(nop, thn) {
      if (parseInteger(thn) === undefined) {
        const message = `Tahun Pajak Mengandung Karakter ${letters("bukan", "Bukan")} Angka`;
        return { code: 36, message, sppt: null };
      }
      return calling({ code: 4, message: "Kesalahan DB", sppt: null }, () => {
        const bills = trouble.emptyCursor ? [] : spptTerhutang(database, { nop, thn, ip: "", sysdate: sysdate() });
        const bill = bills.at(-1);
        if (bill === undefined) return { code: 10, message: "Data Tidak Ditemukan", sppt: null };
        // The bill that was asked for, not the one in the table.
        return { code: 1, message: letters("Data ditemukan", "Data Ditemukan"), sppt: { nop, thn, ...bill } };
      });
    },
    pay(nop, thn, tglBayar, jamBayar, ip) {
      const at = paidAt(tglBayar, jamBayar);
      if (at > sysdate()) {
        const message = "Tanggal atau jam pada saat dibayarkan melebihi tanggal dan jam saat ini";
        return { code: 32, message, byrSppt: null };
      }
      return calling({ code: 4, message: "Kesalahan Server", byrSppt: null }, () => {
        if (trouble.emptyCursor) return recorded(nothing);
        const call: ProcedureCall = { nop, thn, ip, sysdate: sysdate() };
        // A date without its time is handed to the procedure.
        const row = prosesPembayaran(database, trouble, call, midnightOf(at));
        return "kodeError" in row ? paymentRefusals[row.kodeError] : recorded({ nop, thn, ...row });
      });
    },
    reverse(nop, thn, ntpd, ip) {
      const failed = (code: number, message: string) => ({ code, message, revPembayaran: null });
      return calling(failed(4, "Kesalahan Server"), () => {
        if (trouble.emptyCursor) return undefined;
        const refusal = reversalPembayaran(database, { nop, thn, ip, sysdate: sysdate() }, ntpd);
        if (refusal?.kodeError === "01") return failed(10, "Data Yang Diminta Tidak Ada");
        if (refusal !== undefined) return failed(4, letters("Data tersebut Ganda", "Data Tersebut Ganda"));
        return { code: 1, message: "Proses Reversal Berhasil", revPembayaran: { nop, thn, ntpd } };
      });
    },
  };
}

/** `ddMMyyyy` and `HHmm`, read by position; what comes after is not looked at. */
function paidAt(tglBayar: string, jamBayar: string): WallTime {
  const part = (text: string, begin: number, end: number) => {
    const value = parseInteger(substring(text, begin, end));
    if (value === undefined) throw new JavaError("java.lang.NumberFormatException");
    return value;
  };
  const date = part(tglBayar, 0, 2);
  const month = part(tglBayar, 2, 4);
  const year = part(tglBayar, 4, 8);
  const hour = part(jamBayar, 0, 2);
  const minute = part(jamBayar, 2, 4);
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, date);
  time.setUTCHours(hour, minute);
  const read = [time.getUTCDate(), time.getUTCMonth() + 1, time.getUTCFullYear(), time.getUTCHours()];
  if (read.join() !== [date, month, year, hour].join() || time.getUTCMinutes() !== minute) {
    throw new JavaError("org.joda.time.IllegalFieldValueException");
  }
  return time.getTime();
}
