#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { backUp } from "./cli/backup.js";
import { type Asked, readOptions, UsageError } from "./cli/options.js";
import { serveUi } from "./cli/ui.js";
import { verifyLedger } from "./cli/verify.js";
import { errorName } from "./error-name.js";
import { StoreError } from "./store.js";

const help = `Usage: setor-ledger ui|verify --sqlite FILE | --postgres URL [options]
       setor-ledger backup --sqlite FILE COPY

  ui       serves the operations page of a ledger on this machine: what is open and why, what to do next, the timeline of
           each payment, the totals of a day. Those who may decide propose and approve there; without them it is only read.
  verify   holds payments against the journal, and the journal against its hashes and seals; fails if something differs
  backup   copies the file of a ledger in SQLite, also while others write to it

Which ledger:
  --sqlite FILE       its file
  --postgres URL      its database; a password is better in PGPASSWORD or in ~/.pgpass
  --schema NAME       its schema in Postgres; setor by default

Options of ui:
  --tenant NAME       whose books, where a store has several
  --port N            the port to listen on; 0 by default, which takes a free one
  --people FILE       who may decide: a line for each, an id and a token of 16 characters or more
  --lang id|en        the language of whoever chooses none; by default what the browser prefers

Option of verify:
  --seal HASH         the newest seal that you know of, which the ledger must have

  --help              shows this
  --version           shows the version
`;

try {
  await run(readOptions());
} catch (error) {
  const isPlain = error instanceof UsageError || error instanceof StoreError || error instanceof TypeError;
  // What a driver says of a database may repeat its address.
  console.error(isPlain ? error.message : `The ledger cannot be opened: ${describe(error)}.`);
  process.exit(error instanceof UsageError || error instanceof TypeError ? 2 : 1);
}

async function run(asked: Asked): Promise<void> {
  if (asked.help) process.stdout.write(help);
  else if (asked.version) console.log(readVersion());
  else if (asked.command === "ui") await serveUi(asked);
  else if (asked.command === "backup") await backUp(asked);
  else if (!(await verifyLedger(asked))) process.exitCode = 1;
}

function readVersion(): string {
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
}

function describe(error: unknown): string {
  const code: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : errorName(error);
}
