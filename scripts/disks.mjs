import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const isRoot = process.getuid?.() === 0;

/** Runs a command where it can mount what nobody else sees: as root, or as root of a user namespace. */
export const ownMounts = ["unshare", ...(isRoot ? [] : ["--user", "--map-root-user"]), "--mount"];

/** Enters where that command is. */
export const enterMounts = ["nsenter", ...(isRoot ? [] : ["--user", "--preserve-credentials"]), "--mount", "--target"];

/** Whether this machine lets a test have a small file system of its own: Linux, and root or user namespaces. */
export const canMakeDisks = process.platform === "linux" && tryIt("-t", "tmpfs", "tmpfs", "/mnt");

function tryIt(...mount) {
  const [command, ...args] = [...ownMounts, "mount", ...mount];
  return spawnSync(command, args).status === 0;
}

/** Makes an image of so many megabytes, with ext4. */
export function makeImage(file, megabytes) {
  writeFileSync(file, "");
  truncateSync(file, megabytes * 1_048_576);
  // What would be written later would be written while somebody copies it.
  execFileSync("mkfs.ext4", ["-q", "-E", "lazy_itable_init=0,lazy_journal_init=0", file], { stdio: "pipe" });
}

/** Whether this machine lets a test have a device of its own in an image: root, ext4, and loop devices. */
export function canMakeDevices() {
  if (!isRoot || !canMakeDisks) return false;
  const folder = mkdtempSync(join(tmpdir(), "setor-try-"));
  try {
    const image = join(folder, "image");
    makeImage(image, 8);
    return tryIt("-o", "loop", image, "/mnt");
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
