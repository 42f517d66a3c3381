import type { Input, Step } from "./run.js";
import type { PlayVendor } from "./vendor.js";

/** The steps before a call of an operation that give what its first preset takes, and that call. */
export function leadTo(vendor: PlayVendor, operation: string): { before: Step[]; input: Input } {
  const preset = vendor.presets.find((each) => each.operation === operation);
  if (preset === undefined) throw new Error(`${vendor.id}: nothing calls ${operation}`);
  const wanted = Object.values(preset.input).filter((value) => typeof value === "string" && value.startsWith("$"));
  const names = wanted.map((value) => String(value).slice(1)).filter((name) => vendor.remembers.includes(name));
  const index = vendor.operations.findIndex(({ id }) => id === operation);
  // What a call takes is given by one that stands before it in the spec.
  const givers = names.length === 0 ? [] : vendor.operations.slice(0, index).filter(({ effect }) => effect !== "auth");
  const before = givers.map(({ id }, of): Step => ({ do: "call", operation: id, input: inputOf(vendor, id, of) }));
  return { before, input: inputOf(vendor, operation, before.length) };
}

function inputOf(vendor: PlayVendor, operation: string, step: number): Input {
  const preset = vendor.presets.find((each) => each.operation === operation);
  const entries = Object.entries(preset?.input ?? {}).map(([name, value]) => {
    if (typeof value !== "string" || !value.startsWith("$")) return [name, value] as const;
    const wanted = value.slice(1);
    return [name, vendor.remembers.includes(wanted) ? { $: wanted, of: step - 1 } : { $: wanted }] as const;
  });
  const whole = entries.find(([name]) => name === "$");
  return (whole === undefined ? Object.fromEntries(entries) : whole[1]) as Input;
}
