import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bank, bankKind } from "../test/bills.js";
import { openDatabase } from "../test/database.js";
import { openLedger } from "./ledger.js";
import { sqlite } from "./sqlite.js";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const command = ["--import", "tsx", here("./cli.ts")];
const { version } = JSON.parse(readFileSync(here("../package.json"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "setor-ledger-cli-"));
const file = join(folder, "ledger.db");

beforeAll(async () => {
  const ledger = await openLedger({ store: sqlite(file), payables: [bank()] });
  await ledger.pay(bankKind(), { bill: "1" });
  await ledger.seal();
  await ledger.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function put(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("setor-ledger", { timeout: 30_000 }, () => {
  it("setor-ledger explains itself and says its version", () => {
    const { status, stdout } = run(["--help"]);
    expect([status, stdout.split("\n")[0]]).toEqual([
      0,
      "Usage: setor-ledger ui|verify --sqlite FILE | --postgres URL [options]",
    ]);
    expect(run(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  const shortToken = put("short", "# staff\nani short\n");
  const sameToken = put("same", "ani a-token-for-tests-only\nbudi a-token-for-tests-only\n");
  const sameId = put("twice", "ani a-token-for-tests-only\nANI another-token-for-tests\n");
  const nobody = put("nobody", "# nobody yet\n\n");
  const noLedger = put("notes.txt", "not a database, but long enough to be taken for one by its size alone");
  it.each([
    [[], "Say what to do: setor-ledger ui, verify, backup; try setor-ledger --help."],
    [["serve"], "Say what to do: setor-ledger ui, verify, backup; try setor-ledger --help."],
    [["ui"], "Say which ledger, by --sqlite FILE or by --postgres URL; try setor-ledger --help."],
    [["ui", "--sqlite", file, "--postgres", "postgres://x"], "Say which ledger, by --sqlite FILE or by --postgres URL"],
    [["ui", "more", "--sqlite", file], "There is no argument more; try setor-ledger --help."],
    [["ui", "--sqlite"], "--sqlite needs a value; try setor-ledger --help."],
    [["ui", "--sqlite", join(folder, "none.db")], `There is no ledger at ${join(folder, "none.db")}.`],
    [["ui", "--sqlite", file, "--token=secret-secret-secret"], "There is no option --token; try setor-ledger --help."],
    [["ui", "--sqlite", file, "--port", "70000"], "--port must be a port, for example 4030."],
    [["ui", "--sqlite", file, "--lang", "fr"], "--lang must be id or en."],
    [["ui", "--sqlite", file, "--schema", "x"], "--schema belongs to --postgres."],
    [["ui", "--postgres", "mysql://x"], "--postgres must begin with postgres://."],
    [["ui", "--postgres", "postgres://x", "--schema", "A;B"], "postgres: `schema` must be a plain name"],
    [
      ["ui", "--sqlite", file, "--people", join(folder, "no")],
      `The file ${join(folder, "no")} of those who may decide cannot be read.`,
    ],
    [["ui", "--sqlite", file, "--people", shortToken], "line 2 has no token of 16 characters or more."],
    [["ui", "--sqlite", file, "--people", sameToken], "line 2 repeats a token."],
    [["ui", "--sqlite", file, "--people", sameId], "line 2 repeats an id."],
    [["ui", "--sqlite", file, "--people", nobody], "there is nobody in it."],
    [
      ["verify", "--sqlite", file, "--port", "1"],
      "--port is no option of setor-ledger verify; try setor-ledger --help.",
    ],
    [["verify", "--sqlite", file, "--seal", "x"], "openLedger: `expectSeal` must be"],
    [["backup", "--sqlite", file], "Say where the backup goes; try setor-ledger --help."],
    [["backup", "--sqlite", file, noLedger], `There is something at ${noLedger} already.`],
    [["backup", "--postgres", "postgres://x", "copy"], "Only a ledger in SQLite is backed up so"],
    [["ui", "--help=yes"], "--help takes no value; try setor-ledger --help."],
  ])("setor-ledger %j is refused in one sentence", (args, sentence) => {
    const { status, stdout, stderr } = run(args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(stderr).not.toContain("secret-secret-secret");
  });

  it("what is no ledger, or cannot be reached, is said in one sentence without the address", () => {
    const damaged = run(["ui", "--sqlite", noLedger]);
    expect([damaged.status, damaged.stderr.trim().split("\n").length]).toEqual([1, 1]);
    expect(damaged.stderr).toContain("cannot be opened and is not repaired");
    const away = run(["ui", "--postgres", "postgres://user:hunter2@127.0.0.1:1/none"]);
    expect([away.status, away.stderr.trim().split("\n").length]).toEqual([1, 1]);
    expect(away.stderr).not.toContain("hunter2");
  });

  it("a backup is a ledger that verifies, and knows its seal", () => {
    const copy = join(folder, "copy.db");
    const made = run(["backup", "--sqlite", file, copy]);
    expect([made.status, made.stderr]).toEqual([0, ""]);
    const [, seal = ""] = /keep its newest seal elsewhere: ([0-9a-f]{64})\n$/.exec(made.stdout) ?? [];
    expect(run(["verify", "--sqlite", copy, "--seal", seal])).toEqual({
      status: 0,
      stdout: "2 lines of 1 payments and 1 seals are as they were written.\n",
      stderr: "",
    });
    const other = "0".repeat(64);
    expect(run(["verify", "--sqlite", copy, "--seal", other])).toMatchObject({ status: 1, stdout: "" });
    const db = openDatabase(copy);
    db.exec("update payment set state = 'free'");
    db.close();
    const { status, stderr } = run(["verify", "--sqlite", copy]);
    expect([status, stderr.trim().split("\n").length]).toEqual([1, 1]);
    expect(stderr).toContain("is not where its journal says");
  });

  it("a port that is taken is said in one sentence", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const address = taken.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const child = spawn(process.execPath, [...command, "ui", "--sqlite", file, "--port", String(port)]);
    const said = new Promise<string>((resolve) => child.stderr.once("data", (bytes) => resolve(String(bytes))));
    const status = new Promise((resolve) => child.once("exit", resolve));
    expect(await said).toBe(`Port ${port} is taken; choose another with --port N.\n`);
    expect(await status).toBe(2);
    taken.close();
  });

  it.each(["SIGTERM", "SIGINT"] as const)("the page is served on this machine until %s", async (signal) => {
    const people = put("people", "ani a-token-for-tests-only\r\nbudi another-token-for-tests\r\n");
    const args = ["ui", "--sqlite", file, "--people", people, "--lang", "id"];
    const child = spawn(process.execPath, [...command, ...args]);
    const said = await new Promise<string>((resolve) => child.stdout.once("data", (bytes) => resolve(String(bytes))));
    const [, url = ""] = /is at (http:\/\/127\.0\.0\.1:\d+); 2 of your staff may decide\./.exec(said) ?? [];
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<html lang="id">');
    const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
    child.kill(signal);
    expect(await ended).toBe(0);
  });
});
