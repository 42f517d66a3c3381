// Runs before anything is installed: plain Node, nothing imported but Node's own.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const { packageManager, engines } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const lockfile = `${root}pnpm-lock.yaml`;
const marker = `${root}node_modules/.setor-installed`;
const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|META_FETCH_FAIL/;

/** No tool of ours reports home. */
const environment = {
  ...process.env,
  // The pinned pnpm is installed beside everything else, and turbo looks for it by name.
  PATH: `${root}node_modules/.bin${delimiter}${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  REDOCLY_TELEMETRY: "off",
  SCARF_ANALYTICS: "false",
  DO_NOT_TRACK: "1",
  TSX_DISABLE_CACHE: "1",
  FORCE_COLOR: process.stdout.isTTY ? "1" : "0",
  // Part of every cache key: what passed on one Node has not passed on another.
  SETOR_NODE: process.version,
};

/** What tools would keep in the user's home stays in the checkout. */
const confined = {
  ...environment,
  XDG_CACHE_HOME: `${root}.cache/xdg/cache`,
  XDG_CONFIG_HOME: `${root}.cache/xdg/config`,
  XDG_DATA_HOME: `${root}.cache/xdg/data`,
  XDG_STATE_HOME: `${root}.cache/xdg/state`,
};

/** The programs of the workspace, as arguments of Node. */
const programs = {
  turbo: [`${root}node_modules/turbo/bin/turbo`],
  typescript: ["--import", "tsx"],
};

/** Ends the process with one sentence. */
export function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Installs what the lockfile asks for, if that has not been done yet. */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Setor needs Node ${engines.node.replace(">=", "")} or newer; this is ${process.versions.node}.`);
  }
  const wanted = createHash("sha256").update(readFileSync(lockfile)).update(process.version).digest("hex");
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  console.log("Installing what the lockfile asks for (about 20 seconds the first time) …");
  const { code, output } = await capture("npx", ["-y", packageManager, "install", "--frozen-lockfile"], environment);
  if (code !== 0) {
    const reason = offline.test(output)
      ? "the package registry cannot be reached; connect to the network once and try again"
      : `pnpm said: ${lastWords(output)}`;
    stop(`The installation failed: ${reason}.`);
  }
  writeFileSync(marker, wanted);
}

/** Runs a program of the workspace, showing what it prints. Resolves to its exit code. */
export function run(program, args, extra = {}) {
  return new Promise((resolve) => {
    const options = { cwd: root, stdio: "inherit", env: { ...confined, ...extra } };
    const child = spawn(process.execPath, [...programs[program], ...args], options);
    // Ctrl-C reaches the child as well; it decides when to end.
    const wait = () => {};
    process.on("SIGINT", wait);
    child.on("exit", (code) => {
      process.off("SIGINT", wait);
      resolve(code ?? 1);
    });
  });
}

/** Runs a program of the workspace without showing what it prints. */
export function quietly(program, args) {
  return capture(process.execPath, [...programs[program], ...args], confined);
}

function capture(command, args, env) {
  return new Promise((resolve) => {
    const shell = process.platform === "win32" && command === "npx";
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"], env, shell });
    let output = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (error) => resolve({ code: 1, output: String(error) }));
    child.on("exit", (code) => resolve({ code: code ?? 1, output }));
  });
}

function lastWords(output) {
  const lines = output.split("\n").map((line) => line.trim());
  return lines.findLast((line) => /ERR|error/i.test(line)) ?? lines.findLast((line) => line !== "") ?? "nothing";
}
