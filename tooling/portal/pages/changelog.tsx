import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { root } from "@setor-tooling/model/vendors";
import { Hero, Section } from "../components/hero.js";
import type { PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages/messages.js";
import type { Page } from "../layout/page.js";
import { Markdown } from "../markdown/markdown.js";

/** What changed in a vendor's package: what is released, and what is about to be. */
export function changelogPage({ vendor, spec }: VendorDocs, address: PageAddress, messages: Messages): Page {
  const title = `${messages.changelog}: ${spec.info.title}`;
  const file = join(vendor.packageDir, "CHANGELOG.md");
  const pending = pendingChanges(vendor.packageName);
  const content = (
    <>
      <Hero title={title} />
      {pending.length > 0 && (
        <Section id="unreleased" title={messages.unreleased}>
          <div class="prose" lang="en">
            {pending.map((text) => (
              <Markdown text={text} under={2} />
            ))}
          </div>
        </Section>
      )}
      {existsSync(file) && (
        <div class="prose" lang="en">
          <Markdown text={readFileSync(file, "utf8")} />
        </div>
      )}
    </>
  );
  return { name: address.name, title, description: title, content, vendor };
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
