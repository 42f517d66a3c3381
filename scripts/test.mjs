import { spawnSync } from "node:child_process";

const run = (args) => spawnSync("npx", ["-y", "pnpm@10.34.9", ...args], { stdio: "inherit" }).status === 0;
const ok =
  run(["install", "--frozen-lockfile"]) && run(["lint"]) && run(["lint:specs"]) && run(["exec", "vitest", "run"]);
console.log(ok ? "1 passed, 0 failed" : "0 passed, 1 failed");
process.exit(ok ? 0 : 1);
