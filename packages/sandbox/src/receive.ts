import type { Clock } from "./clock.js";
import type { RawRequest, Reply, VendorServer } from "./exchange.js";
import { commitsUnder, type FaultName, type FaultQueue } from "./faults.js";
import { findRoute } from "./find-route.js";
import type { JournalWriter } from "./journal.js";
import { readFields } from "./read-fields.js";
import { type Transmission, transmit } from "./transmission.js";

/** Within the time that every vendor allows itself for a payment. */
const delayBeforeCommitMs = 40_000;

/** Longer than any client waits. */
const delayAfterCommitMs = 600_000;

export interface World {
  readonly clock: Clock;
  readonly faults: FaultQueue;
  readonly journal: JournalWriter;
  readonly vendors: Readonly<Record<string, VendorServer>>;
}

/** Takes one request: finds the operation, lets a fault strike, carries it out, writes it down, answers. */
export async function receive(world: World, vendor: string, raw: RawRequest, url: string): Promise<Transmission> {
  const found = findRoute(world.vendors[vendor]?.routes ?? [], raw);
  if (found === undefined) return transmit({ status: 404, body: "There is no such operation.\n" }, undefined, url);
  const { route, parameters } = found;
  const fault = world.faults.strike(vendor, route.operation);
  const fields = { ...Object.fromEntries(raw.query), ...(await readFields(raw)), ...parameters };
  const entry = { at: world.clock.now(), vendor, operation: route.operation, fields: masked(fields, route.secrets) };
  const mark = fault === undefined ? {} : { fault };
  if (!commitsUnder(fault)) {
    const transmission = transmit({ status: 200, body: "" }, fault, url);
    world.journal.write({ ...entry, ...mark, ...statusOf(transmission) });
    return transmission;
  }
  if (fault === "delay-before-commit") await world.clock.sleep(delayBeforeCommitMs);
  const handled = route.handle({ ...raw, operation: route.operation, fields });
  // Without a turn of the event loop in between: two payments at once must not both find the bill unpaid.
  const reply = handled instanceof Promise ? await handled : handled;
  reply.commit?.apply();
  const transmission = transmit(foreignUnder(fault, reply), fault, url);
  world.journal.write({ ...entry, ...mark, ...statusOf(transmission), ...recorded(reply) });
  if (fault === "delay-after-commit") await world.clock.sleep(delayAfterCommitMs);
  return transmission;
}

function recorded({ commit, diagnosis }: Reply) {
  const committed = commit && { what: commit.what, debit: commit.debit, subject: commit.subject };
  return { ...(committed && { committed }), ...(diagnosis !== undefined && { diagnosis }) };
}

function statusOf(transmission: Transmission): { status?: number } {
  return transmission.kind === "answer" ? { status: transmission.status } : {};
}

/** The same answer, about somebody else: every long number is another. */
function foreignUnder(fault: FaultName | undefined, reply: Reply): Reply {
  if (fault !== "foreign-answer" || typeof reply.body === "string") return reply;
  const other = JSON.stringify(reply.body).replace(/"(\d{8,})"/g, (_, digits: string) => `"9${digits.slice(1)}"`);
  return { ...reply, body: JSON.parse(other) };
}

function masked(fields: Record<string, string | Uint8Array>, secrets: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (secrets.includes(name)) return [name, "***"];
      return [name, typeof value === "string" ? value : `(${value.length} bytes)`];
    }),
  );
}
