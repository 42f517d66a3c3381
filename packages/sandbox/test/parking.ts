import { textIn } from "../src/action-body.js";
import type { Clock } from "../src/clock.js";
import type { Reply, VendorServer } from "../src/exchange.js";
import { defineVendor } from "../src/vendor.js";

export interface ParkingSeed {
  /** Whole rupiah of each ticket. */
  readonly price: number;
}

interface ParkingState {
  readonly open: Set<string>;
  readonly paidAt: Map<string, Date>;
}

function createParkingServer({ price }: ParkingSeed, clock: Clock): VendorServer<ParkingState> {
  const state: ParkingState = { open: new Set(["T-1"]), paidAt: new Map() };
  const pay = (ticket: string): Reply => {
    if (!state.open.has(ticket)) return { status: 404, body: { paid: false } };
    const apply = () => {
      state.open.delete(ticket);
      state.paidAt.set(ticket, clock.now());
    };
    return { status: 200, body: { paid: true, price }, commit: { what: "paid", debit: price, subject: ticket, apply } };
  };
  return {
    state,
    routes: [
      {
        operation: "pay",
        method: "GET",
        path: "/pay/{ticket}",
        secrets: [],
        handle: ({ fields }) => pay(String(fields["ticket"])),
      },
      {
        operation: "report",
        method: "POST",
        path: "/report",
        secrets: ["pin"],
        handle: () => ({ status: 200, body: { reported: true, at: clock.now().toISOString() } }),
      },
    ],
    misleading: { pay: { decidedBy: [{ path: ["paid"], values: [true, false] }] }, report: {} },
  };
}

/** A vendor that is nobody's, as its folder would give it: whoever parks draws a ticket, which no API does, and pays it. */
export const parking = defineVendor({
  seed: { price: 2_000 },
  create: createParkingServer,
  actions({ state, clock, journal }) {
    const draw = (ticket: string) => {
      state().open.add(ticket);
      journal.write({ at: clock.now(), vendor: "parking", operation: "draw", fields: { ticket } });
      return { ticket };
    };
    return { calls: { draw }, http: { draw: (body) => draw(textIn(body, "ticket")) } };
  },
});

/** Another, without actions. */
export const garage = defineVendor({ seed: { price: 5_000 }, create: createParkingServer });
