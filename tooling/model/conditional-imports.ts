import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The sources that the `imports` of a package choose on a platform, by the names under which it imports them. */
export function conditionalImports(packageDir: string, platform: "node" | "default"): Record<string, string> {
  const manifest = JSON.parse(readFileSync(join(packageDir, "package.json"), "utf8"));
  const imports: Record<string, Record<"node" | "default", { readonly default: string }>> = manifest.imports ?? {};
  const sourceOf = (built: string) => join(packageDir, built.replace("./dist/", "src/").replace(/\.js$/, ".ts"));
  return Object.fromEntries(Object.entries(imports).map(([name, built]) => [name, sourceOf(built[platform].default)]));
}
