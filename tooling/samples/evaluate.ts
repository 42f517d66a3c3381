import { join } from "node:path";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { build } from "esbuild";

/** The photo that stands for `npwp.jpg` in samples. */
export const photo = join(root, "packages", "npwp-ocr", "test", "npwp.jpg");

/** Runs a program as it is written, with the packages' sources. Gives what it exports. */
export async function evaluate(program: string): Promise<Record<string, unknown>> {
  const packages = ["core", ...listVendors().map(({ id }) => id)];
  const { outputFiles } = await build({
    stdin: { contents: program.replaceAll('"npwp.jpg"', JSON.stringify(photo)), loader: "ts", resolveDir: root },
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    alias: {
      ...Object.fromEntries(packages.map((id) => [`@setor/${id}`, join(root, "packages", id, "src", "index.ts")])),
      "#transport": join(root, "packages", "core", "src", "transport", "node.ts"),
      "#files": join(root, "packages", "npwp-ocr", "src", "files", "node.ts"),
      "#hmac": join(root, "packages", "bphtb", "src", "hmac", "node.ts"),
    },
  });
  const source = outputFiles[0]?.text ?? "";
  return import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`);
}
