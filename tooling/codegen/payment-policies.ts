import type { PaymentPolicy } from "@setor/core";
import type { Document, Schema, SpecOperation } from "@setor-tooling/model/spec/document";
import { dereferenceSpec, listOperations } from "@setor-tooling/model/spec/load";
import type { Vendor } from "@setor-tooling/model/vendors";
import { writeLiteral } from "./literal.js";

/** Writes `policies.ts` of one vendor: what a ledger has to know of what is paid, billed or can be paid. */
export async function writePaymentPolicies(vendor: Vendor): Promise<string | undefined> {
  const spec = await dereferenceSpec(vendor);
  const payments = listOperations(spec)
    .map(({ operation }) => operation)
    .filter((operation) => operation["x-business-key"] !== undefined);
  if (payments.length === 0) return undefined;
  return [
    `// Generated from specs/${vendor.id}/openapi.yaml by \`pnpm codegen\`. Do not edit.`,
    'import type { PaymentPolicy } from "@setor/core";',
    "",
    ...payments.flatMap((operation) => [
      `export const ${operation.operationId}Policy: PaymentPolicy = ${writeLiteral(policyOf(spec, operation), "")};`,
      "",
    ]),
  ].join("\n");
}

function policyOf(spec: Document, operation: SpecOperation): PaymentPolicy {
  const { "x-effect": effect, "x-ask": ask, "x-final-after-ms": final, "x-resend": resend = "by-decision" } = operation;
  const { "x-undoes": undoes } = operation;
  if (effect !== "money" && effect !== "billed" && effect !== "create") throw new Error(`${effect} is not paid`);
  return {
    effect,
    businessKey: operation["x-business-key"] ?? [],
    reference: operation["x-reference"] ?? [],
    settledBy: operation["x-settled-by"] ?? "manual",
    deadlineMs: operation["x-timeout-ms"],
    ...(final && { finalAfterMs: final.value }),
    ...(ask && { ask: askOf(ask) }),
    resend,
    ...(undoes !== undefined && { undoes }),
    keep: keptOf(spec, operation),
  };
}

/** The fields of a receipt that may be kept: neither secret nor personal, no free text, nothing that a key hides. */
function keptOf(spec: Document, operation: SpecOperation): string[] {
  const settledBy = listOperations(spec).find(
    ({ operation: other }) => other.operationId === operation["x-settled-by"],
  );
  const own = operation["x-effect"] === "money" ? [] : ["ok"];
  const receipts = [
    ...answersOf(operation, ["paid", "reversed", "refunded", ...own]),
    ...(settledBy ? answersOf(settledBy.operation, ["ok"]) : []),
  ];
  const hidden = (operation["x-business-key"] ?? []).filter((name) => !operation["x-reference"]?.includes(name));
  const names = receipts.flatMap((receipt) =>
    Object.entries(propertiesOf(receipt))
      .filter(([, schema]) => mayBeKept(schema))
      .map(([name]) => name),
  );
  return [...new Set(names)].filter((name) => !hidden.includes(name));
}

function answersOf(operation: SpecOperation, outcomes: readonly string[]): Schema[] {
  return Object.values(operation.responses)
    .flatMap(({ content = {} }) => Object.values(content))
    .flatMap(({ schema }) => schema?.anyOf ?? schema ?? [])
    .filter((schema) => outcomes.includes(schema["x-outcome"] ?? ""))
    .map((schema) => propertiesOf(schema)[schema["x-payload"] ?? ""] ?? schema);
}

function propertiesOf({ properties = {}, allOf = [] }: Schema): Record<string, Schema> {
  return Object.assign({}, ...allOf.map(propertiesOf), properties);
}

function mayBeKept(schema: Schema): boolean {
  const parts = [schema, ...(schema.allOf ?? [])];
  const isNested = Object.keys(propertiesOf(schema)).length > 0 || parts.some(({ items }) => items !== undefined);
  const isSensitive = parts.some(({ "x-sensitive": sensitive = "none" }) => sensitive !== "none");
  return !isNested && !isSensitive && !parts.some((part) => part["x-role"] === "message");
}

function askOf(ask: NonNullable<SpecOperation["x-ask"]>): NonNullable<PaymentPolicy["ask"]> {
  const { max, "pace-ms": paceMs } = ask;
  return {
    afterMs: ask["after-ms"],
    everyMs: ask["every-ms"],
    untilMs: ask["until-ms"],
    ...(max !== undefined && { max }),
    ...(paceMs !== undefined && { paceMs }),
  };
}
