import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { root } from "@setor-tooling/model/vendors";
import { listModules, listPackages } from "@setor-tooling/publishing/list-packages";

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
const entriesOf = ({ dir }: Published) => listModules(dir).map((name) => join(dir, "dist", `${name}.d.ts`));

function configOf(published: Published, entry: string, reportFolder: string): ExtractorConfig {
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(published.dir, "package.json"),
    configObject: {
      projectFolder: published.dir,
      newlineKind: "lf",
      mainEntryPointFilePath: entry,
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
  shared ??= CompilerState.create(config, { additionalEntryPoints: packages.flatMap(entriesOf) });
  return shared;
}

/** The surface of a package as its build declares it: every name that its users can write, with its type. */
export async function readSurface(published: Published): Promise<string> {
  const surfaces: string[] = [];
  for (const entry of entriesOf(published)) surfaces.push(await readModule(published, entry));
  return surfaces.join("\n");
}

async function readModule(published: Published, entry: string): Promise<string> {
  const folder = join(cache, published.name, basename(entry, ".d.ts"));
  // It leaves a report that says the same as it is, other line breaks included.
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const config = configOf(published, entry, folder);
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
  const report = await readFile(join(folder, "api.api.md"), "utf8");
  const subpath = relative(join(published.dir, "dist"), entry).replace(/\.d\.ts$/, "");
  return subpath === "index" ? report : report.replace(`"${published.name}"`, `"${published.name}/${subpath}"`);
}

export async function writeSurface(published: Published): Promise<void> {
  await writeFile(reportFile(published), await readSurface(published));
}
