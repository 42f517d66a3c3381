export interface TypeScriptSample {
  readonly packageName: string;
  readonly factory: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly operationId: string;
  readonly argument: unknown;
}

const plainKey = /^[A-Za-z_$][\w$]*$/;

/** A whole program: import, client, one call. */
export function writeTypeScriptSample(sample: TypeScriptSample): string {
  const { packageName, factory, options, operationId, argument } = sample;
  const empty = typeof argument === "object" && argument !== null && Object.keys(argument).length === 0;
  return [
    `import { ${factory} } from "${packageName}";`,
    "",
    `const client = ${factory}(${write(options)});`,
    `const result = await client.${operationId}(${empty ? "" : write(argument)});`,
    "console.log(result);",
    "",
  ].join("\n");
}

function write(value: unknown, indent = ""): string {
  if (value instanceof Date) return `new Date("${value.toISOString()}")`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const entries = Object.entries(value).map(
    ([key, entry]) => `${plainKey.test(key) ? key : JSON.stringify(key)}: ${write(entry, inner)}`,
  );
  const line = `{ ${entries.join(", ")} }`;
  if (line.length <= 44 && !line.includes("\n")) return line;
  return `{\n${entries.map((entry) => `${inner}${entry},\n`).join("")}${indent}}`;
}
