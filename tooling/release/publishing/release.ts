// Publishes what is not published yet, unless it would lead its users nowhere.
import { spawnSync } from "node:child_process";
import { root } from "@setor-tooling/model/vendors";
import { refusalOf } from "./refuse-release.js";
import { repository } from "./repository.js";

const refusal = refusalOf(repository);
if (refusal !== undefined) {
  console.error(refusal);
  process.exit(1);
}
for (const program of [["scripts/build.mjs"], ["node_modules/@changesets/cli/bin.js", "publish"]]) {
  const { status } = spawnSync(process.execPath, program, { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
