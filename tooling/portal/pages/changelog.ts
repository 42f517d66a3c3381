import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { root } from "@setor-tooling/model/vendors";
import { escapeHtml, markdownHtml } from "../layout/html.js";
import type { PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages.js";
import type { Page } from "../layout/page.js";

/** What changed in a vendor's package: what is released, and what is about to be. */
export function changelogPage({ vendor, spec }: VendorDocs, address: PageAddress, messages: Messages): Page {
  const title = `${messages.changelog}: ${spec.info.title}`;
  const file = join(vendor.packageDir, "CHANGELOG.md");
  const released = existsSync(file) ? markdownHtml(readFileSync(file, "utf8")) : "";
  const pending = pendingChanges(vendor.packageName).map((text) => markdownHtml(text));
  const next = pending.length === 0 ? "" : `<h2>${messages.unreleased}</h2>\n${pending.join("\n")}`;
  const body = `<div class="hero"><h1>${escapeHtml(title)}</h1></div>
<section class="prose" lang="en">${next}${released}</section>`;
  return { name: address.name, title, description: title, body, vendor };
}

/** The changesets that name a package. */
function pendingChanges(packageName: string): string[] {
  const folder = join(root, ".changeset");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .filter((text) => text.split("---")[1]?.includes(`"${packageName}"`))
    .map((text) => text.split("---").slice(2).join("---"));
}
