import { spawnSync } from "node:child_process";

/** Whether this machine lets a test make hosts of its own: Linux, root, and iproute2. */
export const canMakeHosts = process.platform === "linux" && process.getuid?.() === 0 && tryIt();

function tryIt() {
  const name = `setor-try-${process.pid}`;
  const made = spawnSync("ip", ["netns", "add", name]).status === 0;
  if (made) spawnSync("ip", ["netns", "del", name]);
  return made;
}
