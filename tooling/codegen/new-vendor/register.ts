import { sandboxOrigin, type Vendor } from "@setor-tooling/model/vendors";

/** The port of one vendor more: the next that neither another vendor's mock has nor the sandbox. */
export function nextPort(vendors: readonly Pick<Vendor, "mockPort">[]): number {
  const next = Math.max(...vendors.map(({ mockPort }) => mockPort)) + 1;
  return next === Number(new URL(sandboxOrigin).port) ? next + 1 : next;
}

/** The lockfile with a vendor's package more, and its profile: a clean clone installs what is locked. */
export function withImporters(lockfile: string, id: string): string {
  const model = { name: "@setor-tooling/model", specifier: "workspace:*", link: "../../../tooling/model" };
  const client = { name: `@setor/${id}`, specifier: "workspace:*", link: ".." };
  const core = { name: "@setor/core", specifier: "workspace:^", link: "../core" };
  const withClient = withImporter(lockfile, `packages/${id}`, [core]);
  return withImporter(withClient, `packages/${id}/profile`, [model, client]);
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
  const lines = dependencies.flatMap(({ name, specifier, link }) => [
    `      '${name}':`,
    `        specifier: ${specifier}`,
    `        version: link:${link}`,
  ]);
  const stanza = [`  ${folder}:`, "    dependencies:", ...lines].join("\n");
  return `${lockfile.slice(0, at)}${stanza}\n\n${lockfile.slice(at)}`;
}
