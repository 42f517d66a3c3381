import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const command = ["--import", "tsx", here("./cli.ts")];
const { version } = JSON.parse(readFileSync(here("../package.json"), "utf8"));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("setor-sandbox", { timeout: 30_000 }, () => {
  it("setor-sandbox explains itself", () => {
    const { status, stdout } = run("--help");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: setor-sandbox \[--port N\]/);
  });

  it("setor-sandbox shows its version", () => {
    expect(run("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  it.each([
    ["--prot", "There is no option --prot; try setor-sandbox --help.\n"],
    ["4020", "There is no argument 4020; try setor-sandbox --help.\n"],
    ["--port", "--port must be a port, for example 4020\n"],
    ["--port=http", "--port must be a port, for example 4020\n"],
    ["--port=70000", "--port must be a port, for example 4020\n"],
    ["--help=yes", "--help takes no value; try setor-sandbox --help.\n"],
  ])("setor-sandbox says in one sentence what is wrong with %s", (argument, stderr) => {
    expect(run(argument)).toEqual({ status: 1, stdout: "", stderr });
  });

  it("setor-sandbox says that a port is taken", async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
    const { port } = holder.address() as { port: number };
    const { status, stderr } = run("--port", String(port));
    await new Promise((resolve) => holder.close(resolve));
    expect([status, stderr]).toEqual([1, `Port ${port} is taken; choose another with --port N.\n`]);
  });

  it("setor-sandbox listens, and says where", async () => {
    const child = spawn(process.execPath, [...command, "--port", "0"]);
    const said = await new Promise<string>((resolve) => child.stdout.once("data", (bytes) => resolve(String(bytes))));
    const [, url = ""] = /listens on (\S+);/.exec(said) ?? [];
    expect((await fetch(`${url}/sandbox/journal`)).status).toBe(200);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await ended;
  });
});
