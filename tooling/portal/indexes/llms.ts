import { readCommonRemedies } from "@setor-tooling/model/failures";
import { guideNames, readGuide } from "@setor-tooling/model/guides";
import { listNotices, listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { settlementOf } from "../layout/facts.js";
import { messagesFor } from "../layout/messages/messages.js";
import { operationPage, vendorPage } from "../layout/page.js";
import { readGlossary } from "../pages/glossary.js";

/** The site in one short page of Markdown, for programs that read: what there is, and where. */
export function writeLlms(docs: readonly VendorDocs[]): string {
  const messages = messagesFor("en");
  const vendors = docs.map(
    ({ vendor, spec }) =>
      `- [${spec.info.title}](${twin(vendorPage(vendor, "overview"))}): ${spec.info.summary ?? ""} Package ${vendor.packageName}.`,
  );
  const operations = docs.flatMap(({ vendor, spec }) =>
    listOperations(spec).map(
      ({ operation }) =>
        `- [${vendor.id} ${operation.operationId}](${twin(operationPage(vendor, operation))}): ${operation.summary}`,
    ),
  );
  const guides = guideNames.map((name) => {
    const { title, lead } = readGuide(name, "en");
    return `- [${title}](${twin(`guides/${name}.html`)}): ${lead}`;
  });
  return [
    "# Setor",
    `> ${messages.lead}`,
    "Every page has a twin in Markdown, at its own address with `.md` instead of `.html`; Indonesian is at the root, English under `en/`.",
    `## ${messages.vendors}\n\n${vendors.join("\n")}`,
    `## ${messages.shell.operations}\n\n${operations.join("\n")}`,
    `## ${messages.guides}\n\n${guides.join("\n")}`,
    `## ${messages.downloads}\n\n${docs.map(({ vendor }) => `- [OpenAPI of ${vendor.id}](assets/${vendor.id}.openapi.en.json)`).join("\n")}`,
    "## Optional\n\n- [Everything in one file](llms-full.txt)\n- [Every failure](en/errors.md)\n- [Glossary](en/glossary.md)",
    "",
  ].join("\n\n");
}

/** The Markdown twin of an English page. */
function twin(page: string): string {
  return `en/${page.replace(/\.html$/, ".md")}`;
}

/** Everything that the site says, as one text. */
export function writeLlmsFull(docs: readonly VendorDocs[]): string {
  const guides = guideNames.map((name) => readGuide(name, "en").markdown.replace(/^#/gm, "##"));
  const terms = readGlossary().map(({ term, name, en }) => `- **${term}** (${name}): ${en}`);
  const common = Object.entries(readCommonRemedies()).map(
    ([outcome, { cause, action }]) => `- \`${outcome}\`: ${cause.en} ${action.en}`,
  );
  return [
    writeLlms(docs),
    ...docs.map(writeVendor),
    `## Errors of every client\n\n${common.join("\n")}`,
    ...guides,
    `## Glossary\n\n${terms.join("\n")}`,
    "",
  ].join("\n\n");
}

function writeVendor({ spec, scenarios, failures, remedies }: VendorDocs): string {
  const messages = messagesFor("en");
  const operations = listOperations(spec).map(({ operation, method, path }) => {
    const settled = settlementOf(operation, messages);
    const facts = `${operation["x-effect"]}, deadline ${operation["x-timeout-ms"] / 1000} s${settled === undefined ? "" : `, recover with ${settled}`}`;
    const own = scenarios.filter(({ operationId }) => operationId === operation.operationId);
    const meanings = own.map(
      ({ name, outcome, reason, summary }) =>
        `- \`${name}\`: ${reason === undefined ? outcome : `${outcome} (${reason})`}. ${summary}`,
    );
    return `### ${operation.operationId}: ${method.toUpperCase()} ${path}\n\n${operation.description ?? operation.summary}\n\n${facts}\n\n${meanings.join("\n")}`;
  });
  const notices = listNotices(spec).map(
    ({ operationId, summary, description }) => `### ${operationId}: ${messages.notices}\n\n${description ?? summary}`,
  );
  const listed = Object.entries(remedies).map(([outcome, { cause, action }]) => {
    const known = failures.filter((failure) => failure.outcome === outcome).map(({ code, message }) => message || code);
    const said = [...new Set(known)].filter((text) => text !== undefined).map((text) => `"${text}"`);
    return `- \`${outcome}\`${said.length === 0 ? "" : ` (${said.join(", ")})`}: ${cause.en} ${action.en}`;
  });
  return `## ${spec.info.title}\n\n${spec.info.description ?? ""}\n\n${[...operations, ...notices].join("\n\n")}\n\n### Failures\n\n${listed.join("\n")}`;
}

/** The addresses of all pages; `base` is where the site will be. */
export function writeSitemap(files: readonly string[], base: string): string {
  const addresses = files.map(
    (file) => `<url><loc>${new URL(file.replace(/(^|\/)index\.html$/, "$1"), base).href}</loc></url>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${addresses.join("\n")}
</urlset>
`;
}
