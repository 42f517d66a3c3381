import { spawnSync } from "node:child_process";

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
