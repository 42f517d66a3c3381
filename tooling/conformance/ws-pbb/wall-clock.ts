/** What a clock on the server's wall shows, as Oracle's DATE holds it: without a zone; here milliseconds, read in UTC. */
export type WallTime = number;

export const day = 86_400_000;

export function wallTime(instant: Date, offsetMinutes: number): WallTime {
  return instant.getTime() + offsetMinutes * 60_000;
}

export function midnightOf(time: WallTime): WallTime {
  return Math.floor(time / day) * day;
}

/** The parts of a time as `to_char` writes them, with their zeros in front. */
export function written(time: WallTime) {
  const [date = "", clock = ""] = new Date(time).toISOString().split("T");
  const [year = "", month = "", dayOfMonth = ""] = date.split("-");
  return { year, month, day: dayOfMonth, hour: clock.slice(0, 2), minute: clock.slice(3, 5) };
}

/** `add_months`: the last day of a month becomes the last day of the other; the time of day stays. */
export function addMonths(time: WallTime, months: number): WallTime {
  const from = new Date(time);
  const year = from.getUTCFullYear();
  const month = from.getUTCMonth();
  const dayOfMonth = from.getUTCDate();
  const last = daysIn(year, month + months);
  const to = dayOfMonth === daysIn(year, month) ? last : Math.min(dayOfMonth, last);
  return Date.UTC(year, month + months, to) + (time - midnightOf(time));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}
