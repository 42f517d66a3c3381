import { basename } from "node:path";
import { sandboxOrigin, type Vendor } from "@setor-tooling/model/vendors";
import type { Names } from "./names.js";

/** The port of one vendor more: the next that neither another vendor's mock has nor the sandbox. */
export function nextPort(vendors: readonly Pick<Vendor, "mockPort">[]): number {
  const next = Math.max(...vendors.map(({ mockPort }) => mockPort)) + 1;
  return next === Number(new URL(sandboxOrigin).port) ? next + 1 : next;
}

/** The sandbox's registry with one vendor more, in the order of the ids. */
export function withVendor(registry: string, { id, variable }: Pick<Names, "id" | "variable">): string {
  const entry = id === variable ? id : `"${id}": ${variable}`;
  const imports = /^import .* from "\.\/(.+)\/index\.js";\n/gm;
  const imported = withLine(registry, imports, id, `import { ${variable} } from "./${id}/index.js";\n`);
  return withLine(imported, /^ {2}"?([\w-]+)"?(?:: \w+)?,\n/gm, id, `  ${entry},\n`);
}

/** The surface of a package with its exports in the order of their names, which its own name has a part in. */
export function inOrder(surface: string): string {
  const [opening = "", ...blocks] = surface.split(/\n\n(?=(?:export|\/\/ @public))/);
  const [last = "", closing = ""] = (blocks.pop() ?? "").split(/\n\n(?=\/\/ \()/);
  const nameOf = (block: string) => /^export (?:\w+|\{) (\w+)/m.exec(block)?.[1]?.toLowerCase() ?? "";
  const sorted = [...blocks, last].toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return [opening, ...sorted, closing].join("\n\n");
}

/** The lockfile with a vendor's package more, and its profile: a clean clone installs what is locked. */
export function withImporters(lockfile: string, id: string): string {
  const rooms = ["conformance/contract", "model", "conformance/mutation"].map((room) => ({
    name: `@setor-tooling/${basename(room)}`,
    specifier: "workspace:*",
    link: `../../../tooling/${room}`,
  }));
  const client = { name: `@setor/${id}`, specifier: "workspace:*", link: ".." };
  const sandbox = { name: "@setor/sandbox", specifier: "workspace:*", link: "../../sandbox" };
  const core = { name: "@setor/core", specifier: "workspace:^", link: "../core" };
  const withClient = withImporter(lockfile, `packages/${id}`, [core]);
  return withImporter(withClient, `packages/${id}/profile`, [...rooms, client, sandbox]);
}

/** Puts a line before the first of those that stand for a later name, or behind the last. */
function withLine(text: string, lines: RegExp, name: string, line: string): string {
  const found = [...text.matchAll(lines)];
  const next = found.find(([, other = ""]) => other > name);
  const last = found.at(-1);
  const at = next?.index ?? (last === undefined ? text.length : last.index + last[0].length);
  return text.slice(0, at) + line + text.slice(at);
}

interface Dependency {
  readonly name: string;
  readonly specifier: string;
  /** From the package that depends on it. */
  readonly link: string;
}

function withImporter(lockfile: string, folder: string, dependencies: readonly Dependency[]): string {
  const importers = lockfile.slice(0, lockfile.indexOf("\npackages:\n") + 1);
  const next = [...importers.matchAll(/^ {2}([^\s:]+):$/gm)].find(([, other = ""]) => other > folder);
  const at = next?.index ?? importers.length;
  const sorted = dependencies.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const lines = sorted.flatMap(({ name, specifier, link }) => [
    `      '${name}':`,
    `        specifier: ${specifier}`,
    `        version: link:${link}`,
  ]);
  const stanza = [`  ${folder}:`, "    dependencies:", ...lines].join("\n");
  return `${lockfile.slice(0, at)}${stanza}\n\n${lockfile.slice(at)}`;
}
