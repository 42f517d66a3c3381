import { Unreadable } from "./statement-error.js";

/** The order of day and month where both are numbers: `dmy` is 24/11/2026, `mdy` is 11/24/2026. */
export type DayOrder = "dmy" | "mdy";

const months: readonly (readonly string[])[] = [
  ["jan", "januari", "january"],
  ["feb", "februari", "february"],
  ["mar", "maret", "march"],
  ["apr", "april"],
  ["mei", "may"],
  ["jun", "juni", "june"],
  ["jul", "juli", "july"],
  ["agu", "ags", "agt", "agustus", "aug", "august"],
  ["sep", "sept", "september"],
  ["okt", "oktober", "oct", "october"],
  ["nov", "november"],
  ["des", "desember", "dec", "december"],
];

const numberOfMonth = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1])));

const dateShapes = [
  /^(?<year>20[0-9]{2})-(?<month>[0-9]{2})-(?<day>[0-9]{2})$/,
  /^(?<first>[0-9]{1,2})(?<by>[/-])(?<second>[0-9]{1,2})\k<by>(?<year>20[0-9]{2})$/,
  /^(?<day>[0-9]{1,2})[ -](?<name>[a-z]{3,9})\.?[ -](?<year>20[0-9]{2})$/,
];

const timeShape =
  /^(?<hour>[01]?[0-9]|2[0-3])[:.](?<minute>[0-5][0-9])(?:[:.](?<second>[0-5][0-9])(?:[.,][0-9]{1,6})?)?(?: ?wib|\+07:?00)?$/;

/** What is longer is no date, however it goes on. */
const mostCharacters = 60;

/**
 * Reads a day of the WIB clock, with or without a time: `dd/MM/yyyy`, `dd-MM-yyyy`, `yyyy-MM-dd` or `d MMMM yyyy` with
 * Indonesian or English months. Gives `yyyy-MM-dd` or `yyyy-MM-dd HH:mm:ss`, or nothing for an empty text.
 * @throws Unreadable
 */
export function readDay(text: string, order: DayOrder): string | undefined {
  const plain = text.trim().slice(0, mostCharacters).toLowerCase().replace(/\s+/g, " ");
  if (plain === "") return undefined;
  const [date, time] = apart(plain);
  const groups = dateShapes.map((shape) => shape.exec(date)?.groups).find((found) => found !== undefined);
  const clock = time === undefined ? undefined : timeShape.exec(time)?.groups;
  if (groups === undefined || (time !== undefined && clock === undefined)) {
    throw new Unreadable("This is no date such as 24/11/2026, 24 November 2026 or 2026-11-24 10:15.");
  }
  const day = existing(groups, order);
  if (clock === undefined) return day;
  const { hour = "", minute = "", second = "00" } = clock;
  return `${day} ${hour.padStart(2, "0")}:${minute}:${second}`;
}

/** The day after a number of days. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Whether it is a day that exists, `yyyy-MM-dd`. */
export function isDay(text: unknown): text is string {
  if (typeof text !== "string" || !/^20[0-9]{2}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= last;
}

/** When a day begins in western Indonesia, in milliseconds since 1970. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00+07:00`);
}

/** The day of an instant in western Indonesia. */
export function dayAt(ms: number): string {
  return new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10);
}

function apart(plain: string): [string, string | undefined] {
  const at = plain.search(/(?<=[0-9])[ t](?=[0-9]{1,2}[:.])/);
  return at === -1 ? [plain, undefined] : [plain.slice(0, at), plain.slice(at + 1)];
}

function existing(groups: Readonly<Record<string, string | undefined>>, order: DayOrder): string {
  const { year = "", first, second, name } = groups;
  const isMonthFirst = first !== undefined && order === "mdy";
  const month = name === undefined ? (groups["month"] ?? (isMonthFirst ? first : second)) : numberOfMonth.get(name);
  const day = groups["day"] ?? (isMonthFirst ? second : first);
  if (month === undefined) throw new Unreadable("This date names no month in Indonesian or English.");
  const written = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  if (isDay(written)) return written;
  const hint = first === undefined ? "." : '; where the month stands first, pass `days: "mdy"`.';
  throw new Unreadable(`There is no such day${hint}`);
}
