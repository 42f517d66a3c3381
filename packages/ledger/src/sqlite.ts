import { randomBytes } from "node:crypto";
import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync, statfsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { hashLine } from "./chain.js";
import { concluded, emptied, schemaVersion, sqliteGuards, sqliteTables } from "./schema.js";
import {
  attemptUpsert,
  attemptValues,
  paymentInsert,
  paymentInsertValues,
  paymentUpdate,
  paymentUpdateValues,
} from "./sql.js";
import {
  type Appended,
  type Change,
  type Ended,
  MemoryChangedError,
  type Row,
  type Statement,
  type Store,
  StoreError,
  type Value,
} from "./store.js";

/** The part of `node:sqlite` that is used; better-sqlite3 and @photostructure/sqlite have it as well. */
export interface SqliteDatabase {
  /** Runs statements without values. */
  exec(sql: string): unknown;
  /** Prepares one statement. */
  prepare(sql: string): SqliteStatement;
  /** Ends the connection. */
  close(): unknown;
}

/** A prepared statement. */
export interface SqliteStatement {
  /** Runs it. */
  run(...values: Value[]): { readonly changes: number | bigint };
  /** Its first row. */
  get(...values: Value[]): unknown;
  /** All of its rows. */
  all(...values: Value[]): unknown[];
}

/** What `sqlite` takes beside the file. */
export interface SqliteOptions {
  /** Opens a database by another driver of the same shape. */
  readonly open?: (file: string) => SqliteDatabase;
  /** The clock of the store, in milliseconds; `Date.now` by default. */
  readonly now?: () => number;
  /** The clock that does not leap, in milliseconds; by default `performance.now`, or none where `now` is given. */
  readonly monotonicNow?: () => number;
  /** How long to wait for another process that is writing, in milliseconds; 5,000 by default. */
  readonly busyTimeoutMs?: number;
  /** Accepts a database that a crash takes with it, for example `:memory:` in a test. */
  readonly acceptLossOnCrash?: boolean;
}

/** Tells a ledger from another database: "Setr". */
const applicationId = 0x53657472;

/** Before it, two connections that write at the same moment can lose what was committed. */
const firstSafeWal = [3, 51, 3];

/** Where locks and syncing do not mean what they should: NFS, SMB, CIFS. */
const networkFileSystems = [0x6969, 0x517b, 0xff534d42, 0xfe534d42];

const newestLine = "select at from journal order by seq desc limit 1";

/** A file up to this size is read whole when it is opened. */
const quicklyCheckedBytes = 64 * 1024 * 1024;

/**
 * A ledger in one file, for one machine and any number of its processes. Nothing is installed: it is Node's own SQLite,
 * from Node 22.13.
 * @param file path of the file; it is made where there is none
 */
