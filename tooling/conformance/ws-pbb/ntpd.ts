import type { Sppt } from "./tables.js";
import { type WallTime, written } from "./wall-clock.js";

/**
 * The number of a payment, put together of letters and digits of the bill, the date that was paid and the time that it is
 * recorded: the same bill in the same minute gets the same one. Spaces and dots of a name come along.
 */
export function composeNtpd({ namaWp, kdZnt, nilaiSistemBumi, pokok }: Sppt, paid: WallTime, now: WallTime): string {
  const nilai = String(nilaiSistemBumi);
  const on = written(paid);
  const at = written(now);
  return [
    on.year,
    namaWp.slice(-1),
    kdZnt.slice(0, 1),
    namaWp.length,
    nilai.slice(0, 1),
    nilai.length,
    at.minute,
    namaWp.slice(0, 1),
    kdZnt.slice(-1),
    on.day,
    nilai.slice(-1),
    String(pokok).slice(1, 2),
    at.hour,
    on.month,
  ].join("");
}
