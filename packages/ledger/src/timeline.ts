import type { Dispute } from "./payment.js";
import { type Decision, decisionOf } from "./people.js";
import type { Row, Store } from "./store.js";

/** What happened to a payment, line by line, and what people have said of it. */
export interface Timeline {
  /** Oldest first. */
  readonly events: readonly TimelineEvent[];
  /** What was proposed and approved, oldest first; of proposals that were replaced, only the last. */
  readonly decisions: readonly Decision[];
}

/** One line of the journal, without references, receipts and persons. */
export interface TimelineEvent {
  /** When it was written down, by the clock of the store; ISO 8601, UTC. */
  readonly at: string;
  /** Number of the attempt, from 1. */
  readonly attempt: number;
  /** `claimed` and `taken-over`, the state that it came to, or `decided-` with what was decided. */
  readonly event: string;
  /** The worker and the number of its start, `till-3/4`; `people` for what two people decided. */
  readonly actor: string;
  /** Why, where that was said. */
  readonly reason?: string;
  /** What people had to look at from then on. */
  readonly dispute?: Dispute;
}

/** Reads what happened to a payment; nothing for one that is not known. */
export async function timeline(store: Store, tenant: string, payment: string): Promise<Timeline> {
  if (typeof payment !== "string") throw new TypeError("timeline: `payment` must be the id of a payment");
  const own = "exists (select 1 from payment where id = ? and tenant = ?)";
  const lines = await store.all(
    `select at, n, event, actor, data from journal where payment = ? and ${own} order by seq`,
    payment,
    payment,
    tenant,
  );
  const decisions = await store.all(
    `select * from decision where payment = ? and ${own} order by proposed_at, id`,
    payment,
    payment,
    tenant,
  );
  return { events: lines.map(eventOf), decisions: decisions.map(decisionOf) };
}

function eventOf(row: Row): TimelineEvent {
  const event = String(row["event"]);
  const data: unknown = JSON.parse(String(row["data"]));
  const said = typeof data === "object" && data !== null ? data : {};
  const reason: unknown = Reflect.get(said, "reason");
  const dispute: unknown = Reflect.get(said, "dispute");
  return {
    at: new Date(Number(row["at"])).toISOString(),
    attempt: Number(row["n"]),
    event,
    actor: event.startsWith("decided-") ? "people" : String(row["actor"]),
    ...(typeof reason === "string" && { reason }),
    // The rules write no other.
    ...(typeof dispute === "string" && { dispute: dispute as Dispute }),
  };
}
