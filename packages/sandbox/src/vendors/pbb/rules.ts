import { formatWib } from "../../wib.js";
import type { PbbBill } from "./seed.js";

const longestMonths = 15;

/**
 * Denda of a bill at a moment (WIB, `yyyy-MM-dd HH:mm:ss`), whole rupiah: 2 % of pokok for each month that has begun
 * since jatuh tempo, 15 months at most, rounded up. Tax years up to 2013 have none. A month is over with the midnight in
 * which its last day begins: a payment, which is of a day, is still in it then, and an inquiry later that day is not.
 */
export function dendaAt(moment: string, { thn, pokok, jatuhTempo }: PbbBill): number {
  if (Number(thn) <= 2013 || moment < `${addDay(jatuhTempo)} 00:00:00`) return 0;
  let months = 1;
  while (months < longestMonths && moment > `${addMonths(jatuhTempo, months)} 00:00:00`) months += 1;
  return Math.ceil((pokok * 2 * months) / 100);
}

/**
 * The receipt number: the day of payment (WIB, `yyyy-MM-dd`), hour and minute of the server's clock, letters and length
 * of the owner's name, and digits of the bill. The same bill in the same minute has the same one.
 */
export function ntpdOf({ nama, znt, nilaiSistemBumi, pokok }: PbbBill, paidOn: string, recordedAt: Date): string {
  const [year, month, day] = paidOn.split("-");
  const [, , , hour, minute] = formatWib(recordedAt).split(/[- :]/);
  const value = String(nilaiSistemBumi);
  return [
    year,
    nama.slice(-1),
    znt.slice(0, 1),
    nama.length,
    value.slice(0, 1),
    value.length,
    minute,
    nama.slice(0, 1),
    znt.slice(-1),
    day,
    value.slice(-1),
    String(pokok).slice(1, 2),
    hour,
    month,
  ].join("");
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

function addDay(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** As the database counts: the last day of a month leads to the last of another, and no month has a day too many. */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const lastDay = (offset: number) => new Date(Date.UTC(year, month + offset, 0)).getUTCDate();
  const wanted = day === lastDay(0) ? lastDay(months) : Math.min(day, lastDay(months));
  return new Date(Date.UTC(year, month - 1 + months, wanted)).toISOString().slice(0, 10);
}
