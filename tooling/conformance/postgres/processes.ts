import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** These processes and what they have started stand still for `meanwhile`, and are then killed: none has done a thing since. */
export function cutDown(pids: readonly number[], meanwhile: () => void): void {
  const all = pids.flatMap((pid) => [pid, ...childrenOf(pid)]);
  for (const pid of all) send(pid, "SIGSTOP");
  while (!all.every((pid) => statesOf(pid).every((state) => "TtZX".includes(state))));
  meanwhile();
  for (const pid of all) send(pid, "SIGKILL");
  while (!all.every((pid) => statesOf(pid).every((state) => "ZX".includes(state))));
}

function childrenOf(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
}

/** Of each thread, by one letter; none of a process that is gone. */
function statesOf(pid: number): string[] {
  const folder = `/proc/${pid}/task`;
  return list(folder).flatMap((thread) => /^\d+ \(.*\) (.)/s.exec(read(join(folder, thread, "stat")))?.[1] ?? []);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended by itself.
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
