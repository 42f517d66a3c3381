import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { loadDriver } from "../contract/load-driver.js";
import { listVendors, root, type Vendor } from "../vendors.js";
import { listWorkflowVendors } from "../workflows/load.js";
import { decorateSpec } from "./decorate.js";
import { writeLandingPage } from "./landing-page.js";
import { workflowPageName, writeWorkflowPage } from "./workflow-page.js";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const redocly = join(dirname(require.resolve("@redocly/cli/package.json")));
const target = join(root, "docs", "dist");
const bundleName = "redoc.standalone.js";
const emptyPicture = "data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const homeLinkStyle = `<style>.setor-home{position:fixed;right:16px;bottom:16px;z-index:9;padding:6px 14px;border-radius:16px;
background:#0f5132;color:#fff;font:600 14px system-ui,sans-serif;text-decoration:none}</style>`;

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
await copyBundle();
const vendors = listVendors();
await Promise.all([...vendors.map(buildReference), ...listWorkflowVendors().map(buildWorkflows)]);
await writeFile(join(target, "index.html"), await writeLandingPage(vendors));
console.log(`docs/dist: the landing page, ${vendors.length} references and their workflows.`);

/** Redoc fetches its own logo; offline it must not try. */
async function copyBundle(): Promise<void> {
  const bundle = await readFile(join(redocly, "lib", "chunks", bundleName), "utf8");
  await writeFile(join(target, bundleName), bundle.replace(/https:\/\/cdn\.redoc\.ly\/[\w/-]+\.svg/g, emptyPicture));
}

/** One Redoc page, with the Redoc script taken from beside it instead of a CDN. */
async function buildReference(vendor: Vendor): Promise<void> {
  const spec = join(target, `${vendor.id}.json`);
  const page = join(target, `${vendor.id}.html`);
  await writeFile(spec, JSON.stringify(await decorateSpec(vendor, await loadDriver(vendor))));
  await run(process.execPath, [join(redocly, "bin", "cli.js"), "build-docs", spec, "--output", page], { cwd: root });
  await writeFile(page, withoutCdn(await readFile(page, "utf8"), vendor.id));
}

async function buildWorkflows(vendor: Vendor): Promise<void> {
  await writeFile(join(target, workflowPageName(vendor)), await writeWorkflowPage(vendor));
}

function withoutCdn(html: string, id: string): string {
  const local = html
    .replace(/<link rel="modulepreload"[^>]*>/, `<link rel="modulepreload" href="${bundleName}" />`)
    .replace(/from "https:\/\/[^"]*redoc\.standalone\.js"/, `from "./${bundleName}"`)
    .replace(/<body[^>]*>/, (body) => `${body}<a href="index.html" class="setor-home">Setor</a>`)
    .replace("</head>", `<link rel="icon" href="${emptyPicture}">${homeLinkStyle}</head>`);
  if (/(src|from|href)=?\s*"https?:\/\/[^"]*\.(js|css)"/.test(local)) throw new Error(`${id}: a script stayed outside`);
  return local;
}
