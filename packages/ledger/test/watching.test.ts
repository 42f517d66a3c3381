import { afterEach, beforeEach, expect, it } from "vitest";
import { bankPayments, createBank, createPlace, type Place, turn } from "./bank.js";

let place: Place;
let unhandled: unknown[];
const keep = (reason: unknown) => unhandled.push(reason);

beforeEach(() => {
  place = createPlace();
  unhandled = [];
  process.on("unhandledRejection", keep);
});

afterEach(async () => {
  process.off("unhandledRejection", keep);
  await place.close();
});

it.each([
  [
    "fails",
    () => {
      throw new Error("The watcher is away.");
    },
  ],
  ["fails later", () => Promise.reject(new Error("The watcher is away."))],
])("an `onEvent` that %s harms neither the payment nor the process", async (_, onEvent) => {
  const bank = createBank();
  const ledger = await place.open(bank, { onEvent });
  expect(await ledger.pay(bankPayments, { bill: "1" })).toMatchObject({ state: "paid", fresh: true });
  expect(await ledger.seal()).toMatch(/^[0-9a-f]{64}$/);
  await turn();
  expect(unhandled).toEqual([]);
});
