import { cp, mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Language, languages } from "@setor-tooling/model/languages";
import { readVendorDocs, type VendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors, root } from "@setor-tooling/model/vendors";
import { workflowsFile } from "@setor-tooling/model/workflows/load";
import { postmanCollection, postmanFile } from "@setor-tooling/samples/postman/collection";
import { environmentFile, postmanEnvironment } from "@setor-tooling/samples/postman/variables";
import { bundleScripts } from "./building/scripts.js";
import { writeStyles } from "./building/styles.js";
import { writeLlms, writeLlmsFull, writeSitemap } from "./indexes/llms.js";
import { writeSearchIndex } from "./indexes/search-index.js";
import { fileOf } from "./layout/links.js";
import { writeTwin } from "./layout/markdown-twin.js";
import { messagesFor } from "./layout/messages/messages.js";
import { listPages } from "./layout/site.js";
import { writePage } from "./layout/write-page.js";
import { picturesFolder } from "./og/drawn.js";
import { answersData, answersScript } from "./pages/answers.js";
import { referenceData, referenceFile } from "./pages/reference/reference.js";

const target = join(root, "docs", "dist");
const assets = join(target, "assets");
const site = process.env["SETOR_SITE"];

await rm(target, { recursive: true, force: true });
await mkdir(assets, { recursive: true });
const vendors = listVendors();
const scripts = bundleScripts(vendors, assets);
const pages: string[] = [];
for (const language of languages) {
  const docs = await Promise.all(vendors.map((vendor) => readVendorDocs(vendor, language)));
  pages.push(...(await writeLanguage(language, docs)));
  if (language !== "en") continue;
  await write("llms.txt", writeLlms(docs));
  await write("llms-full.txt", writeLlmsFull(docs));
}
// The colours of code are known once every page is written.
await Promise.all([scripts, writeStyles(assets)]);
await write("robots.txt", `User-agent: *\nAllow: /\n${site === undefined ? "" : `Sitemap: ${site}sitemap.xml\n`}`);
if (site !== undefined) await write("sitemap.xml", writeSitemap(pages, site));
await Promise.all(vendors.map((vendor) => cp(workflowsFile(vendor), join(assets, `${vendor.id}.arazzo.yaml`))));
await cp(picturesFolder, join(assets, "links"), { recursive: true });
await writePostman();
console.log(
  `docs/dist: ${pages.length} pages in ${languages.length} languages, ${((await sizeOf(target)) / 1e6).toFixed(1)} MB.`,
);

async function writeLanguage(language: Language, docs: readonly VendorDocs[]): Promise<string[]> {
  const listed = await listPages(docs, language);
  const files = listed.map((page) => fileOf({ language, name: page.name }));
  for (const [index, page] of listed.entries()) {
    const file = files[index] ?? "";
    await write(file, writePage(page, language, docs));
    await write(file.replace(/\.html$/, ".md"), writeTwin(page));
  }
  for (const each of docs) {
    await writeFile(join(assets, referenceFile(each.vendor.id, language)), referenceData(each));
    await writeFile(join(assets, `${each.vendor.id}.openapi.${language}.json`), JSON.stringify(each.bundled, null, 2));
  }
  await writeFile(join(assets, `search.${language}.js`), `globalThis.setorSearch = ${writeSearchIndex(docs)};\n`);
  await writeFile(join(assets, answersScript(language)), answersData(docs, messagesFor(language)));
  return files;
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

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const files = await Promise.all(names.map((name) => stat(join(folder, name))));
  return files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
}
