import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { conditionalImports } from "@setor-tooling/model/conditional-imports";
import { type Language, languages } from "@setor-tooling/model/languages";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { readVendorDocs, type VendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { workflowsFile } from "@setor-tooling/model/workflows/load";
import { postmanCollection, postmanFile } from "@setor-tooling/samples/postman/collection";
import { environmentFile, postmanEnvironment } from "@setor-tooling/samples/postman/variables";
import { build } from "esbuild";
import { writeLlms, writeLlmsFull, writeSitemap } from "./indexes/llms.js";
import { writeSearchIndex } from "./indexes/search-index.js";
import { fileOf } from "./layout/links.js";
import { vendorPage, writePage } from "./layout/page.js";
import { listPages } from "./layout/site.js";
import { clientScript, pictureScript, pictureSource } from "./pages/console/page.js";
import { referenceData, referenceFile, referencePage } from "./pages/reference/reference.js";

const require = createRequire(import.meta.url);
const target = join(root, "docs", "dist");
const assets = join(target, "assets");
const emptyPicture = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";

await rm(target, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
const vendors = listVendors();
await Promise.all([
  copyRedoc(),
  bundleScripts(),
  ...["portal.css", "reference.css"].map((file) =>
    cp(join(root, "tooling", "portal", "browser", file), join(assets, file)),
  ),
]);
const pages: string[] = [];
for (const language of languages) {
  const docs = await Promise.all(vendors.map((vendor) => readVendorDocs(vendor, language)));
  pages.push(...(await writeLanguage(language, docs)));
  if (language !== "en") continue;
  await write("llms.txt", writeLlms(docs));
  await write("llms-full.txt", writeLlmsFull(docs));
}
await write("sitemap.xml", writeSitemap(pages, process.env["SETOR_SITE"] ?? "http://127.0.0.1:4000/"));
await Promise.all(vendors.map((vendor) => cp(workflowsFile(vendor), join(assets, `${vendor.id}.arazzo.yaml`))));
await writePostman();
console.log(
  `docs/dist: ${pages.length} pages in ${languages.length} languages, ${((await sizeOf(target)) / 1e6).toFixed(1)} MB.`,
);

async function writeLanguage(language: Language, docs: readonly VendorDocs[]): Promise<string[]> {
  const pages = new Map([
    ...listPages(docs, language).map(
      (page) => [fileOf({ language, name: page.name }), writePage(page, language)] as const,
    ),
    ...docs.map(
      (each) => [fileOf({ language, name: vendorPage(each.vendor, "reference") }), referencePage(each)] as const,
    ),
  ]);
  await Promise.all([...pages].map(([file, text]) => write(file, text)));
  for (const each of docs) {
    await writeFile(join(assets, referenceFile(each.vendor.id, language)), referenceData(each));
    await writeFile(join(assets, `${each.vendor.id}.openapi.${language}.json`), JSON.stringify(each.bundled, null, 2));
  }
  await writeFile(join(assets, `search.${language}.json`), writeSearchIndex(docs));
  return [...pages.keys()];
}

/** In English, as the workflows. */
async function writePostman(): Promise<void> {
  const docs = await Promise.all(vendors.map((vendor) => readVendorDocs(vendor, "en")));
  const collections = docs.map(async (each) =>
    writeFile(join(assets, postmanFile(each.vendor)), JSON.stringify(await postmanCollection(each))),
  );
  await Promise.all([
    ...collections,
    writeFile(join(assets, environmentFile), JSON.stringify(postmanEnvironment(docs))),
  ]);
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(target, file)), { recursive: true });
  await writeFile(join(target, file), text);
}

/** Redoc fetches its own logo; offline it must not try. */
async function copyRedoc(): Promise<void> {
  const bundle = join(dirname(require.resolve("@redocly/cli/package.json")), "lib", "chunks", "redoc.standalone.js");
  const script = (await readFile(bundle, "utf8")).replace(/https:\/\/cdn\.redoc\.ly\/[\w/-]+\.svg/g, emptyPicture);
  await writeFile(join(assets, "redoc.standalone.js"), script);
}

async function bundleScripts(): Promise<void> {
  const profiles = await Promise.all(vendors.map(async (vendor) => ({ ...vendor, ...(await loadProfile(vendor)) })));
  const packages = ["core", ...vendors.map(({ id }) => id)];
  const tried = profiles.filter(({ console }) => console !== undefined);
  await build({
    entryPoints: [
      ...["portal", "try", "sign"].map((name) => ({
        in: join(root, "tooling", "portal", "browser", `${name}.ts`),
        out: name,
      })),
      ...tried.map(({ id }) => ({ in: sourceOf(id), out: clientScript(id).replace(/\.js$/, "") })),
      ...vendors
        .filter((vendor) => existsSync(pictureSource(vendor)))
        .map((vendor) => ({ in: pictureSource(vendor), out: pictureScript(vendor.id).replace(/\.js$/, "") })),
    ],
    alias: {
      ...Object.fromEntries(packages.map((id) => [`@setor/${id}`, sourceOf(id)])),
      // What has no Node sends and signs with what the platform has, and reads no files.
      ...Object.fromEntries(
        packages.flatMap((id) => Object.entries(conditionalImports(join(root, "packages", id), "default"))),
      ),
    },
    outdir: assets,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
  });
}

function sourceOf(id: string): string {
  return join(root, "packages", id, "src", "index.ts");
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(names.map((name) => stat(join(folder, name))));
  return files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
