import type { Scenario } from "@setor-tooling/model/scenarios";
import type { Schema } from "@setor-tooling/model/spec/document";
import { listNotices, listOperations } from "@setor-tooling/model/spec/load";
import { parametersOf } from "@setor-tooling/model/spec/security";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { OperationEntry, VendorEntry } from "./catalogue.js";

/** What each vendor and its operations are recognised by. */
export function vendorEntries(docs: readonly VendorDocs[]): VendorEntry[] {
  const fields = docs.map(({ scenarios }) => new Set(scenarios.flatMap(fieldsOf)));
  return docs.map((each, index) => {
    const { vendor, spec, scenarios } = each;
    const own = fields[index] ?? new Set<string>();
    const only = [...own].filter(
      (name) => isTelling(name) && fields.every((other) => other === own || !other.has(name)),
    );
    return {
      id: vendor.id,
      name: spec.info.title,
      support: vendor.support,
      words: wordsOf(`${vendor.id} ${spec.info.title} ${vendor.support}`),
      tokens: [vendor.packageName, ...spec.servers.flatMap(({ url }) => hostOf(url))],
      fields: only,
      notices: noticesOf(each).filter((name) => !own.has(name)),
      references: referencesOf(each),
      operations: listOperations(spec).map(({ operation, path }): OperationEntry => {
        const settledBy = operation["x-settled-by"];
        return {
          id: operation.operationId,
          title: operation.summary,
          effect: operation["x-effect"],
          ...(settledBy === undefined ? {} : { settledBy }),
          tokens: [...tokensOf(operation.operationId, path), ...fixedOf(scenarios, operation.operationId)],
          fields: ownFields(scenarios, operation.operationId).filter((name) => only.includes(name)),
        };
      }),
    };
  });
}

/** `e-Samsat` is also called eSamsat and Samsat. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().split(/\s+/);
  const spelled = words.flatMap((word) => [
    word,
    word.replace("-", ""),
    ...word.split("-"),
    word.replace(/^e-?(?=\w{5})/, ""),
  ]);
  return [...new Set(spelled)].filter((word) => word.length > 2);
}

function hostOf(url: string): string[] {
  const host = /^https?:\/\/([\w.-]+\.[a-z]{2,})/.exec(url)?.[1];
  return host === undefined ? [] : [host];
}

/** The last fixed parts of a path, and a name that is no plain word. */
function tokensOf(operationId: string, path: string): string[] {
  const fixed = path.split("/").filter((part) => part !== "" && !part.includes("{"));
  const ends = fixed.slice(-2).join("/");
  const open = path.includes("{") ? "/" : "";
  const last = fixed.at(-1) ?? "";
  return [
    ...(ends === "" || (fixed.length === 1 && open === "" && !/[_.]/.test(ends)) ? [] : [`/${ends}${open}`]),
    ...(/[_.]/.test(last) ? [last] : []),
    ...(/[A-Z]/.test(operationId) ? [operationId] : []),
  ].map((token) => token.toLowerCase());
}

/** What a query always says. */
function fixedOf(scenarios: readonly Scenario[], operationId: string): string[] {
  const scenario = scenarios.find((each) => each.operationId === operationId);
  return (scenario?.operation.parameters ?? [])
    .filter(({ in: place, schema }) => place === "query" && typeof schema?.const === "string")
    .map(({ name, schema }) => `${name}=${schema?.const}`.toLowerCase());
}

function ownFields(scenarios: readonly Scenario[], operationId: string): string[] {
  const others = new Set(scenarios.filter((each) => each.operationId !== operationId).flatMap(fieldsOf));
  const own = scenarios.filter((each) => each.operationId === operationId).flatMap(fieldsOf);
  return [...new Set(own)].filter((name) => !others.has(name));
}

/** Names that many an API has say nothing of the vendor. */
const common = new Set(
  "access_token accesstoken amount apikey client_id client_secret code description expiresin grant_type invoice message_id payment_date payment_method password product question read reason responsecode responsemessage result source status_code tokentype total username year".split(
    " ",
  ),
);

function isTelling(name: string): boolean {
  return name.length > 2 && !common.has(name);
}

/** The names of everything that is sent and answered. */
function fieldsOf({ answer, request, status }: Scenario): string[] {
  // What answers HTTP 500 is a framework that others use too.
  return [status < 500 ? answer : undefined, request.path, request.query, request.body]
    .flatMap(namesOf)
    .map((name) => name.toLowerCase());
}

function namesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesOf(inner)]);
}

/** The fields of what the vendor sends by itself. */
function noticesOf({ spec }: VendorDocs): string[] {
  const bodies = listNotices(spec).flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}));
  return bodies
    .flatMap(({ schema }) => inside(schema ?? {}))
    .map(({ name }) => name.toLowerCase())
    .filter(isTelling);
}

/** Numbers by which a payment is found again: those that the spec marks neither as secret nor as personal. */
function referencesOf(docs: VendorDocs): string[] {
  const names = namedFields(docs).map(({ name }) => name);
  const sensitive = new Set(sensitiveFields([docs]));
  const found = new Set(names.filter((name) => isReference.test(name)).map((name) => name.toLowerCase()));
  return [...found].filter((name) => !sensitive.has(name));
}

/** The fields that a spec marks as secret or personal, in lower case. */
export function sensitiveFields(docs: readonly VendorDocs[]): string[] {
  const marked = docs.flatMap(namedFields).filter(({ plain }) => !plain);
  return [...new Set(marked.map(({ name }) => name.toLowerCase()))];
}

function namedFields({ spec }: VendorDocs): NamedField[] {
  return listOperations(spec).flatMap(({ operation }) => [
    ...parametersOf(spec, operation).flatMap(({ name, schema }) => plainNames(name, schema ?? {})),
    ...[operation.requestBody, ...Object.values(operation.responses)].flatMap((body) =>
      Object.values(body?.content ?? {}).flatMap(({ schema }) => inside(schema ?? {})),
    ),
  ]);
}

const isReference = /ntpd|invoice|invid|number$|_no$|refNumber|trxNumber|reff|message_id|thn/i;

interface NamedField {
  readonly name: string;
  readonly plain: boolean;
}

function plainNames(name: string, schema: Schema): NamedField[] {
  const marked = schema["x-sensitive"];
  return [{ name, plain: marked === undefined || marked === "none" }, ...inside(schema)];
}

function inside(schema: Schema): NamedField[] {
  return [
    ...[...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])].flatMap(inside),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, part]) => plainNames(name, part)),
  ];
}
