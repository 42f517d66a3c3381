import { wibParts } from "@setor/core";
import { type Html, type HtmlValue, html } from "../reconciliation/html.js";
import type { Texts } from "./texts.js";

/** Puts values in the places of a sentence that `{name}` stands for. */
export function fill(text: string, values: Readonly<Record<string, HtmlValue>>): readonly Html[] {
  return text.split(/\{(\w+)\}/).map((part, index) => html`${index % 2 === 0 ? part : values[part]}`);
}

/** An instant on the WIB clock, to the second. */
export function timeOf(iso: string, { months, colon }: Texts): Html {
  const { year, month, day, hour, minute, second } = wibParts(new Date(iso));
  const text = `${Number(day)} ${months[Number(month) - 1]} ${year} ${[hour, minute, second].join(colon)} WIB`;
  return html`<time datetime="${iso}">${text}</time>`;
}

/** An instant on the WIB clock, to the minute; without what goes without saying `now`. */
export function shortTimeOf(iso: string, { months, colon }: Texts, now: number): Html {
  const { year, month, day, hour, minute } = wibParts(new Date(iso));
  const today = wibParts(new Date(now));
  const isToday = year === today.year && month === today.month && day === today.day;
  const date = isToday ? [] : [String(Number(day)), months[Number(month) - 1], ...(year === today.year ? [] : [year])];
  const clock = `${hour}${colon}${minute}\u00a0WIB`;
  return html`<time datetime="${iso}">${[date.join("\u00a0"), clock].filter(Boolean).join(" ")}</time>`;
}

/** A day, `yyyy-MM-dd`, for people. */
export function dayOf(day: string, { months }: Texts): Html {
  const [year, month, date] = day.split("-").map(Number);
  return html`<time datetime="${day}">${`${date} ${months[(month ?? 1) - 1]} ${year}`}</time>`;
}

/** How old something is, in its two largest units. */
export function ageOf(ms: number, { units }: Texts): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const parts = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3_600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const first = parts.findIndex((part) => part > 0);
  if (first === -1) return `0 ${units[3]}`;
  // Seconds of what is older than a minute tell nobody anything.
  const shown = parts.slice(first, first === 3 ? 4 : Math.min(first + 2, 3));
  return shown
    .map((part, index) => ({ part, unit: units[first + index] }))
    .filter(({ part }) => part > 0)
    .map(({ part, unit }) => `${part}\u00a0${unit}`)
    .join(" ");
}

/** A text that somebody else has chosen, in whatever direction it runs. */
export function foreign(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}
