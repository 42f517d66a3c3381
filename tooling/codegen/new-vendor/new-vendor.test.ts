import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyCheckout, linkWorkspace, readFingerprints } from "./copy-checkout.js";
import { namesOf, refusalOf } from "./names.js";
import { nextPort, withImporters } from "./register.js";

const run = promisify(execFile);
const id = "pajak-hiburan";
const copy = join(root, ".cache", "new-vendor");

interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of the workspace in the copy. */
function inCopy(program: string, ...args: string[]): Promise<Said> {
  return runIn(copy, join(root, "node_modules", ".bin", program), ...args);
}

async function runIn(cwd: string, program: string, ...args: string[]): Promise<Said> {
  // What this test run says of itself, and of colours, must not reach the one that it starts.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VITEST|NODE_ENV|FORCE_COLOR)/.test(name));
  const env = { ...Object.fromEntries(inherited), NO_COLOR: "1" };
  return run(program, args, { cwd, env, maxBuffer: 1e8 }).then(
    (said) => ({ code: 0, ...said }),
    (failure: Said) => failure,
  );
}

/** What a program complains of in the copy; nothing, where it is content. */
async function complaints(program: string, ...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await inCopy(program, ...args);
  return code === 0 ? "" : `${stdout}\n${stderr}`;
}

describe("a new vendor", { timeout: 60_000 }, () => {
  let said: Said;
  let touched: string[];

  beforeAll(async () => {
    await copyCheckout(copy);
    const before = await readFingerprints(copy);
    said = await inCopy("tsx", "tooling/codegen/new-vendor/main.ts", id);
    const after = await readFingerprints(copy);
    await linkWorkspace(copy, `packages/${id}`, ["packages/core"]);
    await linkWorkspace(copy, `packages/${id}/profile`, ["tooling/model", `packages/${id}`]);
    touched = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
  }, 60_000);
  afterAll(() => rm(copy, { recursive: true, force: true }));

  it("is made, and the way on is told in five lines", () => {
    expect(said).toMatchObject({ code: 0, stderr: "" });
    expect(said.stdout.trim().split("\n")).toHaveLength(5);
  });

  it("is its folders, a changeset, its registration, and nothing else", () => {
    const elsewhere = touched.filter((file) => !file.startsWith(`specs/${id}/`) && !file.startsWith(`packages/${id}/`));
    expect(elsewhere.sort()).toEqual([`.changeset/${id}.md`, "pnpm-lock.yaml"]);
  });

  it("has its names filled in everywhere", async () => {
    const texts = await Promise.all(touched.map((file) => readFile(join(copy, file), "utf8")));
    expect(touched.filter((_, index) => /\{\{\w+\}\}/.test(texts[index] ?? ""))).toEqual([]);
  });

  it.concurrent.each([
    ["has fresh generated files", "tsx", ["tooling/codegen/main.ts", "--check"]],
    ["has a spec without a problem", "redocly", ["lint", `specs/${id}/openapi.yaml`, "--max-problems=1"]],
    ["has workflows without a problem", "redocly", ["lint", `specs/${id}/workflows.arazzo.yaml`]],
    ["is in the lockfile", "pnpm", ["install", "--frozen-lockfile", "--lockfile-only", "--offline"]],
    ["is in the docs", "tsx", ["tooling/portal/build.ts"]],
  ])("%s", async (_what, program, args) => {
    expect(await complaints(program, ...args)).toBe("");
  });

  it("passes the check of every package: format, lint, types and its own tests", async () => {
    const check = (...folder: string[]) =>
      runIn(join(copy, "packages", id, ...folder), process.execPath, join(copy, "scripts", "check.mjs"));
    const { code, stdout } = await check();
    expect(code, stdout).toBe(0);
    expect(stdout).toContain(`packages/${id}/src/client.test.ts`);
    const profile = await check("profile");
    expect(profile.code, profile.stdout).toBe(0);
  });

  it("passes every check that each vendor passes", async () => {
    const suites = [
      "conformance/contract/in-process",
      "conformance/mutation",
      "model",
      "portal/guides",
      "portal/pages/console",
      "release/repository/structure",
      "samples/postman",
    ];
    const files = suites.map((suite) => `tooling/${suite}`);
    // By name, so that the checks of the others are not made again; core must not name the vendor either.
    const only = ["--testNamePattern", `${id}|names no vendor|first program of each vendor`];
    const { code, stdout } = await inCopy("vitest", "run", ...files, ...only);
    expect(code, stdout).toBe(0);
    // A name that nothing matches would pass as well.
    for (const suite of suites) expect(stdout).toMatch(new RegExp(`✓ tooling/${suite}`));
  });

  it("has pages that promise no sandbox", async () => {
    for (const page of ["index", "workflows", "try"]) {
      const html = await readFile(join(copy, "docs", "dist", id, `${page}.html`), "utf8");
      expect(html).not.toContain(`4020/${id}`);
      expect(html).not.toContain("<form");
    }
  });
});

describe("an id", () => {
  it.each([
    ["none", undefined, "Name the vendor"],
    ["an empty one", "", "Name the vendor"],
    ["a capital", "Pdam", '"Pdam" is no id'],
    ["a path", "../pdam", '"../pdam" is no id'],
    ["a digit at its beginning", "1pdam", '"1pdam" is no id'],
    ["a vendor that is there", listVendors()[0]?.id, "There is already a specs/"],
    ["a package that is there", "core", "There is already a packages/core"],
  ])("is refused in one sentence: %s", (_what, wanted, words) => {
    const refusal = refusalOf(wanted);
    expect(refusal).toContain(words);
    expect(refusal).not.toContain("\n");
  });

  it("becomes the names of the files' contents", () => {
    expect(refusalOf("pdam-kota-2")).toBeUndefined();
    expect(namesOf("pdam-kota-2")).toEqual({ id: "pdam-kota-2", name: "PdamKota2", title: "Pdam Kota 2" });
  });
});

describe("the registration", () => {
  it.each([
    [[4010, 4012], 4013],
    [[4010, 4019], 4021],
  ])("takes the port behind %j that is nobody's: %d", (ports, next) => {
    expect(nextPort(ports.map((mockPort) => ({ mockPort })))).toBe(next);
  });

  const link = (name: string, specifier: string, to: string) =>
    `      '${name}':\n        specifier: ${specifier}\n        version: link:${to}\n`;

  it.each(["a", "c", "e"])("puts %s where it belongs in the lockfile", (name) => {
    const client = (other: string) =>
      `  packages/${other}:\n    dependencies:\n${link("@setor/core", "workspace:^", "../core")}\n`;
    const profile = (other: string) =>
      `  packages/${other}/profile:\n    dependencies:\n${[
        link("@setor-tooling/model", "workspace:*", "../../../tooling/model"),
        link(`@setor/${other}`, "workspace:*", ".."),
      ].join("")}\n`;
    const stanza = (other: string) => client(other) + profile(other);
    const locked = (...names: string[]) => `importers:\n\n${names.map(stanza).join("")}packages:\n`;
    expect(withImporters(locked("b", "d"), name)).toBe(locked(...["b", "d", name].sort()));
  });
});
