import type { Activity } from "./activity.js";
import type { Clock } from "./clock.js";
import type { Misleading, RawRequest, ReceivedRequest, Reply, Route } from "./exchange.js";
import { commitsUnder, type FaultQueue, type FaultRule } from "./faults.js";
import { findRoute, isDecodable } from "./find-route.js";
import type { JournalWriter } from "./journal.js";
import { mislead } from "./misleading.js";
import { readFields } from "./read-fields.js";
import type { RunningVendors } from "./running-vendor.js";
import { shorten, shortenFields } from "./shorten.js";
import { type Transmission, transmit } from "./transmission.js";

/** The longest body that is taken. */
export const maxBodyBytes = 10 * 1024 * 1024;

/** Within the time that every vendor allows itself for a payment. */
const delayBeforeCommitMs = 40_000;

/** Longer than any client waits. */
const delayAfterCommitMs = 600_000;

/** Longer too, and the request has not even arrived by then. */
const lateDeliveryMs = 100_000;

const defaultSkewSeconds = 3_600;

export interface SandboxContext {
  readonly activity: Activity;
  readonly clock: Clock;
  readonly faults: FaultQueue;
  readonly journal: JournalWriter;
  readonly vendors: RunningVendors;
  /** Whether the sandbox has gone back to its seed since the request came in. */
  isOver(): boolean;
  /** The last answer of each operation that committed something, for `duplicate-answer`. */
  readonly lastReplies: Map<string, Reply>;
}

/** Takes one request: finds the operation, applies the matching fault, carries it out, writes it down, answers. */
export async function receive(
  context: SandboxContext,
  vendor: string,
  raw: RawRequest,
  url: string,
): Promise<Transmission> {
  if (!isDecodable(raw.path)) return transmit({ status: 400, body: "The path cannot be decoded.\n" }, undefined, url);
  const server = context.vendors.get(vendor)?.server;
  const found = findRoute(server?.routes ?? [], raw);
  if (found === undefined) return transmit({ status: 404, body: "There is no such operation.\n" }, undefined, url);
  const { route, parameters } = found;
  const rule = context.faults.takeMatching(vendor, route.operation);
  const fields = { ...Object.fromEntries(raw.query), ...(await readFields(raw)), ...parameters };
  const read = { ...raw, operation: route.operation, fields };
  const request = { ...read, digest: await route.digest?.(read) };
  const misleading = server?.misleading[route.operation] ?? {};
  return pass({ context, vendor, route, misleading, request, rule, url, at: context.clock.now() });
}

/** A request with everything that is known of it when it has come in. */
interface Arrival {
  readonly context: SandboxContext;
  readonly vendor: string;
  readonly route: Route;
  readonly misleading: Misleading;
  readonly request: ReceivedRequest;
  readonly rule: FaultRule | undefined;
  readonly url: string;
  readonly at: Date;
}

/** Has a request wait where a fault says so, for the time of the sandbox. */
async function pass(arrival: Arrival): Promise<Transmission> {
  const { context, rule, misleading } = arrival;
  const wait = (ms: number) => context.clock.sleep(ms, context.activity.rest());
  switch (rule?.fault) {
    case "delay-before-commit":
      await wait(delayBeforeCommitMs);
      return finish(arrival);
    case "delay-after-commit": {
      const transmission = finish(arrival);
      await wait(delayAfterCommitMs);
      return transmission;
    }
    case "late-delivery":
      await wait(lateDeliveryMs);
      return finish({ ...arrival, at: context.clock.now() });
    case "slow-settle":
      void context.activity.during(async () => {
        await wait(misleading.settlesAfterMs ?? 0);
        finish(arrival);
      });
      return { kind: "reset" };
    default:
      return finish(arrival);
  }
}

/** Carries a request out and writes it down; not in a sandbox that was reset since. */
function finish(arrival: Arrival): Transmission {
  const { context, vendor, route, misleading, request, rule, url, at } = arrival;
  if (context.isOver()) return { kind: "reset" };
  const { operation } = route;
  const fault = rule?.fault;
  const reply = carryOut(arrival);
  const answer = answerUnder(context, `${vendor} ${operation}`, reply, rule);
  const transmission = transmit(mislead(answer, fault, misleading), fault, url);
  context.journal.write({
    at,
    vendor,
    operation,
    fields: masked(request.fields, route.secrets),
    ...(fault !== undefined && { fault }),
    ...(transmission.kind === "answer" && { status: transmission.status }),
    ...recorded(reply),
  });
  return transmission;
}

/** Answers and commits without a turn of the event loop in between; under some faults it does neither. */
function carryOut(arrival: Arrival): Reply {
  const { route, request, rule, context } = arrival;
  if (!commitsUnder(rule?.fault)) return answerOnly(arrival);
  const work = () => {
    const reply = route.handle(request);
    reply.commit?.apply();
    return reply;
  };
  return rule?.fault === "clock-skew"
    ? context.clock.skewed(1_000 * (rule.seconds ?? defaultSkewSeconds), work)
    : work();
}

/** What is answered to a request that is not carried out. */
function answerOnly({ route, misleading, request, rule }: Arrival): Reply {
  if (rule?.fault === "foreign-refusal" && misleading.refuseAnother) return misleading.refuseAnother(request);
  if (rule?.fault !== "narrated-body") return { status: 200, body: "" };
  const { commit: _, ...reply } = route.handle(request);
  return reply;
}

/** The answer to this request, or under `duplicate-answer` the one that a caller before got; the first has his own. */
function answerUnder(
  { lastReplies }: SandboxContext,
  operation: string,
  reply: Reply,
  rule: FaultRule | undefined,
): Reply {
  const last = lastReplies.get(operation);
  if (reply.commit !== undefined) lastReplies.set(operation, reply);
  return rule?.fault === "duplicate-answer" ? (last ?? reply) : reply;
}

function recorded({ commit, diagnosis }: Reply) {
  const committed = commit && { what: commit.what, debit: commit.debit, subject: shorten(commit.subject) };
  return { ...(committed && { committed }), ...(diagnosis !== undefined && { diagnosis: shorten(diagnosis, 4_000) }) };
}

function masked(fields: ReceivedRequest["fields"], secrets: readonly string[]): Record<string, string> {
  const shown = Object.entries(fields).map(([name, value]): [string, string] => {
    if (secrets.includes(name)) return [name, "***"];
    return [name, typeof value === "string" ? value : `(${value.length} bytes)`];
  });
  return shortenFields(shown);
}
