import type { PlayData } from "../../pages/console/play-data.js";

/** Puts values into a text, at `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function rupiah(amount: number, { language }: Pick<PlayData, "language">): string {
  return `Rp${new Intl.NumberFormat(language).format(amount)}`;
}

/** A moment as a clock in WIB shows it. */
export function clockTime(at: number): string {
  return new Date(at + 7 * 3_600_000).toISOString().slice(11, 19);
}

/** A moment as a calendar in WIB shows it. */
export function calendarDay(at: number): string {
  return new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** A span of time in its largest unit, with tenths where it is no whole number of it. */
export function span(ms: number, { messages }: Pick<PlayData, "messages">): string {
  const { days, hours, minutesShort, seconds } = messages.clock;
  const units = [
    [86_400_000, days],
    [3_600_000, hours],
    [60_000, minutesShort],
  ] as const;
  const [length, text] = units.find(([unit]) => ms >= unit && ms % unit === 0) ?? [1_000, seconds];
  return fill(text, { n: Math.round((10 * ms) / length) / 10 });
}
