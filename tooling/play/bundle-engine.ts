import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { conditionalImports } from "@setor-tooling/model/conditional-imports";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { listVendors, root, type Vendor } from "@setor-tooling/model/vendors";
import { build, type Plugin } from "esbuild";

const folder = fileURLToPath(new URL("engine", import.meta.url));

/**
 * The clients of all vendors, the sandbox and the player in one ES module that runs in a page. What stands in
 * `engine/globals.ts` takes the place of the platform's timers and ids there.
 */
export async function bundleEngine(): Promise<string> {
  const vendors = listVendors();
  const packages = ["core", "sandbox", ...vendors.map(({ id }) => id)];
  const { outputFiles } = await build({
    entryPoints: [join(folder, "index.ts")],
    inject: [join(folder, "globals.ts")],
    define: { "globalThis.crypto": "playedCrypto" },
    plugins: [vendorsModule(await writeVendors(vendors))],
    alias: {
      ...Object.fromEntries(packages.map((id) => [`@setor/${id}`, join(root, "packages", id, "src", "index.ts")])),
      // As in a page: by the platform's own `fetch` and hashes, and without files.
      ...Object.fromEntries(
        packages.flatMap((id) => Object.entries(conditionalImports(join(root, "packages", id), "default"))),
      ),
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  return outputFiles[0]?.text ?? "";
}

/** What makes each vendor's client, and what its package has beside it for a page. */
async function writeVendors(vendors: readonly Vendor[]): Promise<string> {
  const lines: string[] = [];
  const entries: Record<"makers" | "checkPhotos", string[]> = {
    makers: [],
    checkPhotos: [],
  };
  const add = (kind: keyof typeof entries, id: string, name: string, from: string) => {
    const local = `${kind}${lines.length}`;
    lines.push(`import { ${name} as ${local} } from ${JSON.stringify(from)};`);
    entries[kind].push(`${JSON.stringify(id)}: ${local}`);
  };
  for (const vendor of vendors) {
    const { console, factory } = await loadProfile(vendor);
    if (console === undefined) continue;
    add("makers", vendor.id, factory, vendor.packageName);
    const takesPhoto = console.presets.some(({ input }) => Object.values(input).includes("$photo"));
    if (takesPhoto) add("checkPhotos", vendor.id, "checkPhoto", vendor.packageName);
  }
  const exported = Object.entries(entries).map(
    ([name, members]) => `export const ${name} = { ${members.join(", ")} };`,
  );
  return [...lines, ...exported].join("\n");
}

function vendorsModule(contents: string): Plugin {
  return {
    name: "vendors",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^setor:vendors$/ }, ({ path }) => ({ path, namespace: "setor" }));
      onLoad({ filter: /.*/, namespace: "setor" }, () => ({ contents, resolveDir: root }));
    },
  };
}
