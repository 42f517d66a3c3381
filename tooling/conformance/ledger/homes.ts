import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgres, type Store, sqlite } from "@setor/ledger";
import type { Disk } from "@setor-tooling/postgres/disk";

/** Where the tills keep their ledger. */
export interface Home {
  /** In front of the command of a till. */
  readonly enter: readonly string[];
  /** What a till opens. */
  readonly place: { readonly file: string } | { readonly postgres: string; readonly schema: string };
  /** As it is at this moment; nobody writes to it. */
  look(): Store;
  end(): void;
}

/** In a file. */
export function inFile(): Home {
  const folder = mkdtempSync(join(tmpdir(), "setor-storm-"));
  const file = join(folder, "ledger.db");
  return {
    enter: [],
    place: { file },
    look: () => sqlite(file),
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

let schemas = 0;

/** In a schema of its own on a server. */
export function inPostgres(address: string): Home {
  schemas += 1;
  const schema = `storm_${process.pid}_${schemas}`;
  return {
    enter: [],
    place: { postgres: address, schema },
    look: () => postgres(address, { schema }),
    end: () => {},
  };
}

/** In a file on a disk that only those see who enter it, so that what is looked at is a copy. */
export function onDisk(disk: Disk): Home {
  const folder = mkdtempSync(join(tmpdir(), "setor-storm-"));
  const file = join(disk.folder, "ledger.db");
  return {
    get enter() {
      return disk.enter;
    },
    place: { file },
    look() {
      const copy = mkdtempSync(join(folder, "copy-"));
      for (const name of ["ledger.db", "ledger.db-wal", "ledger.db-journal"]) {
        const from = disk.seen(join(disk.folder, name));
        if (existsSync(from)) cpSync(from, join(copy, name));
      }
      return sqlite(join(copy, "ledger.db"));
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
