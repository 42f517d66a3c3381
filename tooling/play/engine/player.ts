import { createSandbox, type Sandbox, seeds } from "@setor/sandbox";
import type { Plain, Reference, Step } from "../run.js";
import { findOperation, type PlayVendor } from "../vendor.js";
import type { NewEvent, Outcome, PlayEvent } from "./events.js";
import { remember, toOutcome, writeResult } from "./outcome.js";
import { plainPhoto } from "./photo.js";
import { createRest, type Rest } from "./rest.js";
import { resolveInput, writeInput } from "./values.js";
import { createTimers, enter, type Platform } from "./virtual-time.js";
import { createWiring, type Wiring } from "./wiring.js";

/** A call that has no result yet. */
export interface InAir {
  readonly step: number;
  readonly operation: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly since: number;
  /** When its client gives it up. */
  readonly deadline: number;
}

/** What a call came to. */
export interface Returned {
  readonly step: number;
  readonly operation: string;
  readonly outcome: Outcome;
  /** As the client gave it, or threw it. */
  readonly result: unknown;
  /** It threw the result. */
  readonly thrown: boolean;
}

/** Takes the steps of a run, one after the other, and tells what happens. */
export interface Player {
  readonly events: readonly PlayEvent[];
  /** The steps that were taken. */
  readonly steps: readonly Step[];
  /** By the clock of the sandbox, in milliseconds since 1970-01-01 UTC. */
  now(): number;
  readonly inAir: InAir | undefined;
  /** The last result of each step; a step that settled another has its own. */
  readonly returned: ReadonlyMap<number, Returned>;
  /** The last step whose result can be settled by a call, and is not yet; absent while there is none. */
  readonly open: number | undefined;
  /** What a later call can take of a step, by name. */
  given(step: number, name: string): unknown;
  /** Takes a step. Resolves when all is at rest: a call that waits for the time to pass is then in the air. */
  take(step: Step): Promise<void>;
}

export interface PlayerOptions {
  readonly vendor: PlayVendor;
  /** The function that makes the vendor's client. */
  readonly make: (options: object) => object;
  readonly start: number;
  readonly seed?: Readonly<Record<string, Plain>>;
  /** The photo that stands for `photo`; a plain one where there is none. */
  photo?(): Uint8Array<ArrayBuffer> | undefined;
}

/** What is there since the start or the last reset. */
interface Stage {
  readonly sandbox: Sandbox;
  readonly wiring: Wiring;
  readonly platform: Platform;
  readonly clients: Map<string, object>;
  journalled: number;
  readonly rest: Rest;
}

