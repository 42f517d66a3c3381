import { execFile } from "node:child_process";
import { cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { copyCheckout, linkWorkspace, readFingerprints } from "./copy-checkout.js";
import { namesOf, refusalOf } from "./names.js";
import { inOrder, nextPort, withImporters, withVendor } from "./register.js";

// Each is a program of its own, and machines that build have few cores.
vi.setConfig({ maxConcurrency: 2 });

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

const spec = `specs/${id}`;
const client = `packages/${id}`;
const server = `packages/sandbox/src/vendors/${id}`;
const registry = "packages/sandbox/src/vendors/registry.ts";

/** Every check that each vendor passes, and those of what each package shows, which are heavy: in a process of their own. */
const suites = [
  "codegen/codegen",
  "conformance/fuzz/bad-input",
  "conformance/money/fault-matrix",
  "conformance/money/schedules",
  "conformance/samples/samples",
  "conformance/samples/sandbox-samples",
  "conformance/workflows/respect",
  "model/failures",
  "model/translations/translations",
  "model/workflows/document",
  "portal/pages/console/console",
  "samples/postman/collection",
  "samples/postman/misled",
  "samples/postman/newman",
];
const ofPackages = ["release/api/api", "release/repository/documented", "release/repository/structure"];

describe("a new vendor", { timeout: 300_000 }, () => {
  let said: Said;
  let touched: string[];

  beforeAll(async () => {
    await copyCheckout(copy);
    const before = await readFingerprints(copy);
    said = await inCopy("tsx", "tooling/codegen/new-vendor/main.ts", id);
    const after = await readFingerprints(copy);
    await cp(join(root, "packages", "core", "dist"), join(copy, "packages", "core", "dist"), { recursive: true });
    await linkWorkspace(copy, client, ["packages/core"]);
    await linkWorkspace(copy, `${client}/profile`, [
      "tooling/conformance/contract",
      "tooling/conformance/mutation",
      "tooling/model",
      client,
      "packages/sandbox",
    ]);
    await runIn(join(copy, client), process.execPath, join(copy, "scripts", "build-package.mjs"));
    touched = [...new Set([...before.keys(), ...after.keys()])].filter((file) => before.get(file) !== after.get(file));
  }, 60_000);
  afterAll(() => rm(copy, { recursive: true, force: true }));

  it("a new vendor is made, and the way on is told in five lines", () => {
    expect(said).toMatchObject({ code: 0, stderr: "" });
    expect(said.stdout.trim().split("\n")).toHaveLength(5);
  });

  it("a new vendor is three folders, a line of the sandbox's registry, a changeset, its place in the lockfile, and nothing else", () => {
    const folders = [spec, client, server];
    const elsewhere = touched.filter((file) => !folders.some((folder) => file.startsWith(`${folder}/`)));
    expect(elsewhere.sort()).toEqual([`.changeset/${id}.md`, registry, "pnpm-lock.yaml"]);
  });

  it("a new vendor has its names filled in everywhere", async () => {
    const texts = await Promise.all(touched.map((file) => readFile(join(copy, file), "utf8")));
    expect(touched.filter((_, index) => /\{\{\w+\}\}/.test(texts[index] ?? ""))).toEqual([]);
  });

  it.concurrent("a new vendor is in the docs, and can be tried there against the sandbox", async () => {
    expect(await complaints("tsx", "tooling/portal/build.ts")).toBe("");
    const read = (page: string) => readFile(join(copy, "docs", "dist", id, `${page}.html`), "utf8");
    expect(await read("try")).toMatch(/<div id="play"/);
    for (const page of ["index", "workflows"]) expect(await read(page)).toContain(`4020/${id}`);
  });

  it.concurrent.each([
    [
      "a new vendor has a spec and workflows without a problem",
      "redocly",
      ["lint", `${spec}/openapi.yaml`, `${spec}/workflows.arazzo.yaml`, "--max-problems=1"],
    ],
    ["a new vendor is in the lockfile", "pnpm", ["install", "--frozen-lockfile", "--lockfile-only", "--offline"]],
    ["a new vendor is formatted and linted", "biome", ["check", client, server, registry]],
    ["a new vendor passes its own tests and those of its server", "vitest", ["run", `${client}/src`, server]],
  ])("%s", async (_what, program, args) => {
    expect(await complaints(program, ...args)).toBe("");
  });

  it.concurrent.each([client, `${client}/profile`, "packages/sandbox"])(
    "a new vendor has types that hold, in %s",
    async (folder) => {
      const tsc = join(root, "node_modules", "typescript7", "bin", "tsc");
      const { code, stdout } = await runIn(copy, process.execPath, tsc, "--noEmit", "-p", folder);
      expect(code, stdout).toBe(0);
    },
  );

  describe("that stands alone in its copy", () => {
    // Nothing is read or prepared for the others then; their checks are their own.
    beforeAll(async () => {
      for (const other of listVendors()) await rm(join(copy, "packages", other.id, "profile", "vendor.json"));
    });

    /** Runs checks that all vendors pass, by the vendor's name: what is said of none in particular is checked elsewhere. */
    async function passes(files: readonly string[], ...alsoNamed: string[]): Promise<string> {
      const only = ["--testNamePattern", [id, ...alsoNamed].join("|"), "--maxWorkers=1"];
      const { code, stdout, stderr } = await inCopy(
        "vitest",
        "run",
        ...files.map((file) => `tooling/${file}.test.ts`),
        ...only,
      );
      expect(code, stdout + stderr).toBe(0);
      // A name that nothing matches would pass as well.
      for (const file of files) expect(stdout).toContain(`✓ tooling/${file}.test.ts`);
      return stdout;
    }

    it.concurrent("a new vendor passes every check that each vendor passes", async () => {
      await passes(suites);
    });

    it.concurrent("a new vendor passes its contract suite, which notices every mutant", async () => {
      const { code, stdout } = await inCopy("vitest", "run", `${client}/profile`);
      expect(code, stdout).toBe(0);
      expect(stdout).toMatch(/Kill rate: (\d{2,}) of \1 mutants/);
    });

    it.concurrent("a new vendor passes every check that each package passes, and core does not name it", async () => {
      await passes(ofPackages, "names no vendor");
    });
  });
});

describe("an id", () => {
  it.each([
    ["none", undefined, "Name the vendor"],
    ["an empty one", "", "Name the vendor"],
    ["a capital", "Pdam", '"Pdam" is no id'],
    ["a path", "../pdam", '"../pdam" is no id'],
    ["a digit at its beginning", "1pdam", '"1pdam" is no id'],
    ["a hyphen at its end", "pdam-", '"pdam-" is no id'],
    ["two hyphens in a row", "pdam--kota", '"pdam--kota" is no id'],
    ["a word of the language", "default", '"default" means something in TypeScript already'],
    ["a word of modules", "await", '"await" means something in TypeScript already'],
    ["a type that is there everywhere", "promise", '"promise" means something in TypeScript already'],
    ["the list of the vendors", "registry", '"registry" means something in TypeScript already'],
    ["a vendor that is there", listVendors()[0]?.id, "There is already a specs/"],
    ["a package that is there", "core", "There is already a packages/core"],
  ])("an id is refused in one sentence: %s", (_what, wanted, words) => {
    const refusal = refusalOf(wanted);
    expect(refusal).toContain(words);
    expect(refusal).not.toContain("\n");
  });

  it("an id becomes the names of the files' contents", () => {
    expect(refusalOf("pdam-kota-2")).toBeUndefined();
    expect(namesOf("pdam-kota-2")).toEqual({
      id: "pdam-kota-2",
      name: "PdamKota2",
      variable: "pdamKota2",
      title: "Pdam Kota 2",
    });
  });
});

describe("the registration", () => {
  it.each([
    [[4010, 4012], 4013],
    [[4010, 4019], 4021],
  ])("the registration takes the port behind %j that is nobody's: %d", (ports, next) => {
    expect(nextPort(ports.map((mockPort) => ({ mockPort })))).toBe(next);
  });

  it.each([
    ["a", "a", "  a,"],
    ["c-1", "c1", '  "c-1": c1,'],
    ["e", "e", "  e,"],
  ])("the registration puts %s where it belongs in the sandbox's registry", (id, variable, entry) => {
    const imported = (name: string, folder = name) => `import { ${name} } from "./${folder}/index.js";\n`;
    const known = `${imported("b")}${imported("dD", "d-d")}\nexport const registry = {\n  b,\n  "d-d": dD,\n};\n`;
    const wanted = [...known.split("\n"), entry, imported(variable, id).trim()];
    expect(withVendor(known, { id, variable }).split("\n").sort()).toEqual(wanted.sort());
    const entries = withVendor(known, { id, variable }).match(/^ {2}.*,$/gm);
    expect(entries).toEqual(
      ["  b,", '  "d-d": dD,', entry].sort((a, b) => (a.replaceAll('"', "") < b.replaceAll('"', "") ? -1 : 1)),
    );
  });

  it("the registration puts the exports of a surface in the order in which they are written down", async () => {
    const [vendor] = listVendors();
    const written = await readFile(join(vendor?.packageDir ?? "", "api.md"), "utf8");
    expect(inOrder(written)).toBe(written);
    const [opening = "", first = "", ...others] = written.split(/\n\n(?=export|\/\/ @public)/);
    const closing = others.pop() ?? "";
    expect(inOrder([opening, ...others, first, closing].join("\n\n"))).toBe(written);
  });

  const link = (name: string, specifier: string, to: string) =>
    `      '${name}':\n        specifier: ${specifier}\n        version: link:${to}\n`;

  it.each(["a", "c", "e"])("the registration puts %s where it belongs in the lockfile", (name) => {
    const client = (other: string) =>
      `  packages/${other}:\n    dependencies:\n${link("@setor/core", "workspace:^", "../core")}\n`;
    const profile = (other: string) =>
      `  packages/${other}/profile:\n    dependencies:\n${[
        link("@setor-tooling/contract", "workspace:*", "../../../tooling/conformance/contract"),
        link("@setor-tooling/model", "workspace:*", "../../../tooling/model"),
        link("@setor-tooling/mutation", "workspace:*", "../../../tooling/conformance/mutation"),
        link(`@setor/${other}`, "workspace:*", ".."),
        link("@setor/sandbox", "workspace:*", "../../sandbox"),
      ].join("")}\n`;
    const stanza = (other: string) => client(other) + profile(other);
    const locked = (...names: string[]) => `importers:\n\n${names.map(stanza).join("")}packages:\n`;
    expect(withImporters(locked("b", "d"), name)).toBe(locked(...["b", "d", name].sort()));
  });
});
