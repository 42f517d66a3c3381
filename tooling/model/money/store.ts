import type { Policy, WriteDown } from "./integrator.js";

/** What was handed to the kernel can arrive this long after its sender is gone. */
const transportMs = 125_000;

/** What is written down of a sending; survives a crash. */
export interface Sent {
  /** The `attemptId` of the call. */
  readonly id: string;
  /** On the clock of the store, in milliseconds. */
  readonly at: number;
}

/** An order in a store that several processes share, and that has a clock of its own, which does not leap. */
export interface Store<Order> {
  readonly order: Order;
  /** In milliseconds. */
  now(): number;
  /**
   * Writes a sending down right before its first byte, if `free` still holds then: only one of two processes that both
   * found the order free may send.
   */
  claim(free: () => boolean, take: (sent: Sent) => void): WriteDown;
  /**
   * How long ago it was sent at least, in milliseconds: it was written down before, and a process that is stopped then
   * may still send it until the deadline of its call.
   */
  ageOf(sent: Sent, deadlineMs: number): number;
  /** Whether the vendor can no longer be at work on what was sent, when it allows itself `limitMs`. */
  isOver(sent: Sent, deadlineMs: number, limitMs: number): boolean;
}

export function openStore<Order>({ now }: { now(): Date }, policy: Policy, order: Order): Store<Order> {
  const clock = () => now().getTime();
  const ageOf: Store<Order>["ageOf"] = ({ at }, deadlineMs) =>
    policy === "hasty" ? clock() - at + transportMs : Math.max(0, clock() - at - deadlineMs);
  return {
    order,
    now: clock,
    claim: (free, take) => (record) => {
      if (!free()) throw new Error("taken");
      take({ id: record.attemptId, at: clock() });
    },
    ageOf,
    isOver: (sent, deadlineMs, limitMs) => ageOf(sent, deadlineMs) >= transportMs + limitMs,
  };
}
