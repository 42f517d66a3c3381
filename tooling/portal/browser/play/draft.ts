import type { Player } from "@setor-tooling/play/engine/index";
import type { Input, Plain, Reference } from "@setor-tooling/play/run";
import type { PlayField, PlayOperation, PlayVendor } from "@setor-tooling/play/vendor";

/** What stands in a form: values by field, `undefined` for what is not sent; or what a call gave as a whole. */
export interface Draft {
  /** The preset that it was filled with; none when the reader has changed it. */
  readonly preset: number | undefined;
  readonly values: Readonly<Record<string, Plain | Reference | undefined>>;
  readonly whole?: Reference;
  /** Options of the client that the preset brings along. */
  readonly options?: Readonly<Record<string, string>>;
  /** A call that has to come first. */
  readonly missing?: string;
}

/** The presets of an operation, with their places among all. */
export function presetsOf({ presets }: PlayVendor, operation: string) {
  return [...presets.entries()].filter(([, preset]) => preset.operation === operation);
}

/** Fills a form with a preset, and with what earlier calls gave. */
export function fillDraft(vendor: PlayVendor, operation: PlayOperation, index: number, player: Player): Draft {
  const preset = vendor.presets[index];
  if (preset === undefined) return { preset: undefined, values: {} };
  const options = preset.options && { options: textsOf(preset.options) };
  let missing: string | undefined;
  const resolve = (value: unknown): Plain | Reference | undefined => {
    if (typeof value !== "string" || !value.startsWith("$")) return plain(value);
    const name = value.slice(1);
    if (!vendor.remembers.includes(name)) return { $: name };
    const of = lastWith(player, name);
    if (of === undefined) missing = giverOf(vendor, operation);
    return of === undefined ? undefined : { $: name, of };
  };
  const whole = preset.input["$"] === undefined ? undefined : resolve(preset.input["$"]);
  const values = Object.fromEntries(
    Object.entries(preset.input).flatMap(([name, value]) => (name === "$" ? [] : [[name, resolve(value)] as const])),
  );
  return {
    preset: index,
    values,
    ...(typeof whole === "object" && { whole }),
    ...options,
    ...(missing !== undefined && { missing }),
  };
}

/** The argument of a call; nothing while something is missing. */
export function toInput({ values, whole, missing }: Draft): Input | undefined {
  if (whole !== undefined) return whole;
  if (missing !== undefined) return undefined;
  const given = Object.entries(values).filter((entry): entry is [string, Plain | Reference] => entry[1] !== undefined);
  return Object.fromEntries(given);
}

/** A field as the reader writes it; nothing for an empty one. */
export function readField({ kind }: PlayField, text: string): Plain | undefined {
  if (text === "") return undefined;
  return kind === "number" && Number.isFinite(Number(text)) ? Number(text) : text;
}

/** The last call that gave something under this name. */
function lastWith(player: Player, name: string): number | undefined {
  return [...player.returned.keys()].sort((a, b) => b - a).find((step) => player.given(step, name) !== undefined);
}

/** The operation before in the spec, which gives what this one takes. */
function giverOf({ operations }: PlayVendor, { id }: PlayOperation): string {
  const index = operations.findIndex((operation) => operation.id === id);
  return operations.slice(0, index).findLast(({ effect }) => effect !== "auth")?.id ?? id;
}

function plain(value: unknown): Plain {
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

function textsOf(options: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value)]));
}
