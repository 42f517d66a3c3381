import { execFile } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "@setor-tooling/model/vendors";
import { Client } from "pg";
import { postgresBin, postgresVersion } from "../../../scripts/postgres.mjs";
import type { Disk } from "./disk.js";
import { freePort, makeFolder, owner } from "./place.js";
import { childrenOf, cutDown } from "./processes.js";

/** A server of Postgres on loopback. */
export interface Cluster {
  /** Of its superuser. */
  readonly url: string;
  readonly port: number;
  /** For another user or database. */
  urlOf(of: { user?: string; database?: string }): string;
  /** Runs a statement as the superuser. */
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Sets what a reload changes, and waits until new connections have it. */
  set(name: string, value: string): Promise<void>;
  /** Asks until the first column of the first row is true. */
  until(sql: string): Promise<void>;
  /** `immediate` is a crash: nothing is finished. */
  restart(how: "immediate" | "fast"): Promise<void>;
  /** All of its processes stand still for `meanwhile`, and are then killed. */
  cutPower(meanwhile: () => void): void;
  /** Starts it where it does not run, and waits until it answers. */
  mend(): Promise<void>;
  /** Makes of a standby a server of its own. */
  promote(): Promise<void>;
  stop(): Promise<void>;
}

const run = promisify(execFile);
const superuser = "setor";

/** Where a server is. */
interface Site {
  /** Has its log, which can be written whatever becomes of the data. */
  readonly folder: string;
  readonly data: string;
  /** Only this has its data. */
  readonly disk?: Disk;
}

/** A new server; it is ready. With a disk its data are there. */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}, disk?: Disk): Promise<Cluster> {
  const folder = makeFolder("cluster");
  const data = join(disk?.folder ?? folder, "data");
  await copyTemplate(disk?.seen(data) ?? data);
  return start({ folder, data, ...(disk && { disk }) }, settings);
}

/** In front of the command of a program that enters a disk, as the owner of the data. */
function enterAs({ enter }: Disk): readonly string[] {
  const { uid, gid } = owner;
  return uid === undefined
    ? [...enter, "unshare", "--user", `--map-user=${process.getuid?.()}`, `--map-group=${process.getgid?.()}`]
    : [...enter, "setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"];
}

/** A standby that follows a server. Its name is what `synchronous_standby_names` calls it. */
export async function startStandby(primary: Cluster, name: string): Promise<Cluster> {
  const folder = makeFolder("standby");
  const data = join(folder, "data");
  await copyRunning(primary, data);
  await writeOwned(join(data, "standby.signal"), "");
  const from = `host=127.0.0.1 port=${primary.port} user=${superuser} application_name=${name}`;
  return start({ folder, data }, { primary_conninfo: from });
}

/** As a base backup does, whose program not every server comes with. */
async function copyRunning(primary: Cluster, data: string): Promise<void> {
  const client = new Client({ connectionString: primary.url });
  await client.connect();
  try {
    const { rows } = await client.query("select current_setting('data_directory') as folder");
    const isOld = Number.parseFloat(postgresVersion) < 15;
    await client.query(isOld ? "select pg_start_backup('copy', true, false)" : "select pg_backup_start('copy', true)");
    await run("cp", ["-Rp", rows[0].folder, data]);
    const ended = await client.query(
      `select * from ${isOld ? "pg_stop_backup(false, false)" : "pg_backup_stop(false)"}`,
    );
    await writeOwned(join(data, "backup_label"), ended.rows[0].labelfile);
    rmSync(join(data, "postmaster.pid"));
  } finally {
    await client.end();
  }
}

async function writeOwned(file: string, text: string): Promise<void> {
  writeFileSync(file, text);
  if (owner.uid !== undefined) await run("chown", [`${owner.uid}:${owner.gid}`, file]);
}

async function start({ folder, data, disk }: Site, settings: Readonly<Record<string, string>>): Promise<Cluster> {
  const seen = (name: string) => disk?.seen(join(data, name)) ?? join(data, name);
  const port = await freePort();
  const all = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    shared_buffers: "16MB",
    max_connections: "60",
    autovacuum: "off",
    ...settings,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value}'\n`);
  appendFileSync(seen("postgresql.conf"), lines.join(""));
  // As `initdb` does at its end: a copy of what it made is not synced.
  if (disk !== undefined) await run("sync", ["--file-system", seen("postgresql.conf")]);
  const control = (...args: string[]) => program("pg_ctl", ["-D", data, "-w", ...args], disk);
  const log = ["-l", join(folder, "log")];
  await control(...log, "start");

  const urlOf = ({ user = superuser, database = "postgres" }: { user?: string; database?: string }) =>
    `postgres://${user}@127.0.0.1:${port}/${database}`;
  const url = urlOf({});
  const query = (sql: string, values?: unknown[]) => ask(url, sql, values);
  const answers = () =>
    query("select 1").then(
      () => true,
      () => false,
    );
  const until = async (sql: string) => {
    for (;;) {
      const [row = {}] = await query(sql);
      if (Object.values(row)[0] === true) return;
    }
  };
  return {
    url,
    port,
    urlOf,
    query,
    until,
    async set(name, value) {
      await query(`alter system set ${name} = '${value}'`);
      await query("select pg_reload_conf()");
      await until(`select current_setting('${name}') = '${value}'`);
    },
    restart: (how) => control(...log, "-m", how, "restart"),
    cutPower(meanwhile) {
      const pid = Number.parseInt(readFileSync(seen("postmaster.pid"), "utf8"), 10);
      // While it stands still it starts no more.
      cutDown([pid], () => cutDown(childrenOf(pid), meanwhile));
    },
    async mend() {
      // It may be about to come back by itself, or about to give up.
      while (!(await answers())) await control(...log, "start").catch(() => {});
    },
    promote: () => control("promote"),
    async stop() {
      await control("-m", "immediate", "stop").catch((error: unknown) => {
        if (existsSync(seen("postmaster.pid"))) throw error;
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ask(url: string, sql: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  // A server that ends between two statements says so to nobody else; unheard, that would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Making a cluster takes a second, copying one a tenth of it. */
async function copyTemplate(data: string): Promise<void> {
  const template = join(root, ".cache", `postgres-${postgresVersion}-${process.getuid?.() ?? ""}`);
  if (!existsSync(template)) {
    const made = join(makeFolder("template"), "data");
    await initialise(made);
    const copy = `${template}-${process.pid}`;
    mkdirSync(join(root, ".cache"), { recursive: true });
    await run("cp", ["-R", made, copy]);
    try {
      renameSync(copy, template);
    } catch {
      // Another process was faster.
      rmSync(copy, { recursive: true, force: true });
    }
  }
  await run("cp", ["-Rp", template, data]);
  if (owner.uid !== undefined) await run("chown", ["-R", `${owner.uid}:${owner.gid}`, data]);
}

async function initialise(data: string): Promise<void> {
  const how = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--wal-segsize=4"];
  await program("initdb", ["-D", data, "-U", superuser, ...how]);
}

async function program(name: string, args: readonly string[], disk?: Disk): Promise<void> {
  const [command = "", ...rest] = [...(disk === undefined ? [] : enterAs(disk)), join(postgresBin, name), ...args];
  // The folder that we stand in may be closed to its owner. Who enters a disk becomes the owner there.
  await run(command, rest, { cwd: "/", ...(disk === undefined && owner) });
}
