import { branchOf } from "@setor-tooling/model/check-answer";
import type { Scenario } from "@setor-tooling/model/scenarios";
import { SchemaCheck } from "@setor-tooling/model/schema-check";
import type { Schema } from "@setor-tooling/model/spec/document";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { Effect, Fact, KnownAnswer } from "./catalogue.js";
import { plainWords } from "./plain.js";

/** What each documented answer of a vendor is known by; each once. */
export function knownAnswers({ vendor, scenarios, failures }: VendorDocs): KnownAnswer[] {
  const schemas = new SchemaCheck();
  const settling = new Map(scenarios.map(({ operation }) => [operation["x-settled-by"], operation["x-effect"]]));
  const known = scenarios.map((scenario): KnownAnswer => {
    const failure = failures.find((each) => each.scenario === scenario);
    const { operationId, operation, status, answer } = scenario;
    const branch = branchOf(scenario, schemas) ?? {};
    const facts = new Map(factsOf(branch, answer));
    const message = failure?.message === undefined ? wordsOf(branch, answer) : failure.message;
    const pattern = patternOf(branch);
    const code = failure?.code ?? codeIn(message);
    return {
      vendor: vendor.id,
      operation: operationId,
      scenario: scenario.name,
      ...(failure === undefined
        ? { kind: kindOf(scenario, settling.get(operationId), settling.has("manual")) }
        : { outcome: failure.outcome }),
      status,
      facts: [...facts],
      filled: failure === undefined && operation["x-effect"] === "money" ? [...new Set(filledOf(branch, answer))] : [],
      ...(code === undefined ? {} : { code }),
      ...(message === undefined || message === "" ? {} : { words: message, message: plainWords(message) }),
      ...(pattern === undefined ? {} : { pattern }),
    };
  });
  const first = new Map<string, KnownAnswer>();
  for (const each of known) {
    const alike = JSON.stringify({ ...each, scenario: "" });
    if (!first.has(alike)) first.set(alike, each);
  }
  return [...first.values()];
}

/** What a success means, by the name of its scenario where the operation tells of a payment. */
function kindOf({ name, operation, outcome }: Scenario, settled: Effect | undefined, byHand: boolean): string {
  const effect = operation["x-effect"];
  if (effect === "money") return outcome;
  if (effect === "auth") return "token";
  if (effect === "create") return "created";
  if (effect === "billed") return "scanned";
  const said = name.slice(name.indexOf(".") + 1);
  const told = [
    [/^(paid|confirm)/, "paid"],
    [/^refund/, "refunded"],
    [/^pending/, "pending"],
    [/^unpaid/, settled === "create" ? "unpaid" : "unpaid-bill"],
  ] as const;
  const kind = settled === undefined ? undefined : told.find(([pattern]) => pattern.test(said))?.[1];
  return kind ?? (byHand ? "found-silent" : "found");
}

/** What the spec fixes in an answer. */
function factsOf(schema: Schema, value: unknown): Fact[] {
  const own = (name: string, part: Schema, inner: unknown): Fact[] => {
    const fixed = part.const !== undefined || part["x-role"] === "code" || part.enum?.includes(inner);
    return fixed && inner !== undefined && inner !== null
      ? [[name.toLowerCase(), String(inner).toLowerCase()]]
      : factsOf(part, inner);
  };
  return walk(schema, value, factsOf, own);
}

/** The fields of a receipt that the spec asks for: what is null there is no receipt. */
function filledOf(schema: Schema, value: unknown): string[] {
  const required = new Set(requiredOf(schema));
  return walk(schema, value, filledOf, (name, part, inner) => [
    ...(required.has(name) && inner !== null && inner !== undefined ? [name.toLowerCase()] : []),
    ...filledOf(part, inner),
  ]);
}

function requiredOf(schema: Schema): string[] {
  return [...(schema.required ?? []), ...(schema.allOf ?? []).flatMap(requiredOf)];
}

/** The vendor's words in a success. */
function wordsOf(schema: Schema, value: unknown): string | undefined {
  const own = (_name: string, part: Schema, inner: unknown): string[] =>
    part["x-role"] === "message" && typeof inner === "string" ? [inner] : [];
  const collect = (part: Schema, inner: unknown): string[] => walk(part, inner, collect, own);
  return collect(schema, value)[0];
}

/** A code that stands within the vendor's words. */
function codeIn(message: string | undefined): string | undefined {
  const found = /\bkode:? ?(\d{1,4})\b/i.exec(message ?? "");
  return found?.[1];
}

/** How the spec knows the words, where they need not be the whole text. */
function patternOf(schema: Schema): string | undefined {
  const found = [
    ...(schema.allOf ?? []).map(patternOf),
    ...Object.values(schema.properties ?? {}).map(({ pattern, type }) => (type === "string" ? pattern : undefined)),
  ];
  return found.find((pattern) => pattern !== undefined && /[a-z]{4}/i.test(pattern) && !pattern.startsWith("^"));
}

function walk<T>(
  schema: Schema,
  value: unknown,
  again: (schema: Schema, value: unknown) => T[],
  own: (name: string, schema: Schema, value: unknown) => T[],
): T[] {
  const fields = typeof value === "object" && value !== null ? new Map(Object.entries(value)) : new Map();
  return [
    ...(schema.allOf ?? []).flatMap((part) => again(part, value)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => own(name, part, fields.get(name))),
  ];
}
