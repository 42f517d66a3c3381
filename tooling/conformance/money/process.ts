import { type Ledger, openLedger, type Store } from "@setor/ledger";
import type { Sandbox } from "@setor/sandbox";
import type { ProcessWiring } from "@setor-tooling/model/money/payment-case";

/** What happens to a process, and at which of its points: before and after each call of its store and of the vendor. */
export interface Fate {
  readonly kind: "crash" | "freeze";
  readonly at: number;
}

/** A process of the fleet: what it does may stop at any await, for good or until it is thawed. */
export interface Running {
  readonly wiring: ProcessWiring;
  /** Its own view of the store that all share. */
  readonly store: Store;
  /** Begins a stretch of its life, in which this happens to it. */
  live(fate: Fate | undefined, leapMs: number): void;
  /** What it does, or that it is gone. */
  outlive<T>(work: Promise<T>): Promise<T | undefined>;
  /** Points that it has passed in this stretch. */
  readonly passed: number;
  readonly crashed: boolean;
  readonly frozen: boolean;
  thaw(): void;
  /** It has sent something, and there is no answer yet. */
  readonly waiting: boolean;
  /** Aborts when it waits no longer for what is held back. */
  readonly patience: AbortSignal;
  giveUp(): void;
}

const never = new Promise<never>(() => {});

export function startProcess(sandbox: Sandbox, vendor: string, shared: Store): Running {
  let fate: Fate | undefined;
  let leapMs = 0;
  let passed = 0;
  let crashed = false;
  let frozen: Promise<void> | undefined;
  let thaw = () => {};
  let die = () => {};
  const death = new Promise<undefined>((resolve) => {
    die = () => resolve(undefined);
  });
  let stop = new AbortController();
  let unanswered = 0;
  const clock = () => sandbox.now().getTime();

  /** A point at which it may stop. */
  async function point(): Promise<void> {
    if (crashed) return never;
    passed += 1;
    if (fate?.at !== passed) return frozen;
    if (fate.kind === "crash") {
      crashed = true;
      die();
      return never;
    }
    frozen = new Promise((resolve) => {
      thaw = () => {
        frozen = undefined;
        resolve();
      };
    });
    return frozen;
  }

  async function between<T>(work: () => Promise<T>): Promise<T> {
    await point();
    const done = await work().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    await point();
    if ("error" in done) throw done.error;
    return done.value;
  }

  const wiring: ProcessWiring = {
    baseUrl: sandbox.baseUrl(vendor),
    now: () => new Date(clock() + leapMs),
    monotonicNow: clock,
    async fetch(url, init) {
      // Nothing comes between the last look at the clock and the first byte.
      if (crashed) return never;
      unanswered += 1;
      const end = once(() => {
        unanswered -= 1;
      });
      const sent = sandbox.fetch(url, init).then((answer) => watchBody(answer, end));
      sent.catch(end);
      // Whoever gives up reads no more of a body that drips.
      init?.signal?.addEventListener("abort", end, { once: true });
      await point();
      const answered = await sent;
      await point();
      return answered;
    },
  };

  return {
    wiring,
    store: {
      name: shared.name,
      open: async () => {},
      close: async () => {},
      all: (sql, ...values) => between(() => shared.all(sql, ...values)),
      append: (change) => between(() => shared.append(change)),
      atomically: (statements) => between(() => shared.atomically(statements)),
      seal: (hash) => between(() => shared.seal(hash)),
      removeLines: (payments) => between(() => shared.removeLines(payments)),
      memory: () => between(() => shared.memory()),
    },
    live(next, leap) {
      fate = next;
      leapMs = leap;
      passed = 0;
    },
    outlive: (work) => Promise.race([work, death]),
    get passed() {
      return passed;
    },
    get crashed() {
      return crashed;
    },
    get frozen() {
      return frozen !== undefined;
    },
    get waiting() {
      return unanswered > 0;
    },
    thaw: () => thaw(),
    get patience() {
      return stop.signal;
    },
    giveUp() {
      stop.abort();
      stop = new AbortController();
    },
  };
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

/** An answer is there when its last byte is. */
function watchBody(answer: Response, end: () => void): Response {
  const reader = answer.body?.getReader();
  if (reader === undefined) {
    end();
    return answer;
  }
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        controller.close();
      } catch (error) {
        controller.error(error);
      }
      end();
    },
    cancel(reason) {
      end();
      return reader.cancel(reason);
    },
  });
  return new Response(body, answer);
}

/** Opens the ledger of a process. */
export function openIn(
  running: Running,
  worker: string,
  options: Partial<Parameters<typeof openLedger>[0]>,
): Promise<Ledger> {
  const { wiring, store } = running;
  return openLedger({
    store,
    payables: [],
    worker,
    now: () => wiring.now().getTime(),
    monotonicNow: wiring.monotonicNow,
    // Nothing here waits for time to pass.
    sleep: () => never,
    ...options,
  });
}
