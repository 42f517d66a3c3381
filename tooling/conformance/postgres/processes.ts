import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** These processes stand still for `meanwhile`, and are then killed: none does anything any more. */
export function cutDown(pids: readonly number[], meanwhile: () => void): void {
  const areAll = (states: string) => pids.every((pid) => statesOf(pid).every((state) => states.includes(state)));
  for (const pid of pids) send(pid, "SIGSTOP");
  // Traced, dead and gone is still as well.
  while (!areAll("TtZX"));
  meanwhile();
  for (const pid of pids) send(pid, "SIGKILL");
  while (!areAll("ZX"));
}

/** What a process has started. */
export function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
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
