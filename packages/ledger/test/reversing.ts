import type { Ledger, LedgerOptions } from "../src/index.js";
import { type Bank, createBank, type Place, type Said } from "./bank.js";

export const reversed: Said = { state: "reversed", receipt: {}, kept: {} };

/** Names the payable that takes payments back. */
export const bankReversals = Object.assign(() => reversals().payable, { vendor: "bank", operation: "reverse" });

/** Takes the payments of a bank back, each by the number that it was given; two of one bill are told apart by `/`. */
export function reversals() {
  const counter = createBank({ settledBy: "manual", undoes: "pay" });
  const { ask: _, ...own } = counter.payable;
  const payable: typeof counter.payable = {
    ...own,
    operation: "reverse",
    async take(input) {
      const order = await own.take(input);
      const [bill = ""] = input.bill.split("/");
      return { ...order, key: [`number of ${input.bill}`], undoes: [bill] };
    },
  };
  counter.answer = () => reversed;
  return { counter, payable };
}

/** A till that pays at a bank, and takes back at its counter. */
export interface Till {
  readonly bank: Bank;
  readonly counter: Bank;
  readonly ledger: Ledger;
}

export async function openTill(place: Place, options: Partial<LedgerOptions> = {}): Promise<Till> {
  const bank = createBank();
  const { counter, payable } = reversals();
  const ledger = await place.open(bank, { payables: [bank.payable, payable], worker: "till", ...options });
  return { bank, counter, ledger };
}