export function sqlite(file: string, options: SqliteOptions = {}): Store {
  const { now = Date.now, busyTimeoutMs = 5_000 } = options;
  const { monotonicNow = options.now === undefined ? () => performance.now() : () => 0 } = options;
  const isVolatile = file === "" || file.startsWith(":memory:") || file.startsWith("file:");
  let opened: SqliteDatabase | undefined;
  /** Which file it is: where another stands in its place, others pay by that one. */
  let identity = "";
  /** The newest time of the store that is known here, and how long that was. */
  let lastAt = 0;
  let lastSteady = 0;
  const statements = new Map<string, SqliteStatement>();

  function db(): SqliteDatabase {
    if (opened === undefined) throw new StoreError(`The ledger ${file} is not open.`);
    return opened;
  }

  function prepared(sql: string): SqliteStatement {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = db().prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  }

  /**
   * Never back, for no process: where the clock was ahead once, it goes on from there, as fast as time passes. What is due
   * becomes due late then, and never early.
   */
  function tick(): number {
    const written = Number(Reflect.get(prepared(newestLine).get() ?? {}, "at") ?? 0);
    const steady = monotonicNow();
    const passed = Math.max(0, steady - lastSteady);
    const at = Math.max(Math.round(now()), Math.floor(lastAt + passed), written);
    // What is less than a millisecond is not lost by asking often.
    if (at > lastAt) lastSteady = steady;
    lastAt = at;
    return lastAt;
  }

  function run(sql: string, values: readonly Value[], at: number): number {
    const { changes } = prepared(sql.replaceAll("{now}", "?1")).run(...timed(sql, values, at));
    return Number(changes);
  }

  /** `{now}` is the first value, and the others follow by their number. */
  function timed(sql: string, values: readonly Value[], at: number): Value[] {
    return sql.includes("{now}") ? [at, ...values] : [...values];
  }

  function numbered(sql: string): string {
    if (!sql.includes("{now}")) return sql;
    let index = 1;
    return sql.replace(/\?/g, () => `?${++index}`);
  }

  function inTransaction<T>(work: () => T, keep: (result: T) => boolean): T {
    db().exec("begin immediate");
    try {
      const result = work();
      db().exec(keep(result) ? "commit" : "rollback");
      return result;
    } catch (error) {
      takeBack(db());
      throw error;
    }
  }

  function step(change: Change): Appended | undefined {
    const at = tick();
    const { payment, prev, line } = change;
    const head = hashLine({ prev, payment: payment.id, at, ...line });
    const touched =
      prev === ""
        ? run(paymentInsert, paymentInsertValues(payment, head, at), at)
        : run(paymentUpdate, paymentUpdateValues(payment, prev, head, at), at);
    if (touched !== 1) return undefined;
    run(attemptUpsert, attemptValues(payment.id, change.attempt, at), at);
    const journal =
      "insert into journal (payment, n, at, actor, event, data, prev, hash) values (?, ?, ?, ?, ?, ?, ?, ?)";
    run(journal, [payment.id, line.n, at, line.actor, line.event, line.data, prev, head], at);
    return runAll(change.also ?? [], at) ? { at, head } : undefined;
  }

  function runAll(list: readonly Statement[], at: number): boolean {
    return list.every(({ sql, values, changes }) => {
      const count = run(numbered(sql), values, at);
      return changes === undefined || count === changes;
    });
  }

  return {
    name: `SQLite ${file}`,
    async open() {
      if (opened !== undefined)
        throw new StoreError(`The ledger ${file} is open already; each ledger takes its own store.`);
      if (isVolatile && options.acceptLossOnCrash !== true) {
        throw new StoreError(
          `A ledger in "${file}" is gone with its process; name a file, or pass \`acceptLossOnCrash\`.`,
        );
      }
      if (!isVolatile) refuseNetwork(file);
      if (!isVolatile && !existsSync(file)) makeWhole(file, options.open);
      opened = openDatabase(file, options.open);
      try {
        prepare(opened, { file, isNew: isVolatile, isVolatile, busyTimeoutMs });
        identity = isVolatile ? "" : identityOf(file);
        lastSteady = monotonicNow();
        tick();
      } catch (error) {
        opened.close();
        opened = undefined;
        throw storeError(file, error);
      }
    },
    async all(sql, ...values) {
      const at = tick();
      const text = numbered(sql);
      return prepared(text.replaceAll("{now}", "?1")).all(...timed(text, values, at)) as Row[];
    },
    async append(change) {
      if (change.isClaim && !isVolatile && identityOf(file) !== identity) throw new MemoryChangedError();
      return inTransaction(
        () => step(change),
        (appended) => appended !== undefined,
      );
    },
    async atomically(list) {
      return inTransaction(
        () => runAll(list, tick()),
        (isDone) => isDone,
      );
    },
    async seal(hash) {
      return inTransaction(
        () => sealed(hash),
        (seal) => seal !== undefined,
      );
    },
    async removeLines(payments) {
      return inTransaction(
        () => removed(payments),
        () => true,
      );
    },
    // A file has no failover.
    memory: async () => "file",
    async close() {
      statements.clear();
      opened?.close();
      opened = undefined;
    },
  };

  function sealed(hash: (lines: readonly string[], prev: string) => string): Row | undefined {
    const at = tick();
    const last = prepared("select n, upto, hash from seal order by n desc limit 1").get() as Row | undefined;
    const upto = Number(last?.["upto"] ?? 0);
    const lines = prepared("select seq, hash from journal where seq > ? order by seq").all(upto) as Row[];
    const newest = lines.at(-1);
    if (newest === undefined) return undefined;
    const prev = String(last?.["hash"] ?? "");
    const seal = {
      n: Number(last?.["n"] ?? 0) + 1,
      upto: Number(newest["seq"]),
      lines: lines.length,
      at,
      prev,
      hash: hash(
        lines.map((line) => String(line["hash"])),
        prev,
      ),
    };
    const sql = "insert into seal (n, upto, lines, at, prev, hash) values (?, ?, ?, ?, ?, ?)";
    run(sql, [seal.n, seal.upto, seal.lines, seal.at, seal.prev, seal.hash], at);
    return seal;
  }

  function removed(payments: readonly Ended[]): number {
    const at = tick();
    db().exec("drop trigger journal_delete");
    let count = 0;
    for (const { id: payment, head } of payments) {
      const isThere = run(
        "update payment set label = '', pruned_at = ? where id = ? and head = ?",
        [at, payment, head],
        at,
      );
      if (isThere !== 1) continue;
      count += 1;
      const old = `from journal where payment = ? and event <> '${concluded}'`;
      run(`insert into pruned (seq, hash) select seq, hash ${old}`, [payment], at);
      run(`delete ${old}`, [payment], at);
      run("delete from decision where payment = ?", [payment], at);
      run(`update attempt set ${emptied} where payment = ?`, [payment], at);
    }
    for (const sql of sqliteGuards) if (sql.includes("journal_delete")) db().exec(sql);
    return count;
  }
}

