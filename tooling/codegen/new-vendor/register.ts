/** `vendors.json` with one vendor more, at the next free port. */
export function withVendor(vendors: string, id: string): string {
  const known: Record<string, { mockPort: number }> = JSON.parse(vendors);
  const mockPort = Math.max(...Object.values(known).map((vendor) => vendor.mockPort)) + 1;
  return vendors.replace(/\s*\}\s*$/, `,\n  "${id}": { "mockPort": ${mockPort} }\n}\n`);
}

/** The lockfile with one package more, which needs core and the tooling's model: a clean clone installs what is locked. */
export function withImporter(lockfile: string, id: string): string {
  const importers = lockfile.slice(0, lockfile.indexOf("\npackages:\n") + 1);
  const next = [...importers.matchAll(/^ {2}([^\s:]+):$/gm)].find(([, other = ""]) => other > `packages/${id}`);
  const at = next?.index ?? importers.length;
  const lines = [
    `  packages/${id}:`,
    "    dependencies:",
    "      '@setor/core':",
    "        specifier: workspace:^",
    "        version: link:../core",
    "    devDependencies:",
    "      '@setor-tooling/model':",
    "        specifier: workspace:*",
    "        version: link:../../tooling/model",
  ];
  return `${lockfile.slice(0, at)}${lines.join("\n")}\n\n${lockfile.slice(at)}`;
}
