import type { Input, Plain, Reference, Step } from "./run.js";
import type { PlayVendor } from "./vendor.js";

/** The steps before a call of an operation that give what its first preset takes, and the argument of that call. */
export function leadTo(vendor: PlayVendor, operation: string): { before: Step[]; input: Input } {
  const given = Object.entries(presetOf(vendor, operation));
  const names = given.flatMap(([, value]) => nameIn(value) ?? []);
  const giver = names.some((name) => vendor.remembers.includes(name)) ? giverOf(vendor, operation) : undefined;
  if (giver === undefined) return { before: [], input: inputOf(vendor, given, 0) };
  const { before, input } = leadTo(vendor, giver);
  return {
    before: [...before, { do: "call", operation: giver, input }],
    input: inputOf(vendor, given, before.length),
  };
}

function presetOf({ id, presets }: PlayVendor, operation: string) {
  const preset = presets.find((each) => each.operation === operation);
  if (preset === undefined) throw new Error(`${id}: nothing calls ${operation}`);
  return preset.input;
}

/** What a call takes is given by the one that stands before it in the spec. */
function giverOf({ operations }: PlayVendor, operation: string): string | undefined {
  const index = operations.findIndex(({ id }) => id === operation);
  return operations.slice(0, index).findLast(({ effect }) => effect !== "auth")?.id;
}

function nameIn(value: unknown): string | undefined {
  return typeof value === "string" && value.startsWith("$") ? value.slice(1) : undefined;
}

/** A preset's input with references in place of its `$name`s; `of` is the step that gives them. */
function inputOf({ remembers }: PlayVendor, given: readonly (readonly [string, unknown])[], of: number): Input {
  const referTo = (name: string): Reference => (remembers.includes(name) ? { $: name, of } : { $: name });
  const fields = given.map(([field, value]): [string, Plain | Reference] => {
    const name = nameIn(value);
    if (name !== undefined) return [field, referTo(name)];
    return [field, typeof value === "number" || typeof value === "boolean" ? value : String(value)];
  });
  const whole = fields.find(([field]) => field === "$")?.[1];
  return typeof whole === "object" ? whole : Object.fromEntries(fields);
}
