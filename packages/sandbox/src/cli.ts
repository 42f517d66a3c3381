#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createSandbox } from "./sandbox.js";
import { serveSandbox } from "./server.js";
import { registry } from "./vendors/registry.js";

const [example] = Object.keys(registry);

const help = `Usage: setor-sandbox [--port N]

Serves the sandbox on this machine: each vendor under its own path, as http://127.0.0.1:4020/${example}, and what a
tester does under /sandbox.

  --port N    the port to listen on; 4020 by default, 0 takes a free one
  --help      shows this
  --version   shows the version
`;

const seeHelp = "try setor-sandbox --help.";

/** What is wrong with the command line, in one sentence. */
class UsageError extends Error {}

try {
  const { help: helpWanted, version, port } = readOptions();
  if (helpWanted) process.stdout.write(help);
  else if (version) console.log(readVersion());
  else await serve(readPort(port));
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exit(1);
}

function readOptions() {
  const flag = { type: "boolean", default: false } as const;
  const options = { help: flag, version: flag, port: { type: "string", default: "4020" } } as const;
  const { tokens } = parseArgs({ options, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === "positional") throw new UsageError(`There is no argument ${token.value}; ${seeHelp}`);
    if (token.kind !== "option") continue;
    if (!Object.hasOwn(options, token.name)) throw new UsageError(`There is no option ${token.rawName}; ${seeHelp}`);
    if (token.name !== "port" && token.value !== undefined) {
      throw new UsageError(`${token.rawName} takes no value; ${seeHelp}`);
    }
    if (token.name === "port") readPort(token.value ?? "");
  }
  return parseArgs({ options }).values;
}

function readPort(text: string): number {
  if (/^[0-9]+$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new UsageError("--port must be a port, for example 4020");
}

function readVersion(): string {
  return JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")).version;
}

async function serve(port: number): Promise<void> {
  const { url } = await serveSandbox(createSandbox(), { port }).catch((error) => {
    if (error.code !== "EADDRINUSE") throw error;
    throw new UsageError(`Port ${port} is taken; choose another with --port N.`);
  });
  console.log(`The sandbox listens on ${url}; each vendor has its own path, for example ${url}/${example}`);
}
