import { createActivity } from "./activity.js";
import { createClock } from "./clock.js";
import { type Controls, createControl } from "./control.js";
import type { Reply } from "./exchange.js";
import { createFaults, type Operations } from "./faults.js";
import { readRequest, toResponse, untilAborted } from "./in-process.js";
import { createJournal } from "./journal.js";
import { maxBodyBytes, receive } from "./receive.js";
import { type RunningVendors, runVendor } from "./running-vendor.js";
import { transmit } from "./transmission.js";
import type { ActionContext, ActionsOf, Registry, SandboxFetch, SeedOf, StateOf } from "./vendor.js";
import type { Wire } from "./wire.js";

export interface OptionsOf<R extends Registry> {
  /** The clock; the platform's by default. With one of your own, time passes in the sandbox only by `advance`. */
  readonly now?: () => Date;
  readonly seed?: SeedOf<R>;
  /**
   * The network over which callbacks are sent, to whatever address; by default the platform's, and to this machine only.
   */
  readonly fetch?: SandboxFetch;
}

/** A sandbox but for the actions that its vendors bring. */
export interface SandboxOf<R extends Registry> extends Controls {
  /** Answers as the vendors do, in this process: give it to a client as `fetch`, with `baseUrl(vendor)`. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** What `serveSandbox` serves. */
  readonly wire: Wire;
  /**
   * The base URL of a vendor for clients that use `fetch`.
   * @throws TypeError for a vendor that the sandbox does not have
   */
  baseUrl(vendor: string): string;
  /** Resolves when every request that has come in is answered, or waits for the time to pass. */
  idle(): Promise<void>;
  /** When the next of what waits for the time to pass goes on; nothing while nothing waits. */
  nextDue(): Date | undefined;
  /** The books of each vendor, for tests to look at. */
  readonly state: StateOf<R>;
}

const inProcessOrigin = "http://127.0.0.1";

/** Creates a sandbox of these vendors, with its own state, clock, faults and journal. */
export function createSandboxOf<R extends Registry>(
  registry: R,
  { now, seed = {}, fetch }: OptionsOf<R> = {},
): SandboxOf<R> & ActionsOf<R> {
  const clock = createClock(now);
  const activity = createActivity();
  const journal = createJournal();
  let resets = 0;
  const watchReset = () => {
    const before = resets;
    return () => resets !== before;
  };
  const vendors = runVendors(registry, seed, { activity, clock, journal, fetch, watchReset });
  const faults = createFaults(operationsOf(vendors));
  const lastReplies = new Map<string, Reply>();

  const controls: Controls = {
    now: clock.now,
    advance: clock.advance,
    faults,
    journal,
    reset() {
      resets += 1;
      for (const vendor of vendors.values()) vendor.reset();
      clock.reset();
      faults.clear();
      journal.clear();
      lastReplies.clear();
    },
  };
  const control = createControl(controls, vendors);

  const receiveAt: Wire["receive"] = async (url, request) => {
    const [, vendor = "", path = ""] = /^\/([\w-]+)(.*)$/.exec(url.pathname) ?? [];
    const raw = { ...request, path, query: url.searchParams };
    if (raw.bytes.length > maxBodyBytes) return transmit({ status: 413, body: "" }, undefined, url.href);
    if (vendor === "sandbox") return transmit(await control(raw), undefined, url.href);
    const context = { activity, clock, faults, journal, vendors, isOver: watchReset(), lastReplies };
    return receive(context, vendor, raw, url.href);
  };

  const wire: Wire = {
    receive: (url, request) => activity.during(() => receiveAt(url, request)),
    sleep: clock.sleep,
  };
  const sandbox: SandboxOf<R> = {
    ...controls,
    wire,
    fetch(url, init) {
      const work = async () => {
        const request = await readRequest(url, init);
        return toResponse(await receiveAt(new URL(url), request), request.method, wire);
      };
      return untilAborted(activity.during(work), init?.signal);
    },
    baseUrl: (vendor) => `${inProcessOrigin}/${requireVendor(vendor, vendors)}`,
    idle: activity.idle,
    nextDue: clock.nextDue,
    get state() {
      return statesOf<R>(vendors);
    },
  };
  return Object.assign(sandbox, callsOf<R>(vendors));
}

function runVendors(
  registry: Registry,
  seeds: Readonly<Record<string, unknown>>,
  context: Omit<ActionContext<object>, "state">,
): RunningVendors {
  const running = Object.entries(registry).map(
    ([id, vendor]) => [id, runVendor(vendor, seeds[id] ?? vendor.seed, context)] as const,
  );
  return new Map(running);
}

function requireVendor(vendor: string, vendors: RunningVendors): string {
  if (vendors.has(vendor)) return vendor;
  throw new TypeError(`baseUrl: \`vendor\` is "${vendor}"; it must be one of ${[...vendors.keys()].join(", ")}`);
}

function operationsOf(vendors: RunningVendors): Operations {
  return Object.fromEntries(
    [...vendors].map(
      ([
        id,
        {
          server: { routes, misleading },
        },
      ]) => [id, Object.fromEntries(routes.map(({ operation }) => [operation, misleading[operation] ?? {}]))],
    ),
  );
}

/** The state of each vendor. TypeScript does not follow vendor by vendor what is made of a list: the type says it. */
function statesOf<R extends Registry>(vendors: RunningVendors): StateOf<R> {
  return Object.fromEntries([...vendors].map(([id, { server }]) => [id, server.state])) as StateOf<R>;
}

/** The seed of each vendor by default; typed as the states are, for the same reason. */
export function seedsOf<R extends Registry>(registry: R): Required<SeedOf<R>> {
  return Object.fromEntries(Object.entries(registry).map(([id, { seed }]) => [id, seed])) as Required<SeedOf<R>>;
}

/** What a tester does with each vendor that brings actions; typed as the states are, for the same reason. */
function callsOf<R extends Registry>(vendors: RunningVendors): ActionsOf<R> {
  const bringing = [...vendors].flatMap(([id, { actions }]) => (actions === undefined ? [] : [[id, actions.calls]]));
  return Object.fromEntries(bringing) as ActionsOf<R>;
}
