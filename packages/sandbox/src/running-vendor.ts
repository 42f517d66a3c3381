import type { VendorServer } from "./exchange.js";
import type { ActionContext, AnyVendor } from "./vendor.js";

/** A vendor of a sandbox that was begun. */
export interface RunningVendor {
  /** As it is since the last reset. */
  readonly server: VendorServer;
  readonly actions: ReturnType<NonNullable<AnyVendor["actions"]>> | undefined;
  /** Back to the seed. */
  reset(): void;
}

/** The vendors of a sandbox, by id. */
export type RunningVendors = ReadonlyMap<string, RunningVendor>;

export function runVendor(
  vendor: AnyVendor,
  seed: unknown,
  context: Omit<ActionContext<object>, "state">,
): RunningVendor {
  const start = () => vendor.create(seed, context.clock);
  let server = start();
  return {
    get server() {
      return server;
    },
    actions: vendor.actions?.({ ...context, state: () => server.state }),
    reset() {
      server = start();
    },
  };
}
