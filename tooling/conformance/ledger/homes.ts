import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgres, type Store, sqlite } from "@setor/ledger";

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
