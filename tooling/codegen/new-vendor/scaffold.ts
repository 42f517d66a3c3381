import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { generate } from "@setor-tooling/codegen/generate";
import { findVendor, listVendors, root } from "@setor-tooling/model/vendors";
import type { Names } from "./names.js";
import { inOrder, nextPort, withImporters, withVendor } from "./register.js";

const run = promisify(execFile);
const template = fileURLToPath(new URL("template", import.meta.url));

/** Where the sandbox has a folder for each vendor. */
const servers = join("packages", "sandbox", "src", "vendors");

/** What stands in the templates between `{{` and `}}`. */
type Filling = Readonly<Record<string, string>>;

/** Writes the spec, the package, the server and the changeset of a new vendor, registers it, and generates its types. */
export async function scaffold(names: Names): Promise<void> {
  const { id } = names;
  const filling = { ...names, mockPort: String(nextPort(listVendors())) };
  await copyTemplate(join(template, "specs"), join(root, "specs", id), filling);
  await copyTemplate(join(template, "package"), join(root, "packages", id), filling);
  await copyTemplate(join(template, "sandbox"), join(root, servers, id), filling);
  await fillIn(join(template, "changeset.md.tmpl"), join(root, ".changeset", `${id}.md`), filling);
  await change(join(servers, "registry.ts"), (text) => withVendor(text, names));
  await change("pnpm-lock.yaml", (text) => withImporters(text, id));
  await change(join("packages", id, "api.md"), inOrder);
  for (const [file, text] of await generate(findVendor(id))) await write(file, text);
  // How lines break depends on how long the id is.
  const biome = join(root, "node_modules", ".bin", "biome");
  await run(biome, ["check", "--write", join("packages", id), servers], { cwd: root });
}

/** Every file of a folder, its names filled in. */
async function copyTemplate(from: string, to: string, filling: Filling): Promise<void> {
  const files = (await readdir(from, { recursive: true })).filter((file) => file.endsWith(".tmpl"));
  for (const file of files) await fillIn(join(from, file), join(to, file.replace(/\.tmpl$/, "")), filling);
}

async function fillIn(from: string, to: string, filling: Filling): Promise<void> {
  const text = await readFile(from, "utf8");
  await write(
    to,
    Object.entries(filling).reduce((filled, [key, value]) => filled.replaceAll(`{{${key}}}`, value), text),
  );
}

async function change(file: string, to: (text: string) => string): Promise<void> {
  const path = join(root, file);
  await writeFile(path, to(await readFile(path, "utf8")));
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
