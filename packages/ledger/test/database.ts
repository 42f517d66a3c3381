import type { SqliteDatabase } from "../src/index.js";

interface SqliteModule {
  readonly DatabaseSync: new (file: string, options?: { readonly readOnly: boolean }) => SqliteDatabase;
}

/** Opens a file past the ledger. */
export function openDatabase(file: string, readOnly = false): SqliteDatabase {
  // Node 20, whose types these are, has no SQLite.
  const { DatabaseSync } = process.getBuiltinModule("node:sqlite") as unknown as SqliteModule;
  return new DatabaseSync(file, { readOnly });
}

/** Does in a file what a person does at a console. */
export function change(file: string, ...statements: string[]): void {
  const db = openDatabase(file);
  try {
    for (const sql of statements) db.exec(sql);
  } finally {
    db.close();
  }
}
