import { spawnSync } from "node:child_process";
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

/** Whether it lets one have a disk of its own in an image: root, ext4, and loop devices. */
export function canMakeDevices() {
  if (!isRoot || !canMakeDisks) return false;
  const folder = mkdtempSync(join(tmpdir(), "setor-try-"));
  const image = join(folder, "image");
  writeFileSync(image, "");
  truncateSync(image, 8_388_608);
  const isMade = spawnSync("mkfs.ext4", ["-q", image]).status === 0 && tryIt("-o", "loop", image, "/mnt");
  rmSync(folder, { recursive: true });
  return isMade;
}
