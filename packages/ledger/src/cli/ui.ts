import { readFileSync } from "node:fs";
import { openLedger } from "../ledger.js";
import { isLanguage } from "../ui/languages.js";
import { serveOperationsPage } from "../ui/operations-page.js";
import { type Person, readPeople } from "../ui/people.js";
import { type Asked, readStore, UsageError } from "./options.js";

/** Serves the operations page until it is ended. */
export async function serveUi(asked: Asked): Promise<void> {
  const { lang, port = "0", tenant, people: file } = asked;
  if (!/^[0-9]+$/.test(port) || Number(port) > 65_535) throw new UsageError("--port must be a port, for example 4030.");
  if (lang !== undefined && !isLanguage(lang)) throw new UsageError("--lang must be id or en.");
  const store = readStore(asked);
  const people = file === undefined ? undefined : readPeopleFile(file);
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
    port: Number(port),
    ...(people !== undefined && { people }),
    ...(lang !== undefined && { language: lang }),
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

function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}
