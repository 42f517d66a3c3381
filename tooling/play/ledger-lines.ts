import type { PlayEvent } from "./engine/events.js";
import type { PlayVendor } from "./vendor.js";

/** A line that a ledger would have written, by its rules. */
export interface LedgerLine {
  /** The step of the payment that it is about. */
  readonly of: number;
  readonly at: number;
  /**
   * `claimed`: written down before the first byte, so that nobody else sends it; `free`: may be sent again;
   * `asked`: looked what became of it; the others as the client said.
   */
  readonly entry: "claimed" | "asked" | "paid" | "reversed" | "refunded" | "pending" | "unknown" | "refused" | "free";
  readonly why?: string;
}

/**
 * What a ledger would have written of a run, by the rules of the money guide: derived from what happened, since a store
 * that survives a crash is nothing that a page has.
 */
export function ledgerLines(events: readonly PlayEvent[], { operations }: PlayVendor): LedgerLine[] {
  const money = new Set(operations.filter(({ effect }) => effect === "money").map(({ id }) => id));
  /** The payment that a step is about: a settling step is about the one that it settles. */
  const subjects = new Map<number, number>();
  const lines: LedgerLine[] = [];
  let lastPayment: number | undefined;
  for (const event of events) {
    const { at } = event;
    if (event.kind === "reset") subjects.clear();
    if (event.kind === "called" && money.has(event.operation)) {
      lastPayment = event.step;
      subjects.set(event.step, event.step);
    }
    if (event.kind === "called" && event.operation === "settle" && lastPayment !== undefined) {
      subjects.set(event.step, event.about === undefined ? lastPayment : (subjects.get(event.about) ?? lastPayment));
      lines.push({ of: subjects.get(event.step) ?? lastPayment, at, entry: "asked" });
    }
    if (event.kind === "sent" && money.has(event.operation) && lastPayment !== undefined) {
      lines.push({ of: lastPayment, at, entry: "claimed" });
    }
    if (event.kind === "returned") {
      const of = subjects.get(event.of);
      if (of !== undefined) lines.push({ of, at, ...entryOf(event.outcome) });
    }
  }
  return lines;
}

function entryOf({
  state,
  reason,
  code,
}: {
  state?: string;
  reason?: string;
  code?: string;
}): Pick<LedgerLine, "entry" | "why"> {
  const why = reason ?? code;
  const said = why === undefined ? {} : { why };
  switch (state) {
    case "paid":
    case "reversed":
    case "refunded":
    case "pending":
    case "refused":
      return { entry: state, ...said };
    case "not-sent":
      return { entry: "free", ...said };
    default:
      return { entry: "unknown", ...said };
  }
}