function identityOf(file: string): string {
  const { dev, ino } = statSync(file, { throwIfNoEntry: false }) ?? { dev: 0, ino: 0 };
  return `${dev}/${ino}`;
}

function refuseNetwork(file: string): void {
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) throw new StoreError(`The folder of the ledger ${file} does not exist; make it first.`);
  const { type } = statfsSync(folder);
  if (networkFileSystems.includes(type >>> 0)) {
    throw new StoreError(
      `The ledger ${file} is on a network file system, where locks cannot be relied on; use a local disk.`,
    );
  }
}

/** A ledger appears with all its tables, or not at all: an empty file is one that has lost what it knew. */
function makeWhole(file: string, open: SqliteOptions["open"]): void {
  const made = `${file}.${randomBytes(6).toString("hex")}.new`;
  try {
    const db = openDatabase(made, open);
    try {
      db.exec("pragma synchronous = full");
      // Others need not change it, which they could not while it is used.
      setJournalMode(db, 0);
      migrate(db, file, true);
    } finally {
      db.close();
    }
    linkSync(made, file);
  } catch (error) {
    // Another process has made it at the same moment.
    if (!existsSync(file)) throw storeError(file, error);
  } finally {
    // A disk without room leaves what belongs to it as well.
    for (const end of ["", "-wal", "-shm", "-journal"]) rmSync(made + end, { force: true });
  }
  syncFolder(file);
}

interface SqliteModule {
  readonly DatabaseSync: new (file: string) => SqliteDatabase;
}

function openDatabase(file: string, open: SqliteOptions["open"]): SqliteDatabase {
  try {
    if (open !== undefined) return open(file);
    // Bundlers do not see it, and where it is missing there is a sentence instead of an import that fails.
    const { DatabaseSync } = (process.getBuiltinModule("node:sqlite") ?? {}) as Partial<SqliteModule>;
    if (DatabaseSync === undefined) {
      throw new StoreError(
        `This Node ${process.versions.node} has no SQLite; use Node 22.13 or newer, or pass a driver as \`open\`.`,
      );
    }
    return new DatabaseSync(file);
  } catch (error) {
    throw storeError(file, error);
  }
}

interface Opening {
  readonly file: string;
  readonly isNew: boolean;
  readonly isVolatile: boolean;
  readonly busyTimeoutMs: number;
}

