import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { enterMounts, ownMounts } from "../../../scripts/disks.mjs";
import { makeFolder } from "./place.js";

/** A file system that only those see who enter it. It is gone when they are. */
export interface Disk {
  /** Where those who enter find it. */
  readonly folder: string;
  /** In front of the command of a program that enters. */
  readonly enter: readonly string[];
  /** Where everybody else finds one of its paths. */
  seen(path: string): string;
  end(): Promise<void>;
}

/** One that can be full. */
export interface SmallDisk extends Disk {
  /** Takes all the room that is left. */
  fill(): void;
  /** Gives it back. */
  free(): void;
}

/** Mounts it and holds it until we are gone, and then ends a server of Postgres that is on it. Others may want to wait. */
const hold = `
trap "" QUIT
folder="$1"; shift
mount "$@" "$folder" && echo mounted && cat >/dev/null
file="$folder/data/postmaster.pid"
if [ -f "$file" ] && read -r pid <"$file" && [ "/proc/$pid/cwd" -ef "$folder/data" ]; then
  kill -CONT "$pid"; kill -QUIT "$pid"
  while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
fi`;

/** In memory, of so many megabytes. */
export async function makeSmallDisk(megabytes: number): Promise<SmallDisk> {
  const disk = await mountDisk(makeFolder("disk"), ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs"]);
  const ballast = disk.seen(join(disk.folder, "ballast"));
  return {
    ...disk,
    fill() {
      const file = openSync(ballast, "a");
      for (const bytes of [1_048_576, 4_096]) while (hasRoomFor(file, bytes));
      closeSync(file);
    },
    free: () => rmSync(ballast, { force: true }),
  };
}

/** What `mount` is told stands before the folder. */
export async function mountDisk(folder: string, mount: readonly string[]): Promise<Disk> {
  const [command = "", ...args] = [...ownMounts, "sh", "-c", hold, "sh", folder, ...mount];
  // In a group of its own: what interrupts us must not interrupt it.
  const holder = spawn(command, args, { detached: true, stdio: ["pipe", "pipe", "inherit"] });
  const pidFile = join(folder, "holder.pid");
  writeFileSync(pidFile, `${holder.pid}\n`);
  await new Promise<void>((resolve, reject) => {
    holder.stdout.once("data", () => resolve());
    holder.once("close", () => reject(new Error(`Nothing could be mounted on ${folder}.`)));
  });
  return {
    folder,
    enter: [...enterMounts, String(holder.pid)],
    seen: (path) => join(`/proc/${holder.pid}/root`, path),
    async end() {
      await endOf(holder);
      rmSync(pidFile);
    },
  };
}

function endOf(holder: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (holder.exitCode !== null || holder.signalCode !== null) resolve();
    holder.once("close", () => resolve());
    holder.stdin?.end();
  });
}

function hasRoomFor(file: number, bytes: number): boolean {
  try {
    return writeSync(file, Buffer.alloc(bytes)) === bytes;
  } catch (error) {
    if (error instanceof Error && Reflect.get(error, "code") === "ENOSPC") return false;
    throw error;
  }
}
