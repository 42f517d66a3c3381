import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import type { Again, Contact, Money } from "./advice.js";
import { branchOf } from "./check-answer.js";
import type { Language } from "./languages.js";
import type { Scenario } from "./scenarios.js";
import type { SchemaCheck } from "./schema-check.js";
import type { Schema } from "./spec/document.js";
import { root, type Vendor } from "./vendors.js";

type Bilingual = Readonly<Record<Language, string>>;

/** What a person needs to know of a failure beyond what the spec says. */
export interface Remedy {
  /** What became of the money, where the effect of the call and its outcome do not say it. */
  readonly money?: Money;
  readonly again: Again;
  readonly contact: Contact;
  /** Which text of `docs/answers.yaml` the customer is told. */
  readonly customer: string;
  /** Why it happens. */
  readonly cause: Bilingual;
  /** What to do about it, and what not to. */
  readonly action: Bilingual;
}

/** A vendor's failures, by what the client says: its `reason`, or its `state` where there is no reason. */
export type Remedies = Readonly<Record<string, Remedy>>;

/** Where the advice about a vendor's failures is. */
export function adviceFile(vendor: Vendor): string {
  return join(dirname(vendor.specFile), "advice.yaml");
}

export function readRemedies(vendor: Vendor): Remedies {
  const file = adviceFile(vendor);
  return existsSync(file) ? parse(readFileSync(file, "utf8")) : {};
}

/** What every client can report, whatever the vendor. */
export function readCommonRemedies(): Remedies {
  return parse(readFileSync(join(root, "docs", "errors.yaml"), "utf8"));
}

/** One documented failure: what is on the wire, and what the client makes of it. */
export interface Failure {
  readonly scenario: Scenario;
  /** The client's `reason`, or its `state` where there is no reason. */
  readonly outcome: string;
  readonly code: string | undefined;
  readonly message: string | undefined;
}

const good = ["ok", "paid", "reversed"];

/** Every scenario that is no success. */
export function listFailures(scenarios: readonly Scenario[], schemas: SchemaCheck): Failure[] {
  return scenarios
    .filter(({ outcome }) => !good.includes(outcome))
    .map((scenario) => {
      const branch = branchOf(scenario, schemas) ?? {};
      return {
        scenario,
        outcome: scenario.reason ?? scenario.outcome,
        code: find("code", branch, scenario.answer),
        message: find("message", branch, scenario.answer),
      };
    });
}

function find(role: Schema["x-role"], schema: Schema, value: unknown): string | undefined {
  if (schema["x-role"] === role && value !== undefined && value !== null) return String(value);
  const fields = typeof value === "object" && value !== null ? new Map(Object.entries(value)) : new Map();
  const inner = [
    ...(schema.allOf ?? []).map((part) => find(role, part, value)),
    ...Object.entries(schema.properties ?? {}).map(([name, part]) => find(role, part, fields.get(name))),
  ];
  return inner.find((text) => text !== undefined);
}
