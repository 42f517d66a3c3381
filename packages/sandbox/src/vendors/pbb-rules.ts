import { formatWib } from "../wib.js";
import type { PbbBill } from "./pbb-seed.js";

const longestMonths = 15;

/**
 * Denda of a bill that is paid on `date` (WIB, `yyyy-MM-dd`), whole rupiah: 2 % of pokok for each month that has begun
 * since the day after jatuh tempo, 15 months at most, rounded up. Tax years up to 2013 have none.
 */
export function dendaOn(date: string, { thn, pokok, jatuhTempo }: PbbBill): number {
  if (Number(thn) <= 2013) return 0;
  const months = Math.min(Math.max(monthsBegun(dayAfter(jatuhTempo), date), 0), longestMonths);
  return Math.ceil((pokok * 2 * months) / 100);
}

/**
 * The receipt number: year, letters of the owner's name, digits of the bill, day and time of the server's clock. The
 * same bill in the same minute has the same one.
 */
export function ntpdAt(instant: Date, { nop, thn, nama }: PbbBill): string {
  const [year = "", month = "", day = "", hour = "", minute = ""] = formatWib(instant).split(/[- :]/);
  const digits = String((Number(nop.slice(10)) + Number(thn)) % 1000).padStart(3, "0");
  return `${year}${nama.padEnd(7).charAt(6)}A${digits}${minute}${nama.padEnd(2).slice(0, 2)}${day}05${hour}${month}`;
}

/**
 * Reads ddMMyyyy and HHmm as the service does: by position, whatever follows. Gives WIB, `yyyy-MM-dd HH:mm`; nothing
 * when it is no real time.
 */
export function readPaymentTime(tglBayar: string, jamBayar: string): string | undefined {
  const [, day, month, year] = /^(\d{2})(\d{2})(\d{4})/.exec(tglBayar) ?? [];
  const [, hour, minute] = /^([01]\d|2[0-3])([0-5]\d)/.exec(jamBayar) ?? [];
  if (day === undefined || hour === undefined) return undefined;
  const date = `${year}-${month}-${day}`;
  return isDate(date) ? `${date} ${hour}:${minute}` : undefined;
}

function isDate(date: string): boolean {
  const instant = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Months that have begun when `first` is the first day of the first one; 0 or less before it. */
function monthsBegun(first: string, date: string): number {
  const [from, to] = [first.split("-").map(Number), date.split("-").map(Number)];
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from;
  const [year = 0, month = 0, day = 0] = to;
  return (year - fromYear) * 12 + (month - fromMonth) + (day >= fromDay ? 1 : 0);
}
