import { join } from "node:path";
import { conditionalImports } from "@setor-tooling/model/conditional-imports";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { build } from "esbuild";

/** The photo that stands for `npwp.jpg` in samples. */
export const photo = join(root, "packages", "npwp-ocr", "test", "npwp.jpg");

let runs = 0;

/** Runs a program as it is written, with the packages' sources. Gives what it exports. */
export async function evaluate(program: string): Promise<Record<string, unknown>> {
  const packages = ["core", ...listVendors().map(({ id }) => id)].map((id) => ({
    id,
    dir: join(root, "packages", id),
  }));
  const { outputFiles } = await build({
    stdin: { contents: program.replaceAll('"npwp.jpg"', JSON.stringify(photo)), loader: "ts", resolveDir: root },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    alias: {
      ...Object.fromEntries(packages.map(({ id, dir }) => [`@setor/${id}`, join(dir, "src", "index.ts")])),
      ...Object.fromEntries(packages.flatMap(({ dir }) => Object.entries(conditionalImports(dir, "node")))),
    },
  });
  // The same text would be the same module, which is evaluated once.
  runs += 1;
  const source = `${outputFiles[0]?.text ?? ""}// ${runs}\n`;
  return import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
}
