import type { ActionBody } from "./action-body.js";
import type { Activity } from "./activity.js";
import type { Clock } from "./clock.js";
import type { VendorServer } from "./exchange.js";
import type { JournalWriter } from "./journal.js";

/** The network that the sandbox sends over. */
export type SandboxFetch = (url: string, init?: RequestInit) => Promise<Response>;

/** What the actions of a vendor work with. */
export interface ActionContext<State extends object> {
  readonly activity: Activity;
  readonly clock: Clock;
  readonly journal: JournalWriter;
  /** The network that the sandbox was given; without one, the platform's, and then to this machine only. */
  readonly fetch: SandboxFetch | undefined;
  /** The vendor's state, which is another after a reset. */
  state(): State;
  /** Begins to watch for a reset; gives whether there was one since. */
  watchReset(): () => boolean;
}

/** An action over HTTP: takes the body of the request, gives that of the answer. */
export type HttpAction = (body: ActionBody) => object | Promise<object>;

/** What a tester does with a vendor beside its API. */
export interface VendorActions<Calls extends object> {
  /** In this process, as `sandbox.<vendor>`. */
  readonly calls: Calls;
  /** The same over HTTP, as `POST /sandbox/<vendor>/<action>`. */
  readonly http: Readonly<Record<keyof Calls & string, HttpAction>>;
}

/** What the folder of a vendor gives to the sandbox. */
export interface Vendor<Seed, State extends object, Calls extends object> {
  /** The accounts and bills that it has by default. */
  readonly seed: Seed;
  create(seed: Seed, clock: Clock): VendorServer<State>;
  /** Absent where a tester needs nothing but the API. */
  actions?(context: ActionContext<State>): VendorActions<Calls>;
}

/**
 * A vendor of whatever types, for what is done with all alike. The seed and the state that it is handed are its own: the
 * registry pairs them, which TypeScript does not follow through a loop.
 */
export interface AnyVendor {
  readonly seed: unknown;
  create(seed: unknown, clock: Clock): VendorServer;
  actions?(context: ActionContext<object>): {
    readonly calls: object;
    readonly http: Readonly<Record<string, HttpAction>>;
  };
}

/** Vendors by their id, which is also the path that each is served under. */
export type Registry = Readonly<Record<string, AnyVendor>>;

/** The seed of each vendor, where it is not that by default. */
export type SeedOf<R extends Registry> = { readonly [Id in keyof R]?: R[Id]["seed"] };

/** The state of each vendor. */
export type StateOf<R extends Registry> = { readonly [Id in keyof R]: ReturnType<R[Id]["create"]>["state"] };

type CallsOf<V extends AnyVendor> = ReturnType<NonNullable<V["actions"]>>["calls"];

/** What a tester does in this process with each vendor that brings actions. */
export type ActionsOf<R extends Registry> = {
  readonly [Id in keyof R as [CallsOf<R[Id]>] extends [never] ? never : Id]: CallsOf<R[Id]>;
};

/** Holds the parts of a vendor against each other: the seed against what its server takes, the actions against its state. */
export function defineVendor<Seed, State extends object, Calls extends object = never>(
  vendor: Vendor<Seed, State, Calls>,
): Vendor<Seed, State, Calls> {
  return vendor;
}
