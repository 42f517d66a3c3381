import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { postgres } from "../postgres.js";
import { sqlite } from "../sqlite.js";
import type { Store } from "../store.js";

/** What is wrong with the command line, in one sentence. */
export class UsageError extends Error {}

export const seeHelp = "try setor-ledger --help.";

const flag = { type: "boolean", default: false } as const;
const value = { type: "string" } as const;
const options = {
  help: flag,
  version: flag,
  sqlite: value,
  postgres: value,
  schema: value,
  tenant: value,
  port: value,
  people: value,
  lang: value,
  seal: value,
} as const;

/** The options that a command takes beside those that say which ledger. */
const own: Readonly<Record<string, readonly string[]>> = {
  ui: ["tenant", "port", "people", "lang"],
  verify: ["seal"],
  backup: [],
};

/** What was asked for. */
export type Asked = ReturnType<typeof parse>["values"] & { readonly command: string; readonly file: string };

function parse() {
  return parseArgs({ options, allowPositionals: true });
}

/** Reads the command line. */
export function readOptions(): Asked {
  refuseUnknown();
  const { values, positionals } = parse();
  const [command = "", ...more] = positionals;
  if (values.help || values.version) return { ...values, command, file: "" };
  const taken = own[command];
  if (taken === undefined) {
    throw new UsageError(`Say what to do: setor-ledger ${Object.keys(own).join(", ")}; ${seeHelp}`);
  }
  for (const name of Object.keys(values)) {
    const fits = ["sqlite", "postgres", "schema", "help", "version", ...taken].includes(name);
    if (!fits) throw new UsageError(`--${name} is no option of setor-ledger ${command}; ${seeHelp}`);
  }
  const file = command === "backup" ? (more.shift() ?? "") : "";
  if (command === "backup" && file === "") throw new UsageError(`Say where the backup goes; ${seeHelp}`);
  const [surplus] = more;
  if (surplus !== undefined) throw new UsageError(`There is no argument ${surplus}; ${seeHelp}`);
  return { ...values, command, file };
}

function refuseUnknown(): void {
  const { tokens } = parseArgs({ options, strict: false, tokens: true, allowPositionals: true });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.entries(options).find(([name]) => name === token.name)?.[1];
    // An unknown one may be a secret that was mistyped: of `--x=y` only the name is repeated.
    if (option === undefined) throw new UsageError(`There is no option ${token.rawName}; ${seeHelp}`);
    if (option.type === "boolean" && token.value !== undefined) {
      throw new UsageError(`${token.rawName} takes no value; ${seeHelp}`);
    }
    if (option.type === "string" && (token.value ?? "") === "") {
      throw new UsageError(`${token.rawName} needs a value; ${seeHelp}`);
    }
  }
}

/** The store that the command line names. */
export function readStore({ sqlite: file, postgres: address, schema }: Asked): Store {
  if ((file === undefined) === (address === undefined)) {
    throw new UsageError(`Say which ledger, by --sqlite FILE or by --postgres URL; ${seeHelp}`);
  }
  if (address !== undefined) {
    if (!/^postgres(ql)?:\/\//.test(address)) throw new UsageError("--postgres must begin with postgres://.");
    return postgres(address, { connections: 2, ...(schema !== undefined && { schema }) });
  }
  if (schema !== undefined) throw new UsageError("--schema belongs to --postgres.");
  // One that is made by being looked at would hide a typing error.
  if (!existsSync(String(file))) throw new UsageError(`There is no ledger at ${file}.`);
  return sqlite(String(file));
}
