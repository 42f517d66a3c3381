import type { CallOptions, ClientOptions } from "@setor/core";
import { loadProfile } from "../load-profile.js";
import type { Subject } from "../profile.js";
import { property } from "../property.js";
import { listScenarios, type Scenario } from "../scenarios.js";
import type { Document } from "../spec/document.js";
import type { Vendor } from "../vendors.js";

export async function subjectOf(vendor: Vendor, spec: Document, module: object): Promise<Subject> {
  return { vendor, module, profile: await loadProfile(vendor), scenarios: listScenarios(vendor.id, spec) };
}

/** What a client says, by the names that money and readings share. */
export interface Said {
  /** The state of the money, `ok`, `refused`, or `not-sent` and `unknown` for what was thrown. */
  readonly state: string;
  readonly code?: string;
  readonly attempt?: unknown;
  readonly exchange?: unknown;
}

/** A client as a scenario needs it. */
export function makeClient({ module, profile, vendor }: Subject, scenario: Scenario, wiring: ClientOptions): object {
  const factory: unknown = Reflect.get(module, profile.factory);
  if (typeof factory !== "function") throw new Error(`The package of ${vendor.id} exports no ${profile.factory}`);
  return factory({ ...profile.options(scenario), ...profile.testOptions?.(scenario), ...wiring });
}

/** Calls a method of a client, which is not typed here: it may be a mutant. */
export async function ask(client: object, method: string, argument: unknown, options?: object): Promise<Said> {
  const call: unknown = Reflect.get(client, method);
  if (typeof call !== "function") throw new Error(`The client has no ${method}`);
  try {
    return readResult(await call.call(client, argument, options));
  } catch (error) {
    const sent = property(error, "sent");
    if (sent === undefined) throw error;
    const code = property(error, "code") ?? property(error, "name");
    return { state: sent === "no" ? "not-sent" : "unknown", code: String(code) };
  }
}

function readResult(result: unknown): Said {
  const code = property(result, "error", "code") ?? property(result, "code");
  return {
    state: String(property(result, "state") ?? (property(result, "ok") ? "ok" : "refused")),
    ...(code !== undefined && { code: String(code) }),
    attempt: property(result, "attempt"),
    exchange: property(result, "exchange"),
  };
}

/** Calls a client as a scenario does. */
export function callScenario(
  subject: Subject,
  scenario: Scenario,
  wiring: ClientOptions,
  options?: CallOptions,
): Promise<Said> {
  const client = makeClient(subject, scenario, wiring);
  const argument = subject.profile.argument?.(scenario) ?? scenario.fields;
  return ask(client, scenario.operationId, argument, options);
}

/** The first scenario of an operation with this effect that succeeds. */
export function successOf({ scenarios }: Subject, ...effects: string[]): Scenario | undefined {
  return scenarios.find(
    ({ operation, outcome, mediaType }) =>
      effects.includes(operation["x-effect"]) &&
      ["ok", "paid", "reversed"].includes(outcome) &&
      mediaType === "application/json",
  );
}

/** The same, where there has to be one. */
export function requireSuccess(subject: Subject, ...effects: string[]): Scenario {
  const found = successOf(subject, ...effects);
  if (found === undefined) throw new Error(`${subject.vendor.id} has no scenario of ${effects.join(" or ")}`);
  return found;
}

export function expectSame(found: unknown, wanted: unknown, what: string): void {
  if (found !== wanted) throw new Error(`${what}: ${String(found)} instead of ${String(wanted)}`);
}

/** Lets what the event loop holds ready run. */
export async function turns(count = 50): Promise<void> {
  for (let left = count; left > 0; left -= 1) await new Promise((resolve) => setImmediate(resolve));
}
