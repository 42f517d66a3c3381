import type { Activity } from "./activity.js";
import type { Clock } from "./clock.js";
import type { RawRequest, Reply, Route, VendorServer } from "./exchange.js";
import { commitsUnder, type FaultQueue, type FaultRule } from "./faults.js";
import { findRoute, isDecodable } from "./find-route.js";
import type { JournalWriter } from "./journal.js";
import { readFields } from "./read-fields.js";
import { shorten, shortenFields } from "./shorten.js";
import { type Transmission, transmit } from "./transmission.js";

/** Within the time that every vendor allows itself for a payment. */
const delayBeforeCommitMs = 40_000;

/** Longer than any client waits. */
const delayAfterCommitMs = 600_000;

const defaultSkewSeconds = 3_600;

export interface World {
  readonly activity: Activity;
  readonly clock: Clock;
  readonly faults: FaultQueue;
  readonly journal: JournalWriter;
  readonly vendors: Readonly<Record<string, VendorServer>>;
  /** The last answer of each operation that committed something, for `duplicate-answer`. */
  readonly lastReplies: Map<string, Reply>;
}

/** Takes one request: finds the operation, lets a fault strike, carries it out, writes it down, answers. */
export async function receive(world: World, vendor: string, raw: RawRequest, url: string): Promise<Transmission> {
  const { clock, journal } = world;
  if (!isDecodable(raw.path)) return transmit({ status: 400, body: "The path cannot be decoded.\n" }, undefined, url);
  const found = findRoute(world.vendors[vendor]?.routes ?? [], raw);
  if (found === undefined) return transmit({ status: 404, body: "There is no such operation.\n" }, undefined, url);
  const { route, parameters } = found;
  const rule = world.faults.strike(vendor, route.operation);
  const fault = rule?.fault;
  const fields = { ...Object.fromEntries(raw.query), ...(await readFields(raw)), ...parameters };
  const entry = { at: clock.now(), vendor, operation: route.operation, fields: masked(fields, route.secrets) };
  const mark = fault === undefined ? {} : { fault };
  if (!commitsUnder(fault)) {
    const transmission = transmit({ status: 200, body: "" }, fault, url);
    journal.write({ ...entry, ...mark, ...statusOf(transmission) });
    return transmission;
  }
  if (fault === "delay-before-commit") await clock.sleep(delayBeforeCommitMs, world.activity.rest());
  const reply = carryOut(route, { ...raw, operation: route.operation, fields }, rule, clock);
  const transmission = transmit(answerUnder(world, `${vendor} ${route.operation}`, reply, rule), fault, url);
  journal.write({ ...entry, ...mark, ...statusOf(transmission), ...recorded(reply) });
  if (fault === "delay-after-commit") await clock.sleep(delayAfterCommitMs, world.activity.rest());
  return transmission;
}

/** Answers and commits without a turn of the event loop in between. */
function carryOut(route: Route, request: Parameters<Route["handle"]>[0], rule: FaultRule | undefined, clock: Clock) {
  const work = () => {
    const reply = route.handle(request);
    reply.commit?.apply();
    return reply;
  };
  return rule?.fault === "clock-skew" ? clock.skewed(1_000 * (rule.seconds ?? defaultSkewSeconds), work) : work();
}

/** The answer to this request, or under `duplicate-answer` the one that a caller before got; the first has his own. */
function answerUnder({ lastReplies }: World, operation: string, reply: Reply, rule: FaultRule | undefined): Reply {
  const last = lastReplies.get(operation);
  if (reply.commit !== undefined) lastReplies.set(operation, reply);
  return rule?.fault === "duplicate-answer" ? (last ?? reply) : reply;
}

function recorded({ commit, diagnosis }: Reply) {
  const committed = commit && { what: commit.what, debit: commit.debit, subject: shorten(commit.subject) };
  return { ...(committed && { committed }), ...(diagnosis !== undefined && { diagnosis: shorten(diagnosis, 4_000) }) };
}

function statusOf(transmission: Transmission): { status?: number } {
  return transmission.kind === "answer" ? { status: transmission.status } : {};
}

function masked(fields: Record<string, string | Uint8Array>, secrets: readonly string[]): Record<string, string> {
  const shown = Object.entries(fields).map(([name, value]): [string, string] => {
    if (secrets.includes(name)) return [name, "***"];
    return [name, typeof value === "string" ? value : `(${value.length} bytes)`];
  });
  return shortenFields(shown);
}
