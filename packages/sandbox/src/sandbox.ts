import { createActivity } from "./activity.js";
import { createClock } from "./clock.js";
import { type Controls, createControl } from "./control.js";
import type { RawRequest, Reply, VendorServer } from "./exchange.js";
import { createFaults, type Operations } from "./faults.js";
import { type Listening, type ListenOptions, listen } from "./http.js";
import { readRequest, toResponse, untilAborted } from "./in-process.js";
import { createJournal } from "./journal.js";
import { maxBodyBytes } from "./read-body.js";
import { receive } from "./receive.js";
import { transmit } from "./transmission.js";
import { type BphtbSeed, bphtbSeed } from "./vendors/bphtb/seed.js";
import { type BphtbState, createBphtbServer } from "./vendors/bphtb/server.js";
import { type EsamsatSeed, esamsatSeed } from "./vendors/esamsat/seed.js";
import { createEsamsatServer, type EsamsatState } from "./vendors/esamsat/server.js";
import { type NpwpOcrSeed, npwpOcrSeed } from "./vendors/npwp-ocr/seed.js";
import { createNpwpOcrServer, type NpwpOcrState } from "./vendors/npwp-ocr/server.js";
import type { PbbState } from "./vendors/pbb/books.js";
import { type PbbSeed, pbbSeed } from "./vendors/pbb/seed.js";
import { createPbbServer } from "./vendors/pbb/server.js";
import { requireLoopback } from "./vendors/qris/callback.js";
import { createNotifier, type SandboxFetch } from "./vendors/qris/notifier.js";
import { type QrisSeed, qrisSeed } from "./vendors/qris/seed.js";
import { createQrisServer, type QrisState } from "./vendors/qris/server.js";
import { createQrisWallet } from "./vendors/qris/wallet.js";

/** The accounts and bills that a sandbox begins with, by vendor; each vendor has its own by default. */
export interface SandboxSeed {
  readonly bphtb?: BphtbSeed;
  readonly esamsat?: EsamsatSeed;
  readonly "npwp-ocr"?: NpwpOcrSeed;
  readonly pbb?: PbbSeed;
  readonly qris?: QrisSeed;
}

export interface SandboxOptions {
  /** The clock; the platform's by default. With one of your own, time passes in the sandbox only by `advance`. */
  readonly now?: () => Date;
  readonly seed?: SandboxSeed;
  /**
   * The network over which callbacks are sent, to whatever address; by default the platform's, and to this machine only.
   */
  readonly fetch?: SandboxFetch;
}

export interface Sandbox extends Controls {
  /** Answers as the vendors do, in this process: give it to a client as `fetch`, with `baseUrl(vendor)`. */
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** The base URL of a vendor for clients that use `fetch`. */
  baseUrl(vendor: string): string;
  /**
   * Serves the sandbox on loopback, each vendor under `/<vendor>`, and what a tester does under `/sandbox`; port 0 takes
   * a free one. It answers this machine by its own names only, and in a browser only the pages of `origins`.
   */
  listen(options?: ListenOptions): Promise<Listening>;
  /** Resolves when every request that has come in is answered, or waits for the time to pass. */
  idle(): Promise<void>;
  /** The books of each vendor, for tests to look at. */
  readonly state: {
    readonly bphtb: BphtbState;
    readonly esamsat: EsamsatState;
    readonly "npwp-ocr": NpwpOcrState;
    readonly pbb: PbbState;
    readonly qris: QrisState;
  };
  /** Ends every server that `listen` started. */
  close(): Promise<void>;
}

const inProcessOrigin = "http://127.0.0.1";

/** Creates a sandbox with its own state, clock, faults and journal. */
export function createSandbox({ now, seed = {}, fetch }: SandboxOptions = {}): Sandbox {
  const clock = createClock(now);
  const activity = createActivity();
  const build = () => ({
    bphtb: createBphtbServer(seed.bphtb ?? bphtbSeed, clock),
    esamsat: createEsamsatServer(seed.esamsat ?? esamsatSeed, clock),
    "npwp-ocr": createNpwpOcrServer(seed["npwp-ocr"] ?? npwpOcrSeed, clock),
    pbb: createPbbServer(seed.pbb ?? pbbSeed, clock),
    qris: createQrisServer(seed.qris ?? qrisSeed, clock),
  });
  let vendors = build();
  const [faults, journal, lastReplies] = [
    createFaults(operationsOf(vendors)),
    createJournal(),
    new Map<string, Reply>(),
  ];
  const servers: Listening[] = [];

  async function receiveAt(url: URL, request: Omit<RawRequest, "path" | "query">) {
    const [, vendor = "", path = ""] = /^\/([\w-]+)(.*)$/.exec(url.pathname) ?? [];
    const raw = { ...request, path, query: url.searchParams };
    if (raw.bytes.length > maxBodyBytes) return transmit({ status: 413, body: "" }, undefined, url.href);
    if (vendor === "sandbox") return transmit(await control(raw), undefined, url.href);
    const world = { activity, clock, faults, journal, vendors, isOver: untilReset(), lastReplies };
    return receive(world, vendor, raw, url.href);
  }

  /** Whether the sandbox has gone back to its seed since this was called. */
  function untilReset(): () => boolean {
    const begun = vendors;
    return () => begun !== vendors;
  }

  const sandbox: Sandbox = {
    async fetch(url, init) {
      const work = async () => {
        const request = await readRequest(url, init);
        return toResponse(await receiveAt(new URL(url), request), request.method, clock);
      };
      return untilAborted(activity.during(work), init?.signal);
    },
    baseUrl: (vendor) => `${inProcessOrigin}/${vendor}`,
    async listen(options = {}) {
      const receiving: typeof receiveAt = (url, request) => activity.during(() => receiveAt(url, request));
      const server = await listen(options, receiving, clock);
      servers.push(server);
      return server;
    },
    now: clock.now,
    advance: clock.advance,
    idle: activity.idle,
    faults,
    journal,
    get state() {
      const { bphtb, esamsat, "npwp-ocr": npwpOcr, pbb, qris } = vendors;
      return {
        bphtb: bphtb.state,
        esamsat: esamsat.state,
        "npwp-ocr": npwpOcr.state,
        pbb: pbb.state,
        qris: qris.state,
      };
    },
    get qris() {
      const network = { fetch: fetch ?? globalThis.fetch, isOver: untilReset() };
      const notify = createNotifier({ activity, clock, journal, ...network });
      const requireAddress = fetch === undefined ? requireLoopback : () => {};
      return createQrisWallet(vendors.qris.state, { clock, journal, notify, requireAddress });
    },
    reset() {
      vendors = build();
      clock.reset();
      faults.clear();
      journal.clear();
      lastReplies.clear();
    },
    async close() {
      await Promise.all(servers.splice(0).map((server) => server.close()));
    },
  };
  const control = createControl(sandbox);
  return sandbox;
}

function operationsOf(vendors: Readonly<Record<string, VendorServer>>): Operations {
  return Object.fromEntries(
    Object.entries(vendors).map(([vendor, { routes, misleading }]) => [
      vendor,
      Object.fromEntries(routes.map(({ operation }) => [operation, misleading[operation] ?? {}])),
    ]),
  );
}
