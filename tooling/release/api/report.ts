import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { root } from "@setor-tooling/model/vendors";

/** A package that is published, in its folder. */
interface Published {
  readonly name: string;
  readonly dir: string;
}

/** Where the surface of a package is written down. */
export function reportFile({ dir }: Published): string {
  return join(dir, "api.md");
}

/** The surface of a package as its build declares it: every name that its users can write, with its type. */
export async function readSurface({ name, dir }: Published): Promise<string> {
  const folder = join(root, ".cache", "api", name);
  // It leaves a report that says the same as it is, other line breaks included.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(dir, "package.json"),
    configObject: {
      projectFolder: dir,
      newlineKind: "lf",
      mainEntryPointFilePath: join(dir, "dist", "index.d.ts"),
      apiReport: { enabled: true, reportFolder: folder, reportTempFolder: join(folder, "temp"), reportFileName: "api" },
      compiler: {
        overrideTsconfig: {
          compilerOptions: { module: "NodeNext", target: "ES2022", lib: ["ES2023", "DOM", "DOM.Iterable"], types: [] },
          include: [join(dir, "dist")],
        },
      },
    },
  });
  const said: string[] = [];
  const { succeeded } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
      if (message.logLevel === "error") said.push(message.text);
    },
  });
  if (!succeeded) throw new Error(`${name}: ${said.join("\n")}`);
  return readFile(join(folder, "api.api.md"), "utf8");
}

export async function writeSurface(published: Published): Promise<void> {
  await writeFile(reportFile(published), await readSurface(published));
}
