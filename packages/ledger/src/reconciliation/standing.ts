import type { AttemptState } from "../payment.js";

/** What an attempt says of the money: it moved, perhaps, it came back, or it did not. */
export type Standing = "paid" | "open" | "returned" | "closed";

const standings: Readonly<Record<AttemptState, Standing>> = {
  sending: "open",
  unknown: "open",
  pending: "open",
  "not-sent": "closed",
  refused: "closed",
  "not-paid": "closed",
  paid: "paid",
  surplus: "paid",
  refunded: "returned",
  reversed: "returned",
  reopened: "returned",
};

const ranks: readonly Standing[] = ["closed", "returned", "open", "paid"];

export function standingOf({ state }: { readonly state: AttemptState }): Standing {
  return standings[state];
}

/** Of several, the one whose attempts say most; of those that say the same, the last. */
export function mostTelling<T>(
  list: readonly T[],
  attemptsOf: (item: T) => readonly { readonly state: AttemptState }[],
): T | undefined {
  const rank = (item: T) => Math.max(...attemptsOf(item).map((attempt) => ranks.indexOf(standingOf(attempt))));
  return list.reduce<T | undefined>(
    (best, item) => (best === undefined || rank(item) >= rank(best) ? item : best),
    undefined,
  );
}
