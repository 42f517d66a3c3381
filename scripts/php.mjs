import { spawnSync } from "node:child_process";

/** Whether the samples in PHP can be run here: PHP, with its curl extension. */
export const hasPhp = spawnSync("php", ["-r", "exit(extension_loaded('curl') ? 0 : 1);"]).status === 0;
