import { createSandbox, seeds } from "@setor/sandbox";
import type { Console } from "@setor-tooling/model/console";
import type { VendorProfile } from "@setor-tooling/model/profile";
import { listScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import type { Document, Schema, SpecOperation } from "@setor-tooling/model/spec/document";
import { listOperations } from "@setor-tooling/model/spec/load";
import type { Vendor } from "@setor-tooling/model/vendors";
import type { PlayField, PlayOperation, PlaySigning, PlayVendor } from "./vendor.js";

/** What a vendor's pages know of it. */
interface Known {
  readonly vendor: Vendor;
  /** Without any `$ref`, in the language of the page. */
  readonly spec: Document;
  readonly profile: VendorProfile;
}

/** What a run needs to know of a vendor; nothing where nothing can be sent from its page. */
export function describeVendor({ vendor, spec, profile }: Known): PlayVendor | undefined {
  const { console, factory, account = {}, signing } = profile;
  if (console === undefined) return undefined;
  const scenarios = listScenarios(vendor.id, spec);
  const { faults } = createSandbox();
  return {
    ...console,
    id: vendor.id,
    packageName: vendor.packageName,
    factory,
    options: account,
    operations: listOperations(spec).map(({ operation }) => ({
      ...describeOperation(operation, scenarios, profile, console),
      faults: faults.fitting(vendor.id, operation.operationId),
    })),
    ...(signing && { signing: describeSigning(signing) }),
    seed: plainSeed(vendor.id),
  };
}

function describeOperation(
  operation: SpecOperation,
  scenarios: readonly Scenario[],
  profile: VendorProfile,
  console: Console,
): Omit<PlayOperation, "faults"> {
  const {
    operationId: id,
    summary,
    "x-effect": effect,
    "x-timeout-ms": timeoutMs,
    "x-settled-by": settledBy,
  } = operation;
  return {
    id,
    title: summary,
    effect,
    timeoutMs,
    ...(settledBy !== undefined && { settledBy }),
    fields: describeFields(operation, scenarios, profile, console),
  };
}

/** The fields that the client's method takes: as the scenarios have them, and the presets. */
function describeFields(
  operation: SpecOperation,
  scenarios: readonly Scenario[],
  profile: VendorProfile,
  { presets }: Console,
): PlayField[] {
  const { operationId } = operation;
  const own = scenarios.filter((scenario) => scenario.operationId === operationId);
  const given = own.map((scenario) => Object.keys(Object(profile.argument?.(scenario) ?? scenario.fields)));
  const inputs = presets.filter((preset) => preset.operation === operationId).map(({ input }) => input);
  const shown = inputs.map((input) => Object.keys(input).filter((name) => name !== "$"));
  const lists = [...shown, ...given];
  const names = [...new Set(lists.flat())];
  return names.map((name) => {
    const placeholder = inputs.map((input) => input[name]).find((value) => value === "$now" || value === "$photo");
    const schema = schemaOf(operation, name);
    const filled = lists.filter((list) => list.length > 0);
    return {
      name,
      ...kindOf(schema, placeholder),
      required: filled.every((list) => list.includes(name)),
      ...(schema?.pattern !== undefined && { pattern: schema.pattern }),
      ...(schema?.description !== undefined && { description: schema.description }),
    };
  });
}

function kindOf(schema: Schema | undefined, placeholder: unknown): Pick<PlayField, "kind" | "choices"> {
  if (placeholder === "$now") return { kind: "time" };
  if (placeholder === "$photo") return { kind: "photo" };
  const choices = schema?.enum?.filter((value) => typeof value === "string");
  if (choices !== undefined && choices.length > 0) return { kind: "choice", choices };
  return { kind: [schema?.type].flat().some((type) => type === "integer" || type === "number") ? "number" : "text" };
}

/** What the spec says of a field of a request, wherever it stands there. */
function schemaOf({ parameters = [], requestBody }: SpecOperation, name: string): Schema | undefined {
  const parameter = parameters.find((each) => each.name === name);
  if (parameter !== undefined) return { ...parameter.schema, ...described(parameter.description) };
  const bodies = Object.values(requestBody?.content ?? {}).map(({ schema }) => schema);
  return bodies.flatMap((schema) => propertiesOf(schema, name))[0];
}

function described(description: string | undefined) {
  return description === undefined ? {} : { description };
}

function propertiesOf(schema: Schema | undefined, name: string): Schema[] {
  if (schema === undefined) return [];
  const own = schema.properties?.[name];
  return [...(own === undefined ? [] : [own]), ...(schema.allOf ?? []).flatMap((part) => propertiesOf(part, name))];
}

function describeSigning(signing: NonNullable<VendorProfile["signing"]>): PlaySigning {
  const headerOf = (what: string) => Object.entries(signing.headers).find(([, carries]) => carries === what)?.[0] ?? "";
  return {
    text: signing.text,
    unsignedPrefix: signing.unsignedPrefix,
    timestampHeader: headerOf("timestamp"),
    signatureHeader: headerOf("signature"),
    secret: signing.secret.value,
  };
}

/** What of the seed is a plain value. */
function plainSeed(vendor: string): PlayVendor["seed"] {
  const own: unknown = Reflect.get(seeds, vendor);
  const entries = Object.entries<unknown>(Object(own)).flatMap(([name, value]) =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? [[name, value] as const]
      : [],
  );
  return Object.fromEntries(entries);
}
