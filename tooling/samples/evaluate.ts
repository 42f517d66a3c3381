import { readdirSync } from "node:fs";
import { join } from "node:path";
import { conditionalImports } from "@setor-tooling/model/conditional-imports";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { build } from "esbuild";

/** The files that samples read, by the names that they show. */
const files = (await Promise.all(listVendors().map((vendor) => loadProfile(vendor)))).flatMap(({ sampleFolder }) =>
  sampleFolder === undefined ? [] : readdirSync(sampleFolder).map((name) => ({ name, path: join(sampleFolder, name) })),
);

let runs = 0;

/** Runs a program as it is written, with the packages' sources. Gives what it exports. */
export async function evaluate(program: string): Promise<Record<string, unknown>> {
  const packages = ["core", "ledger", ...listVendors().map(({ id }) => id)].map((id) => ({
    id,
    dir: join(root, "packages", id),
  }));
  const contents = files.reduce(
    (text, { name, path }) => text.replaceAll(JSON.stringify(name), JSON.stringify(path)),
    program,
  );
  const { outputFiles } = await build({
    stdin: { contents, loader: "ts", resolveDir: root },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    // What the ledger finds beside itself where its reader has installed it; the driver is loaded only when it is used.
    nodePaths: [join(root, "packages", "ledger", "node_modules")],
    external: ["pg"],
    alias: {
      "@setor/ledger/opentelemetry": join(root, "packages", "ledger", "src", "opentelemetry.ts"),
      "@setor/sandbox/server": join(root, "packages", "sandbox", "src", "server.ts"),
      ...Object.fromEntries(packages.map(({ id, dir }) => [`@setor/${id}`, join(dir, "src", "index.ts")])),
      ...Object.fromEntries(packages.flatMap(({ dir }) => Object.entries(conditionalImports(dir, "node")))),
    },
  });
  // The same text would be the same module, which is evaluated once.
  runs += 1;
  const source = `${outputFiles[0]?.text ?? ""}// ${runs}\n`;
  return import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
}
