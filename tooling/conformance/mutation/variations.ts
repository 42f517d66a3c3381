import { createCaller, jsonScenariosOf } from "@setor-tooling/fuzz/bad-input";
import { createJudge } from "@setor-tooling/fuzz/oracle";
import type { Scenario } from "@setor-tooling/model/scenarios";
import type { SchemaCheck } from "@setor-tooling/model/schema-check";
import type { Document, Schema } from "@setor-tooling/model/spec/document";
import type { Vendor } from "@setor-tooling/model/vendors";

const deepest = 3;
const anotherNumber = "9999999999999999999";
const oddValues = [anotherNumber, 999, true];

/** The first answer near a documented one that a client takes for something else than its spec; nothing, if there is none. */
export async function misunderstoodBy(
  vendor: Vendor,
  spec: Document,
  module: object,
  schemas: SchemaCheck,
): Promise<string | undefined> {
  const scenarios = jsonScenariosOf(vendor, spec);
  const interpret = await createCaller(vendor, scenarios, module);
  const judge = createJudge(spec, schemas);
  for (const scenario of scenarios) {
    const { path, status } = scenario;
    const tried = new Set<string>();
    const others = scenarios.filter((other) => other.path === path).map(({ answer }) => answer);
    for (const answer of neighboursOf(scenario, others)) {
      const text = JSON.stringify(answer);
      if (tried.has(text)) continue;
      tried.add(text);
      const bytes = new TextEncoder().encode(text);
      const said = await interpret(scenario, () => new Response(bytes, { status }));
      const wrong = judge(said, scenario, { status, bytes }, "near");
      if (wrong !== undefined) return `${scenario.name}: ${wrong} by ${text}`;
    }
  }
  return undefined;
}

type Path = readonly string[];

/** A documented answer with one value less, or another one, or one of another answer; and mixed with another answer. */
function* neighboursOf({ answer, operation, status }: Scenario, others: readonly unknown[]): Generator<unknown> {
  yield* withOneChange(answer, pathsIn(answer));
  const schema = operation.responses[String(status)]?.content?.["application/json"]?.schema;
  for (const path of knownPaths(schema)) for (const value of oddValues) yield changed(answer, path, value);
  for (const other of others) {
    for (const path of pathsIn(other)) yield changed(answer, path, at(other, path));
    const both = mixed(other, answer);
    yield both;
    const known = new Set(pathsIn(answer).map(String));
    yield* withOneChange(
      both,
      pathsIn(both).filter((path) => !known.has(String(path))),
    );
  }
}

function* withOneChange(answer: unknown, paths: readonly Path[]): Generator<unknown> {
  for (const path of paths) {
    for (const value of [undefined, null, ...substitutesOf(at(answer, path))]) yield changed(answer, path, value);
  }
}

/** Other values of the same kind. */
function substitutesOf(value: unknown): unknown[] {
  switch (typeof value) {
    case "string":
      return ["another", `${value} (Invoice ${anotherNumber}, NTPD ${anotherNumber})`];
    case "number":
      return [value + 90];
    case "boolean":
      return [!value];
    default:
      return [];
  }
}

function pathsIn(value: unknown, depth = 1): Path[] {
  if (!isObject(value) || depth > deepest) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    [name],
    ...pathsIn(inner, depth + 1).map((path) => [name, ...path]),
  ]);
}

/** Everything that a schema knows. */
function knownPaths(schema: Schema | undefined, path: Path = []): Path[] {
  const { anyOf = [], allOf = [], properties = {} } = schema ?? {};
  return [
    ...(path.length === 0 ? [] : [path]),
    ...[...anyOf, ...allOf].flatMap((member) => knownPaths(member, path)),
    ...Object.entries(properties).flatMap(([name, property]) => knownPaths(property, [...path, name])),
  ];
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), value);
}

/** With a value at a path, where there is room for it. */
function changed(answer: unknown, [name = "", ...rest]: Path, value: unknown): unknown {
  if (!isObject(answer)) return answer;
  if (rest.length > 0) return { ...answer, [name]: changed(answer[name] ?? {}, rest, value) };
  const { [name]: _, ...others } = answer;
  return value === undefined ? others : { ...answer, [name]: value };
}

/** Both answers at once; where they differ, the second. */
function mixed(one: unknown, other: unknown): unknown {
  if (!isObject(one) || !isObject(other)) return other;
  const inner = Object.entries(other).map(([name, value]) => [name, name in one ? mixed(one[name], value) : value]);
  return { ...one, ...Object.fromEntries(inner) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
