import { expect, it } from "vitest";
import { formatCountdown, remainingMs } from "./index.js";

const invoice = { expiresAt: new Date("2020-08-07T11:43:42+07:00") };

it.each([
  ["2020-08-07T11:13:42+07:00", 1_800_000],
  ["2020-08-07T11:43:41.999+07:00", 1],
  ["2020-08-07T11:43:42+07:00", 0],
  ["2020-08-08T00:00:00+07:00", 0],
])("remainingMs at %s is %d", (now, ms) => {
  expect(remainingMs(invoice, new Date(now))).toBe(ms);
});

it("remainingMs counts from the platform's clock when it is given none", () => {
  expect(remainingMs({ expiresAt: new Date(Date.now() + 60_000) })).toBeGreaterThan(0);
});

it("remainingMs refuses a time that came back from storage as text", () => {
  const stored = JSON.parse(JSON.stringify(invoice));
  expect(() => remainingMs(stored, new Date())).toThrow(TypeError);
  expect(() => remainingMs({ expiresAt: new Date("no") }, new Date())).toThrow(TypeError);
});

it.each([
  [1_800_000, "30:00"],
  [59_001, "01:00"],
  [59_000, "00:59"],
  [1, "00:01"],
  [0, "00:00"],
  [-1, "00:00"],
  [5_400_000, "90:00"],
  [6_000_000, "100:00"],
])("formatCountdown writes %d ms as %s", (ms, text) => {
  expect(formatCountdown(ms)).toBe(text);
});
