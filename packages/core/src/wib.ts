const offsetMs = 7 * 60 * 60 * 1000;
const pattern = /^.{19}(\.\d{3})?$/;

/** The parts of an instant on a clock in western Indonesia (WIB, UTC+7, no daylight saving), zero-padded. */
export interface WibParts {
  /** 4 digits. */
  readonly year: string;
  /** 01 to 12. */
  readonly month: string;
  /** 01 to 31. */
  readonly day: string;
  /** 00 to 23. */
  readonly hour: string;
  /** 00 to 59. */
  readonly minute: string;
  /** 00 to 59. */
  readonly second: string;
  /** 000 to 999. */
  readonly millisecond: string;
}

/**
 * Takes an instant apart on the WIB clock.
 * @throws TypeError for an invalid `Date`, or a year that does not have four digits.
 */
export function wibParts(instant: Date): WibParts {
  const [year = "", month = "", day = "", hour = "", minute = "", second = "", millisecond = ""] = formatWib(
    instant,
    "millisecond",
  ).split(/[- :.]/);
  return { year, month, day, hour, minute, second, millisecond };
}

/**
 * Writes an instant as WIB, `yyyy-MM-dd HH:mm:ss`, or to the millisecond `yyyy-MM-dd HH:mm:ss.SSS`.
 * @throws TypeError for an invalid `Date`, or a year that does not have four digits.
 */
export function formatWib(instant: Date, precision: "second" | "millisecond" = "second"): string {
  const shifted = new Date(instant instanceof Date ? instant.getTime() + offsetMs : Number.NaN);
  const year = shifted.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) {
    throw new TypeError('WIB: must be a valid Date, for example new Date("2026-01-31T09:30:00+07:00")');
  }
  return shifted
    .toISOString()
    .replace("T", " ")
    .slice(0, precision === "second" ? 19 : 23);
}

/**
 * Reads WIB, `yyyy-MM-dd HH:mm:ss`, with or without milliseconds.
 * @throws TypeError when it is written otherwise or is no real time.
 */
export function parseWib(text: string): Date {
  const instant = new Date(`${text.replace(" ", "T")}+07:00`);
  // A 31st of February is moved into March by Date; it must come back as it was written.
  if (!pattern.test(text) || Number.isNaN(instant.getTime()) || formatWib(instant) !== text.slice(0, 19)) {
    throw new TypeError('parseWib: must be a WIB time, for example "2019-07-07 13:14:15"');
  }
  return instant;
}
