import { placeholderOf, postmanVariable } from "./variables.js";

/** The variable that holds what a runtime expression of Arazzo stands for, unless that is in the answer. */
export function variableOf(vendor: string, expression: string): string | undefined {
  const [, input] = /^\$(?:workflows\.[\w-]+\.)?inputs\.(\w+)$/.exec(expression) ?? [];
  if (input !== undefined) return postmanVariable(vendor, input);
  const [, step, output] = /^\$steps\.([\w-]+)\.outputs\.(\w+)$/.exec(expression) ?? [];
  return step === undefined ? undefined : postmanVariable(vendor, `${step}_${output}`);
}

/** A value of a step, with a variable in place of each runtime expression. */
export function withVariables(vendor: string, value: unknown): unknown {
  if (typeof value !== "string") return value;
  const placeholderFor = (expression: string) => {
    const variable = variableOf(vendor, expression);
    return variable === undefined ? undefined : placeholderOf(variable);
  };
  if (value.startsWith("$") && placeholderFor(value) === undefined)
    throw new Error(`${vendor}: no variable holds ${value}`);
  return (
    placeholderFor(value) ??
    value.replace(/\{(\$[^{}]+)\}/g, (whole, expression: string) => placeholderFor(expression) ?? whole)
  );
}

/** A runtime expression or a literal, as a script writes it. */
export function scriptOf(vendor: string, expression: string): string {
  const variable = variableOf(vendor, expression);
  if (variable !== undefined) return `pm.variables.get(${JSON.stringify(variable)})`;
  const [, header] = /^\$response\.header\.([\w-]+)$/.exec(expression) ?? [];
  if (header !== undefined) return `pm.response.headers.get(${JSON.stringify(header)})`;
  const [inBody, pointer = ""] = /^\$response\.body(?:#((?:\/\w+)+))?$/.exec(expression) ?? [];
  if (inBody !== undefined) return `body${pointer.replace(/\/(\w+)/g, '?.["$1"]')}`;
  if (expression === "$statusCode") return "pm.response.code";
  const literal = literalOf(expression);
  // A check that is left out in silence would hold always.
  if (literal === undefined) throw new Error(`${vendor}: no script is known for ${expression}`);
  return JSON.stringify(literal.value);
}

/** What a literal of a condition stands for. */
export function literalOf(text: string): { readonly value: unknown } | undefined {
  const [quoted, inside] = /^'([^']*)'$/.exec(text) ?? [];
  if (quoted !== undefined) return { value: inside };
  return /^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(text) ? { value: JSON.parse(text) } : undefined;
}
