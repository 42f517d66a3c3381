import type { SqliteDatabase } from "../src/index.js";

interface SqliteModule {
  readonly DatabaseSync: new (file: string) => SqliteDatabase;
}

/** Opens a file past the ledger. */
export function openDatabase(file: string): SqliteDatabase {
  // Node 20, whose types these are, has no SQLite.
  const { DatabaseSync } = process.getBuiltinModule("node:sqlite") as unknown as SqliteModule;
  return new DatabaseSync(file);
}
