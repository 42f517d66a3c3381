#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openLedger } from "./ledger.js";
import { postgres } from "./postgres.js";
import type { Language } from "./reconciliation/texts.js";
import { sqlite } from "./sqlite.js";
import { type Store, StoreError } from "./store.js";
import { isLanguage } from "./ui/languages.js";
import { serveOperationsPage } from "./ui/operations-page.js";
import { type Person, readPeople } from "./ui/people.js";

const help = `Usage: setor-ledger ui --sqlite FILE | --postgres URL [options]

Serves the operations page of a ledger on this machine: what is open and why, what to do next, the timeline of each
payment, the totals of a day. Those who may decide propose and approve there; without them it is only read.

  --sqlite FILE       the file of the ledger
  --postgres URL      the database of the ledger; a password is better in PGPASSWORD or in ~/.pgpass
  --schema NAME       its schema in Postgres; setor by default
  --tenant NAME       whose books, where a store has several
  --port N            the port to listen on; 0 by default, which takes a free one
  --people FILE       who may decide: a line for each, an id and a token of 16 characters or more
  --lang id|en        the language of whoever chooses none; by default what the browser prefers
  --help              shows this
  --version           shows the version
`;

const seeHelp = "try setor-ledger --help.";

/** What is wrong with the command line, in one sentence. */
class UsageError extends Error {}

try {
  const asked = readOptions();
  if (asked.help) process.stdout.write(help);
  else if (asked.version) console.log(readVersion());
  else await serve(readSettings(asked));
} catch (error) {
  const isPlain = error instanceof UsageError || error instanceof StoreError || error instanceof TypeError;
  // What a driver says of a database may repeat its address.
  console.error(isPlain ? error.message : `The ledger cannot be opened: ${describe(error)}.`);
  process.exit(error instanceof UsageError || error instanceof TypeError ? 2 : 1);
}

function readOptions() {
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
  } as const;
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
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [command, surplus] = positionals;
  if (values.help || values.version) return values;
  if (command !== "ui") throw new UsageError(`Say what to do: setor-ledger ui; ${seeHelp}`);
  if (surplus !== undefined) throw new UsageError(`There is no argument ${surplus}; ${seeHelp}`);
  return values;
}

interface Settings {
  readonly store: Store;
  readonly tenant: string | undefined;
  readonly port: number;
  readonly people: readonly Person[] | undefined;
  readonly language: Language | undefined;
}

function readSettings(asked: ReturnType<typeof readOptions>): Settings {
  const { lang, port = "0" } = asked;
  if (!/^[0-9]+$/.test(port) || Number(port) > 65_535) throw new UsageError("--port must be a port, for example 4030.");
  if (lang !== undefined && !isLanguage(lang)) throw new UsageError("--lang must be id or en.");
  return {
    store: readStore(asked),
    tenant: asked.tenant,
    port: Number(port),
    people: asked.people === undefined ? undefined : readPeopleFile(asked.people),
    language: lang,
  };
}

function readStore({ sqlite: file, postgres: address, schema }: ReturnType<typeof readOptions>): Store {
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

function readPeopleFile(file: string): readonly Person[] {
  const text = readText(file);
  try {
    return readPeople(text);
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(`Of those who may decide in ${file}, ${error.message}.`) : error;
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`The file ${file} of those who may decide cannot be read.`);
  }
}

function readVersion(): string {
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
}

async function serve({ store, tenant, port, people, language }: Settings): Promise<void> {
  let isForgetful = false;
  const ledger = await openLedger({
    store,
    payables: [],
    ...(tenant !== undefined && { tenant }),
    onEvent({ kind }) {
      if (kind === "memory-changed") isForgetful = true;
    },
  });
  const page = await serveOperationsPage({
    ledger,
    port,
    ...(people !== undefined && { people }),
    ...(language !== undefined && { language }),
    isForgetful: () => isForgetful,
    complain: (why) => console.error(`A page could not be made: ${why}`),
  }).catch(async (error) => {
    await ledger.close();
    throw error.code === "EADDRINUSE" ? new UsageError(`Port ${port} is taken; choose another with --port N.`) : error;
  });
  const state = people === undefined ? "it is only read" : `${people.length} of your staff may decide`;
  console.log(`The operations page is at ${page.url}; ${state}.`);
  await ended();
  await page.close();
  await ledger.close();
}

function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}

function describe(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : error instanceof Error ? error.name : "unknown";
}