function prepare(db: SqliteDatabase, { file, isNew, isVolatile, busyTimeoutMs }: Opening): void {
  db.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
  const id = Number(scalar(db, "select application_id as value from pragma_application_id()"));
  const tables = Number(scalar(db, "select count(*) as value from sqlite_schema"));
  if (tables > 0 && id !== applicationId) throw new StoreError(`The file ${file} is a database, but no ledger.`);
  const bytes = Number(
    scalar(db, "select page_count * page_size as value from pragma_page_count(), pragma_page_size()"),
  );
  if (tables > 0 && bytes <= quicklyCheckedBytes) refuseDamage(db, file);
  if (!isVolatile) setJournalMode(db, busyTimeoutMs);
  // NORMAL loses the last commits in a power cut, and macOS syncs to the disk only when it is asked twice.
  for (const pragma of ["synchronous = full", "fullfsync = on", "checkpoint_fullfsync = on", "foreign_keys = on"]) {
    db.exec(`pragma ${pragma}`);
  }
  if (Number(scalar(db, "select synchronous as value from pragma_synchronous()")) < 2) {
    throw new StoreError(`The ledger ${file} cannot be written safely: SQLite refuses \`synchronous = full\`.`);
  }
  migrate(db, file, isNew);
  refuseUnguarded(db, file);
}

function refuseUnguarded(db: SqliteDatabase, file: string): void {
  const sql =
    "select lower(group_concat(sql, ';')) as value from (select sql from sqlite_schema where type = 'trigger' order by sql)";
  if (scalar(db, sql) !== [...sqliteGuards].sort().join(";").toLowerCase()) {
    throw new StoreError(
      `The triggers of the ledger ${file} that keep the journal from being changed are gone or others, so it proves nothing; find out who did that.`,
    );
  }
}

function takeBack(db: SqliteDatabase): void {
  try {
    db.exec("rollback");
  } catch {
    // It was taken back already.
  }
}

/** Changing it needs the file alone, and SQLite does not wait for that by itself. */
function setJournalMode(db: SqliteDatabase, waitMs: number): void {
  const wanted = isSafeWal(db) ? "wal" : "delete";
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let leftMs = waitMs; scalar(db, "select journal_mode as value from pragma_journal_mode()") !== wanted; ) {
    try {
      db.exec(`pragma journal_mode = ${wanted}`);
    } catch (error) {
      if (leftMs <= 0) throw error;
      Atomics.wait(pause, 0, 0, 20);
      leftMs -= 20;
    }
  }
}

/** Makes the tables, or moves them forward; two processes may do so at once. */
function migrate(db: SqliteDatabase, file: string, isNew: boolean): void {
  db.exec("begin immediate");
  try {
    const version = Number(scalar(db, "select user_version as value from pragma_user_version()"));
    if (version > schemaVersion) {
      throw new StoreError(
        `The ledger ${file} was written by a newer version (${version}; this one knows ${schemaVersion}); update @setor/ledger.`,
      );
    }
    if (version === 0) {
      if (!isNew) {
        throw new StoreError(
          `The file ${file} is empty, so it has lost what it knew or never was a ledger; remove it first.`,
        );
      }
      for (const sql of [...sqliteTables, ...sqliteGuards]) db.exec(sql);
      db.exec(`pragma application_id = ${applicationId}`);
      db.exec(`pragma user_version = ${schemaVersion}`);
    }
    db.exec("commit");
  } catch (error) {
    takeBack(db);
    throw error;
  }
}

/** Refused, and never repaired: what is left of it is evidence. */
function refuseDamage(db: SqliteDatabase, file: string): void {
  const [found] = Object.values(db.prepare("pragma quick_check(1)").get() ?? {}).map(String);
  if (found !== "ok") {
    throw new StoreError(
      `The ledger ${file} is damaged and is not opened; restore a backup. SQLite says: ${oneLine(found ?? "nothing")}`,
    );
  }
}

function isSafeWal(db: SqliteDatabase): boolean {
  const version = String(scalar(db, "select sqlite_version() as value")).split(".").map(Number);
  const [difference = 0] = firstSafeWal.map((part, index) => (version[index] ?? 0) - part).filter((by) => by !== 0);
  return difference >= 0;
}

function scalar(db: SqliteDatabase, sql: string): unknown {
  const row = db.prepare(sql).get();
  return typeof row === "object" && row !== null ? Reflect.get(row, "value") : undefined;
}

/** Makes the entry of a file in its folder durable. */
export function syncFolder(file: string): void {
  // Windows cannot open a folder, and keeps its entries by itself.
  if (process.platform === "win32") return;
  const folder = openSync(dirname(resolve(file)), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

function storeError(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const said = oneLine(String(error instanceof Error ? error.message : error));
  return new StoreError(`The ledger ${file} cannot be opened and is not repaired. SQLite says: ${said}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
