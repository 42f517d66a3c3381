import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { setImmediate } from "node:timers/promises";
import { root } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";
import { postgresBin } from "../../../scripts/postgres.mjs";

/** Starts a server, says where it is, and waits. */
const program = `
const { startPostgres } = await import(${JSON.stringify(new URL("cluster.ts", import.meta.url).href)});
const { query } = await startPostgres();
const [{ folder }] = await query("select current_setting('data_directory') as folder");
const [{ pid }] = await query("select pid from pg_stat_activity where backend_type = 'checkpointer'");
console.log(JSON.stringify({ folder, pid }));
process.stdin.resume();
`;

describe.skipIf(postgresBin === "")("a test run that is killed", () => {
  it("a test run that is killed leaves no server and no folder", async () => {
    const node = ["--import", "tsx", "--input-type=module", "--eval", program];
    const child = spawn(process.execPath, node, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    const { folder, pid } = JSON.parse(String(line));
    expect(existsSync(folder)).toBe(true);
    child.kill("SIGKILL");
    while (existsSync(folder) || isAlive(pid)) await setImmediate();
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
