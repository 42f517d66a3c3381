import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { root } from "@setor-tooling/model/vendors";
import { listPackages } from "@setor-tooling/publishing/list-packages";

/** A package that is published, in its folder. */
interface Published {
  readonly name: string;
  readonly dir: string;
}

/** Where the surface of a package is written down. */
export function reportFile({ dir }: Published): string {
  return join(dir, "api.md");
}

const cache = join(root, ".cache", "api");
const packages = listPackages();
const entryOf = ({ dir }: Published) => join(dir, "dist", "index.d.ts");

function configOf(published: Published): ExtractorConfig {
  const reportFolder = join(cache, published.name);
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(published.dir, "package.json"),
    configObject: {
      projectFolder: published.dir,
      newlineKind: "lf",
      mainEntryPointFilePath: entryOf(published),
      apiReport: { enabled: true, reportFolder, reportTempFolder: join(reportFolder, "temp"), reportFileName: "api" },
      compiler: {
        overrideTsconfig: {
          compilerOptions: { module: "NodeNext", target: "ES2022", lib: ["ES2023", "DOM", "DOM.Iterable"], types: [] },
          include: packages.map(({ dir }) => join(dir, "dist")),
        },
      },
    },
  });
}

let shared: CompilerState | undefined;

/** One program for all packages: they stand on the same types. */
function compilerState(config: ExtractorConfig): CompilerState {
  shared ??= CompilerState.create(config, { additionalEntryPoints: packages.map(entryOf) });
  return shared;
}

/** The surface of a package as its build declares it: every name that its users can write, with its type. */
export async function readSurface(published: Published): Promise<string> {
  const folder = join(cache, published.name);
  // It leaves a report that says the same as it is, other line breaks included.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const config = configOf(published);
  const said: string[] = [];
  const { succeeded } = Extractor.invoke(config, {
    compilerState: compilerState(config),
    localBuild: true,
    messageCallback: (message) => {
      message.handled = true;
      if (message.logLevel === "error") said.push(message.text);
    },
  });
  if (!succeeded) throw new Error(`${published.name}: ${said.join("\n")}`);
  return readFile(join(folder, "api.api.md"), "utf8");
}

export async function writeSurface(published: Published): Promise<void> {
  await writeFile(reportFile(published), await readSurface(published));
}
