import type { Sandbox } from "@setor/sandbox";
import type { WriteDown } from "./integrator.js";

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
  /** Whether the vendor can no longer be at work on what was sent, when it allows itself `limitMs`. */
  isOver(sent: Sent, limitMs: number): boolean;
}

export function openStore<Order>({ now }: Sandbox, order: Order): Store<Order> {
  const clock = () => now().getTime();
  return {
    order,
    now: clock,
    claim: (free, take) => (record) => {
      if (!free()) throw new Error("taken");
      take({ id: record.attemptId, at: clock() });
    },
    isOver: ({ at }, limitMs) => clock() - at >= transportMs + limitMs,
  };
}
