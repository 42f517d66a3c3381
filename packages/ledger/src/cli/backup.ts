import { closeSync, existsSync, fsyncSync, openSync } from "node:fs";
import { syncFolder } from "../sqlite.js";
import { type Asked, readStore, UsageError } from "./options.js";

/** Copies a ledger in SQLite into a new file, also while others write to it, and says its newest seal. */
export async function backUp(asked: Asked): Promise<void> {
  const { file } = asked;
  if (asked.sqlite === undefined) {
    throw new UsageError(
      "Only a ledger in SQLite is backed up so; for one in Postgres use what backs up the database.",
    );
  }
  if (existsSync(file)) throw new UsageError(`There is something at ${file} already.`);
  const store = readStore(asked);
  await store.open();
  try {
    const [seal] = await store.all("select hash from seal order by n desc limit 1");
    await store.all("vacuum into ?", file);
    // SQLite leaves it to the system when the copy reaches the disk.
    syncFile(file);
    syncFolder(file);
    const kept = seal === undefined ? "it has no seal yet" : `keep its newest seal elsewhere: ${String(seal["hash"])}`;
    console.log(`${file} is a copy; ${kept}`);
  } finally {
    await store.close();
  }
}

function syncFile(file: string): void {
  // Windows syncs only what may be written to.
  const opened = openSync(file, "r+");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
