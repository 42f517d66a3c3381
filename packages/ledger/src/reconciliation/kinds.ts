import { type LineKind, lineKinds, type StatementColumns } from "./columns.js";
import { Unreadable } from "./statement-error.js";

/** Reads the column that says what a line is. */
export function kindReader({ kind }: StatementColumns): (text: string) => LineKind {
  const fold = (text: string) => text.trim().toLowerCase();
  const known = new Map(lineKinds.flatMap((each) => (kind?.[each] ?? []).map((word) => [fold(word), each])));
  return (text) => {
    const found = known.get(fold(text));
    if (found === undefined) throw new Unreadable("What this line is, `columns.kind` does not say.");
    return found;
  };
}

/** Where no column says what a line is, its sign does: money that comes back is a reversal. */
export function settleKind(named: LineKind | undefined, signed: number | undefined, paymentSign: "+" | "-"): LineKind {
  const isPayment = signed === undefined || signed === 0 || signed < 0 === (paymentSign === "-");
  if (named === undefined) return isPayment ? "payment" : "reversal";
  if (named === "payment" && !isPayment) {
    throw new Unreadable(`A payment of this statement has the sign "${paymentSign}", and this one has the other.`);
  }
  return named;
}
