import type { Scenario } from "@setor-tooling/model/scenarios";
import type { SchemaCheck } from "@setor-tooling/model/schema-check";
import type { Document, Schema } from "@setor-tooling/model/spec/document";
import { listOperations } from "@setor-tooling/model/spec/load";
import { decode } from "../../../packages/core/src/decode.js";
import type { Delivered } from "./corruption.js";
import { hasLongNumbers, readWholeDocument } from "./whole-document.js";

/** The clients read no more than a megabyte. */
export const limit = 1_048_576;

const success = /^(ok|paid|reversed|refunded)/;
const open = /^(pending|unknown)/;
const mismatchedEcho = "error correlation-mismatch";

/** Says what is wrong with what a client makes of an answer; nothing, when it is right. */
export type Judge = (said: string, scenario: Scenario, delivered: Delivered, kind: string) => string | undefined;

/**
 * Holds what a client says against what ajv makes of an answer by the spec. Strict JSON has one meaning; anything else may
 * be given up; and what moves money, opens something payable or settles a payment must be proved by one whole document.
 */
export function createJudge(spec: Document, schemas: SchemaCheck): Judge {
  const operations = listOperations(spec).map(({ operation }) => operation);
  const settlers = new Set(operations.map((operation) => operation["x-settled-by"]));

  return (said, scenario, delivered, kind) => {
    const { operationId, "x-effect": effect } = scenario.operation;
    const settles = settlers.has(operationId);
    const strict = effect === "money" || settles;
    const text = new TextDecoder().decode(delivered.bytes);
    const mean = (value: unknown) => meaningOf(scenario, delivered.status, text, value, strict, schemas);
    if (delivered.bytes.length > limit) return unless(said, "error too-large");
    if (kind === "truncated" && success.test(said)) return `took half an answer for "${said}"`;
    const proved = (strict || effect === "create") && !said.startsWith("error") && !open.test(said);
    if (proved) return unless(said, mean(readWholeDocument(text)) ?? "an error");
    const clean = strictly(text);
    const meant = mean(clean ?? decode(text)?.value);
    if (said === mismatchedEcho) return unless(said, meant ?? "an error");
    const isUnreadable = said.startsWith("error") && (meant === undefined || clean === undefined);
    return isUnreadable ? undefined : unless(said, meant ?? "an error");
  };
}

function unless(said: string, meant: string): string | undefined {
  return said === meant ? undefined : `said "${said}", where the spec means "${meant}"`;
}

/**
 * What ajv makes of an answer by the spec: the meaning of the first branch that it fits, if it fits one. An answer that
 * names another thing than the one that was asked about is somebody else's, in a strict operation for good.
 */
function meaningOf(
  { operation, fields }: Scenario,
  status: number,
  text: string,
  json: unknown,
  strict: boolean,
  schemas: SchemaCheck,
): string | undefined {
  const content = operation.responses[String(status)]?.content ?? {};
  let isMismatched = false;
  for (const [mediaType, { schema = {} }] of Object.entries(content)) {
    const value = mediaType === "application/json" ? json : text;
    if (value === undefined) continue;
    for (const branch of schema.anyOf ?? [schema]) {
      if (schemas.problems(branch, value, "").length > 0) continue;
      if (namesAnother(branch, value, fields)) isMismatched = true;
      else if (isMismatched && strict) return mismatchedEcho;
      else return [branch["x-outcome"], branch["x-reason"]].join(" ").trim();
    }
  }
  return isMismatched ? mismatchedEcho : undefined;
}

/** Whether a value that must echo a field of the request names another. */
function namesAnother(schema: Schema, value: unknown, asked: Readonly<Record<string, unknown>>): boolean {
  const { "x-echo": echo, "x-echo-pattern": pattern, allOf = [], properties = {} } = schema;
  if (
    echo !== undefined &&
    asked[echo] !== undefined &&
    namesIn(value, pattern).some((name) => name !== upper(asked[echo]))
  ) {
    return true;
  }
  if (allOf.some((member) => namesAnother(member, value, asked))) return true;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  return Object.entries(properties).some(
    ([name, property]) => members.has(name) && namesAnother(property, members.get(name), asked),
  );
}

/** The names in a value: all of it, or what a pattern captures in a text. */
function namesIn(value: unknown, pattern: string | undefined): string[] {
  if (value === null || value === "") return [];
  if (pattern === undefined) return [upper(value)];
  if (typeof value !== "string") return [];
  return [...value.matchAll(new RegExp(pattern, "gu"))].flatMap(([, name]) => (name === undefined ? [] : upper(name)));
}

function upper(value: unknown): string {
  return String(value).toUpperCase();
}

/** Deeper than any answer; such a document is no more than a text. */
const tooDeep = 64;

/** The value of strict JSON of an ordinary size, whose numbers are exact, and whose keys stand there once. */
function strictly(text: string): unknown {
  if (hasLongNumbers(text)) return undefined;
  try {
    if (depthOf(JSON.parse(text)) > tooDeep) return undefined;
  } catch {
    return undefined;
  }
  return readWholeDocument(text);
}

function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Object.values(value).reduce<number>((deepest, inner) => Math.max(deepest, depthOf(inner)), 0);
}
