import { expect, it } from "vitest";
import { withSettlement } from "./results.js";

it.each([
  ["pending", true],
  ["unknown", true],
  ["paid", false],
  ["refused", false],
  ["not-sent", false],
])("an open result alone says how it is settled: %s", (state, open) => {
  const settlement = { settlement: "manual", check: "ask" };
  expect(withSettlement({ state }, settlement)).toEqual(open ? { state, ...settlement } : { state });
});
