import { spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pgBouncer } from "../../../scripts/postgres.mjs";
import type { Cluster } from "./cluster.js";
import { freePort, makeFolder, owner } from "./place.js";

/** A pooler before a server. */
export interface PgBouncer {
  readonly url: string;
  stop(): Promise<void>;
}

/** In transaction mode: between two transactions a client has no connection of its own to the server. */
export async function startPgBouncer({ port: of }: Cluster, connections: number): Promise<PgBouncer> {
  const folder = makeFolder("pgbouncer");
  const port = await freePort();
  const users = join(folder, "users");
  writeFileSync(users, '"setor" ""\n');
  const file = join(folder, "pgbouncer.ini");
  const options = {
    listen_addr: "127.0.0.1",
    listen_port: port,
    unix_socket_dir: "",
    auth_type: "trust",
    auth_file: users,
    pool_mode: "transaction",
    default_pool_size: connections,
    max_client_conn: 100,
    pidfile: join(folder, "pgbouncer.pid"),
  };
  const lines = Object.entries(options).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(file, `[databases]\n* = host=127.0.0.1 port=${of}\n\n[pgbouncer]\n${lines.join("")}`);
  const child = spawn(pgBouncer, [file], { cwd: "/", stdio: ["ignore", "ignore", "pipe"], ...owner });
  const ended = once(child, "exit");
  const ready = (async () => {
    for await (const line of createInterface({ input: child.stderr })) if (line.includes("process up")) return;
    throw new Error("PgBouncer did not start.");
  })();
  await ready;
  child.stderr.resume();
  return {
    url: `postgres://setor@127.0.0.1:${port}/postgres`,
    async stop() {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
