import type { Again, Contact, Money } from "@setor-tooling/model/advice";
import type { Chips, Effect, FailureEntry } from "../catalogue/catalogue.js";

// What is more careful stands first.
const moneys: readonly Money[] = ["may-have-moved", "moved", "came-back", "not-moved", "no-money-involved"];
const agains: readonly Again[] = ["settle-first", "no", "after-correction", "yes"];
const contacts: readonly Contact[] = ["vendor", "payers-bank", "your-team", "nobody"];

/** What holds when a text can mean each of these. */
export function mostCareful(all: readonly Chips[]): Chips {
  const most = <T>(order: readonly T[], values: readonly T[]) => order.find((each) => values.includes(each));
  return {
    money:
      most(
        moneys,
        all.map(({ money }) => money),
      ) ?? "may-have-moved",
    again:
      most(
        agains,
        all.map(({ again }) => again),
      ) ?? "settle-first",
    contact:
      most(
        contacts,
        all.map(({ contact }) => contact),
      ) ?? "vendor",
  };
}

/** What a failure says: by the effects of the calls that it comes from, and by the advice where that says more. */
export function chipsOf(failure: Advised, effects: readonly Effect[]): Chips {
  const { again, contact } = failure;
  const called = effects.length === 0 ? (["money"] as const) : effects;
  return mostCareful(
    called.map((effect) => ({ money: failure.money ?? moneyOf(failure.outcome, effect), again, contact })),
  );
}

/** The part of a failure's advice that is looked at. */
type Advised = Pick<FailureEntry, "outcome" | "money" | "again" | "contact">;

function moneyOf(outcome: string, effect: Effect): Money {
  if (effect === "read" || effect === "auth" || effect === "billed") return "no-money-involved";
  if (outcome === "unknown" || outcome === "pending") return "may-have-moved";
  return outcome === "refunded" ? "came-back" : "not-moved";
}
