import type { OurAttempt, TheirLine } from "./groups.js";
import type { Sum, Totals, VerdictTotals } from "./reconciliation.js";
import { type Standing, standingOf } from "./standing.js";

interface Sides {
  readonly ours: readonly OurAttempt[];
  readonly theirs: readonly TheirLine[];
}

/** What a day comes to in both books. */
export function totalsOf({ ours, theirs }: Sides, day: string): Totals {
  const standing = (wanted: Standing) => sum(ours, day, (attempt) => standingOf(attempt) === wanted);
  const own = standing("paid");
  const payments = sum(theirs, day, ({ kind }) => kind === "payment");
  const returned = sum(theirs, day, isReturn);
  return {
    ours: own,
    open: standing("open"),
    theirs: payments,
    returned,
    fees: sum(theirs, day, ({ kind }) => kind === "fee"),
    difference: {
      n: payments.n - returned.n - own.n,
      rupiah: payments.rupiah - returned.rupiah - own.rupiah,
    },
  };
}

/** What the entries of one verdict come to on a day. */
export function verdictTotals(entries: readonly Sides[], day: string): VerdictTotals {
  const { ours, theirs, returned } = totalsOf(
    { ours: entries.flatMap((entry) => entry.ours), theirs: entries.flatMap((entry) => entry.theirs) },
    day,
  );
  return {
    n: entries.length,
    ours,
    theirs: { n: theirs.n - returned.n, rupiah: theirs.rupiah - returned.rupiah },
  };
}

/** Money that came back. */
export function isReturn({ kind }: Pick<TheirLine, "kind">): boolean {
  return kind === "reversal" || kind === "refund";
}

function sum<T extends { readonly day: string; readonly amount?: number }>(
  list: readonly T[],
  day: string,
  isMeant: (item: T) => boolean,
): Sum {
  const meant = list.filter((item) => item.day === day && isMeant(item));
  return {
    n: meant.length,
    rupiah: meant.reduce((total, { amount = 0 }) => total + amount, 0),
    unknown: meant.filter(({ amount }) => amount === undefined).length,
  };
}