export function createPlayer({ vendor, make, start, seed = {}, photo }: PlayerOptions): Player {
  const events: PlayEvent[] = [];
  const steps: Step[] = [];
  const returned = new Map<number, Returned & { readonly client: object }>();
  const settled = new Set<number>();
  let inAir: InAir | undefined;
  let ids = 0;
  /** The last timer that was set before the call that is in the air. */
  let timersBefore = 0;
  let stage = createStage();

  function record(event: NewEvent): void {
    syncJournal();
    append(event);
  }

  function append(event: NewEvent): void {
    events.push({ ...event, step: steps.length - 1, at: now() });
  }

  /** What the vendor has written down since. */
  function syncJournal(): void {
    const { entries } = stage.sandbox.journal;
    for (const { operation, committed, diagnosis } of entries.slice(stage.journalled)) {
      if (committed !== undefined) append({ lane: "books", kind: "booked", operation, ...committed });
      else append({ lane: "books", kind: "seen", operation, ...(diagnosis !== undefined && { diagnosis }) });
    }
    stage.journalled = entries.length;
  }

  function now(): number {
    return stage.sandbox.now().getTime();
  }

  function createStage(): Stage {
    const own: unknown = Reflect.get(seeds, vendor.id);
    const sandbox = createSandbox({
      now: () => new Date(start),
      seed: { [vendor.id]: Object.assign({}, own, seed) },
      fetch: () => Promise.reject(new TypeError("Nothing is sent from here.")),
    });
    const timers = createTimers(() => sandbox.now().getTime());
    const rest = createRest(sandbox, timers, () => wiring.airborne);
    const wiring = createWiring({ sandbox, vendor, record, progress: rest.progress });
    const platform: Platform = {
      timers: rest.timers,
      during: rest.during,
      nextId() {
        ids += 1;
        return ids;
      },
    };
    return { sandbox, wiring, platform, clients: new Map(), journalled: 0, rest };
  }

  function clientFor(options: Readonly<Record<string, string>> = {}): object {
    const { clients, sandbox, wiring } = stage;
    const key = JSON.stringify(options);
    const known = clients.get(key);
    if (known !== undefined) return known;
    const client = make({
      ...vendor.options,
      ...options,
      baseUrl: sandbox.baseUrl(vendor.id),
      fetch: wiring.fetch,
      onRequest: wiring.onRequest,
      now: sandbox.now,
      monotonicNow: () => sandbox.now().getTime(),
    });
    clients.set(key, client);
    return client;
  }

  function given(step: number, name: string): unknown {
    return remember(returned.get(step)?.result, vendor.remembers).get(name);
  }

  function lookup({ $: name, of }: Reference): unknown {
    if (name === "now") return new Date(now());
    if (name === "photo") return photo?.() ?? plainPhoto();
    return of === undefined ? undefined : given(of, name);
  }

  /** Calls a method of a client, and waits until it is done or waits for the time to pass. */
  async function call(client: object, method: string, operation: string, argument: object): Promise<void> {
    const step = steps.length - 1;
    const { timeoutMs } = findOperation(vendor, operation);
    const flight: InAir = { step, operation: method, since: now(), deadline: now() + timeoutMs };
    inAir = flight;
    timersBefore = stage.platform.timers.lastId();
    enter(stage.platform);
    const land = (thrown: boolean) => (result: unknown) => {
      // What was left behind by a reset tells nothing any more.
      if (inAir !== flight) return;
      inAir = undefined;
      const outcome = toOutcome(result);
      returned.set(step, { step, operation: method, outcome, result, thrown, client });
      record({ lane: "app", kind: "returned", operation: method, of: step, outcome, text: writeResult(result) });
      stage.sandbox.faults.clear();
    };
    callMethod(client, method, argument).then(land(false), land(true));
    await settleDown();
  }

  async function settleDown(): Promise<void> {
    const { rest, platform } = stage;
    await rest.rest(
      () => inAir === undefined,
      () => platform.timers.isPending(timersBefore),
    );
    syncJournal();
  }

  /** Lets time pass, from one moment at which something happens to the next. */
  async function advance(ms: number): Promise<void> {
    enter(stage.platform);
    const { sandbox, platform } = stage;
    const until = now() + ms;
    for (;;) {
      const dues = [platform.timers.nextDue(), sandbox.nextDue()?.getTime()].filter((due) => due !== undefined);
      const next = Math.min(until, ...dues);
      sandbox.advance(Math.max(0, next - now()));
      platform.timers.fire();
      await settleDown();
      if (dues.every((due) => due > until)) return;
    }
  }

  const skip = (why: Extract<NewEvent, { kind: "skipped" }>["why"]) => record({ lane: "time", kind: "skipped", why });

  async function takeCall(step: Extract<Step, { do: "call" }>): Promise<void> {
    const { operation, input, fault, options } = step;
    if (inAir !== undefined) return skip("in-air");
    const argument = resolveInput(input, lookup);
    if (argument === undefined) return skip("nothing-there");
    record({ lane: "app", kind: "called", operation, input: writeInput(argument), ...(fault && { fault }) });
    if (fault !== undefined) stage.sandbox.faults.add({ vendor: vendor.id, operation, fault });
    await call(clientFor(options), operation, operation, argument);
  }

  async function takeSettle(of: number): Promise<void> {
    if (inAir !== undefined) return skip("in-air");
    const open = returned.get(of);
    const attempt = open && Object(open.result).attempt;
    if (open === undefined || open.outcome.settlement !== "call") return skip("nothing-open");
    settled.add(of);
    record({ lane: "app", kind: "called", operation: "settle", input: writeInput(attempt), about: of });
    const origin = steps[of];
    const operation = origin?.do === "call" ? origin.operation : attempt.operation;
    await call(open.client, "settle", findOperation(vendor, operation).settledBy ?? operation, attempt);
  }

  async function takeAction(index: number, of: number): Promise<void> {
    const action = vendor.actions?.[index];
    const fields = Object.entries(action?.body ?? {}).map(([name, value]): [string, unknown] => {
      const reference = typeof value === "string" && value.startsWith("$");
      return [name, reference ? given(of, value.slice(1)) : value];
    });
    if (action === undefined || fields.some(([, value]) => value === undefined)) return skip("nothing-there");
    const url = new URL(`/sandbox/${action.path}`, stage.sandbox.baseUrl(vendor.id)).href;
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify(Object.fromEntries(fields));
    const answer = await stage.sandbox.fetch(url, { method: "POST", headers, body });
    record({ lane: "time", kind: "acted", action: index, text: await answer.text() });
    await settleDown();
  }

  function takeReset(): void {
    inAir = undefined;
    returned.clear();
    settled.clear();
    stage = createStage();
    append({ lane: "time", kind: "reset" });
  }

  return {
    events,
    steps,
    now,
    returned,
    given,
    get inAir() {
      return inAir;
    },
    get open() {
      const found = [...returned.values()].filter(
        ({ step, outcome }) => outcome.settlement === "call" && !settled.has(step),
      );
      return found.at(-1)?.step;
    },
    async take(step) {
      steps.push(step);
      switch (step.do) {
        case "call":
          return takeCall(step);
        case "settle":
          return takeSettle(step.of);
        case "advance":
          record({ lane: "time", kind: "passed", ms: step.ms });
          return advance(step.ms);
        case "act":
          return takeAction(step.action, step.of);
        case "reset":
          return takeReset();
      }
    },
  };
}

function callMethod(client: object, name: string, argument: object): Promise<unknown> {
  const method: unknown = Reflect.get(client, name);
  if (typeof method !== "function") return Promise.reject(new TypeError(`There is no ${name}.`));
  // At once, so that its first steps are taken before anything else; what it throws is its result.
  return new Promise((resolve) => resolve(Reflect.apply(method, client, [argument])));
}
