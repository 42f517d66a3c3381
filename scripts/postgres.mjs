import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** The oldest that the ledger works with. */
const oldest = 14;

/** Debian keeps the programs of a server out of the way of commands. */
const debian = "/usr/lib/postgresql";

const paths = (process.env.PATH ?? "").split(delimiter);

/** Names a folder to use instead of what is found. */
const named = process.env.SETOR_POSTGRES_BIN;

const [newest] = (named === undefined ? listFolders() : [named])
  .map((folder) => ({ folder, version: versionOf(folder) }))
  .filter(({ version }) => Number.parseFloat(version) >= oldest)
  .sort((a, b) => Number.parseFloat(b.version) - Number.parseFloat(a.version));

/** The folder with the programs of the newest Postgres; empty when there is none. */
export const postgresBin = newest?.folder ?? "";

/** Its version, for example 15.18; empty when there is none. */
export const postgresVersion = newest?.version ?? "";

/** Where PgBouncer is; empty when it is nowhere. */
export const pgBouncer = [...paths, "/usr/sbin"].map((folder) => join(folder, "pgbouncer")).find(existsSync) ?? "";

function listFolders() {
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  // What stands in a path may be a link to one of its programs only.
  const found = paths.map((folder) => join(folder, "initdb")).filter(existsSync);
  const folders = [...versions, ...found.map((file) => dirname(realpathSync(file)))];
  return [...new Set(folders)].filter((folder) => existsSync(join(folder, "postgres")));
}

function versionOf(folder) {
  const { stdout } = spawnSync(join(folder, "postgres"), ["--version"], { encoding: "utf8" });
  return /\d+(\.\d+)?/.exec(stdout ?? "")?.[0] ?? "";
}
