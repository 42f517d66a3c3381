import type { JournalEntry } from "@setor/sandbox";
import type { Reference, Step } from "../run.js";
import { findOperation } from "../vendor.js";
import type { NewEvent, PlayEvent } from "./events.js";
import { remember, toOutcome, writeResult } from "./outcome.js";
import { plainPhoto } from "./photo.js";
import type { InAir, Player, PlayerOptions, Returned } from "./player.js";
import { resolveInput, writeInput } from "./values.js";
import { enter, type Platform } from "./virtual-time.js";
import { createWiring } from "./wiring.js";

export interface LocalOptions extends Pick<PlayerOptions, "vendor" | "make" | "photo"> {
  /** Where the sandbox of this machine is, without a slash at the end. */
  readonly origin: string;
  /** Told when something has happened by itself. */
  changed(): void;
}

/** So long a call is waited for before it counts as in the air. */
const patienceMs = 250;

/** Takes steps against the sandbox that is served on this machine, by the clock of this machine. */
export function createLocalPlayer({ vendor, make, photo, origin, changed }: LocalOptions): Player {
  const events: PlayEvent[] = [];
  const steps: Step[] = [];
  const returned = new Map<number, Returned & { readonly client: object }>();
  const settled = new Set<number>();
  const clients = new Map<string, object>();
  let inAir: InAir | undefined;
  let aheadMs = 0;
  let journalled: number | undefined;

  const now = () => Date.now() + aheadMs;
  const record = (event: NewEvent) => {
    events.push({ ...event, step: steps.length - 1, at: now() });
  };
  const wiring = createWiring({
    sandbox: { fetch: (url, init) => fetch(url, init), baseUrl: (id) => `${origin}/${id}` },
    vendor,
    record,
    progress: () => {},
  });
  const platform: Platform = {
    timers: {
      set: (callback, ms) => Number(globalThis.setTimeout(callback, ms)),
      clear: (id) => globalThis.clearTimeout(id),
      nextDue: () => undefined,
      fire: () => {},
      lastId: () => 0,
      isPending: () => false,
    },
    during: (work) => work,
    nextId: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
  };

  /** @throws Error in the sandbox's own words */
  async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const headers = { "Content-Type": "application/json" };
    const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${origin}/sandbox/${path}`, init);
    const answer: { message?: string } = await response.json();
    if (!response.ok) throw new Error(answer.message);
    return answer;
  }

  /** What the vendor has written down since; before the first step only how much there is. */
  async function syncJournal(): Promise<void> {
    const journal = (await ask("GET", "journal")) as { now: string; entries: JournalEntry[]; dropped: number };
    aheadMs = Date.parse(journal.now) - Date.now();
    const own = journal.entries.filter((entry) => entry.vendor === vendor.id);
    for (const { operation, committed, diagnosis } of journalled === undefined ? [] : own.slice(journalled)) {
      if (committed !== undefined) record({ lane: "books", kind: "booked", operation, ...committed });
      else record({ lane: "books", kind: "seen", operation, ...(diagnosis !== undefined && { diagnosis }) });
    }
    journalled = own.length;
  }

  function clientFor(options: Readonly<Record<string, string>> = {}): object {
    const key = JSON.stringify(options);
    const client =
      clients.get(key) ??
      make({
        ...vendor.options,
        ...options,
        baseUrl: `${origin}/${vendor.id}`,
        fetch: wiring.fetch,
        onRequest: wiring.onRequest,
        now: () => new Date(now()),
        monotonicNow: now,
      });
    clients.set(key, client);
    return client;
  }

  const given = (step: number, name: string) => remember(returned.get(step)?.result, vendor.remembers).get(name);

  function lookup({ $: name, of }: Reference): unknown {
    if (name === "now") return new Date(now());
    if (name === "photo") return photo?.() ?? plainPhoto();
    return of === undefined ? undefined : given(of, name);
  }

  async function call(client: object, method: string, operation: string, argument: object): Promise<void> {
    const step = steps.length - 1;
    const flight: InAir = {
      step,
      operation: method,
      since: now(),
      deadline: now() + findOperation(vendor, operation).timeoutMs,
    };
    inAir = flight;
    enter(platform);
    const land = (thrown: boolean) => async (result: unknown) => {
      if (inAir !== flight) return;
      await syncJournal().catch(() => {});
      inAir = undefined;
      const outcome = toOutcome(result);
      returned.set(step, { step, operation: method, outcome, result, thrown, client });
      record({ lane: "app", kind: "returned", operation: method, of: step, outcome, text: writeResult(result) });
      changed();
    };
    const called: Promise<unknown> = new Promise((resolve) =>
      resolve(Reflect.apply(Reflect.get(client, method), client, [argument])),
    );
    const landed = called.then(land(false), land(true));
    await Promise.race([landed, new Promise((resolve) => globalThis.setTimeout(resolve, patienceMs))]);
  }

  const skip = (why: Extract<NewEvent, { kind: "skipped" }>["why"]) => record({ lane: "time", kind: "skipped", why });

  async function takeCall({ operation, input, fault, options }: Extract<Step, { do: "call" }>): Promise<void> {
    if (inAir !== undefined) return skip("in-air");
    const argument = resolveInput(input, lookup);
    if (argument === undefined) return skip("nothing-there");
    record({ lane: "app", kind: "called", operation, input: writeInput(argument), ...(fault && { fault }) });
    if (fault !== undefined) await ask("POST", "faults", { vendor: vendor.id, operation, fault });
    await call(clientFor(options), operation, operation, argument);
  }

  async function takeSettle(of: number): Promise<void> {
    if (inAir !== undefined) return skip("in-air");
    const open = returned.get(of);
    if (open?.outcome.settlement !== "call") return skip("nothing-open");
    settled.add(of);
    const { attempt } = Object(open.result);
    record({ lane: "app", kind: "called", operation: "settle", input: writeInput(attempt), about: of });
    await call(open.client, "settle", findOperation(vendor, attempt.operation).settledBy ?? attempt.operation, attempt);
  }

  async function takeAction(index: number, of: number): Promise<void> {
    const action = vendor.actions?.[index];
    const body = Object.entries(action?.body ?? {}).map(([name, value]) => [
      name,
      typeof value === "string" && value.startsWith("$") ? given(of, value.slice(1)) : value,
    ]);
    if (action === undefined) return skip("nothing-there");
    const answer = await ask("POST", action.path, Object.fromEntries(body));
    record({ lane: "time", kind: "acted", action: index, text: JSON.stringify(answer, null, 2) });
  }

  async function takeOther(step: Step): Promise<void> {
    switch (step.do) {
      case "call":
        return takeCall(step);
      case "settle":
        return takeSettle(step.of);
      case "act":
        return takeAction(step.action, step.of);
      case "advance":
        record({ lane: "time", kind: "passed", ms: step.ms });
        await ask("POST", "advance", { ms: step.ms });
        return;
      case "reset":
        await ask("POST", "reset", {});
        inAir = undefined;
        returned.clear();
        clients.clear();
        journalled = 0;
        record({ lane: "time", kind: "reset" });
    }
  }

  return {
    events,
    steps,
    returned,
    now,
    given,
    get inAir() {
      return inAir;
    },
    get open() {
      const open = [...returned.values()].filter(
        ({ step, outcome }) => outcome.settlement === "call" && !settled.has(step),
      );
      return open.at(-1)?.step;
    },
    async take(step) {
      if (journalled === undefined) await syncJournal();
      steps.push(step);
      await takeOther(step);
      await syncJournal();
    },
  };
}

/** Whether a sandbox answers there. */
export async function findSandbox(origin: string): Promise<boolean> {
  return fetch(`${origin}/sandbox/journal`).then(
    ({ ok }) => ok,
    () => false,
  );
}
