#!/usr/bin/env node
import { parseArgs } from "node:util";
import { createSandbox } from "./sandbox.js";

const { values } = parseArgs({ options: { port: { type: "string", default: "4020" } } });
const port = Number(values.port);
if (!/^[0-9]+$/.test(values.port) || port > 65_535) {
  console.error("--port must be a port, for example 4020");
  process.exit(1);
}
try {
  const { url } = await createSandbox().listen({ port });
  console.log(`The sandbox listens on ${url}; each vendor has its own path, for example ${url}/esamsat`);
} catch (error) {
  const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
  console.error(taken ? `Port ${port} is taken; choose another with --port N.` : String(error));
  process.exit(1);
}
