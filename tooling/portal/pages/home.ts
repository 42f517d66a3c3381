import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { authenticationOf, badge, settlementOf } from "../layout/facts.js";
import { escapeHtml, proseHtml, tableHtml } from "../layout/html.js";
import { linkTo, type PageAddress } from "../layout/links.js";
import type { Messages } from "../layout/messages.js";
import { operationPage, type Page, vendorPage } from "../layout/page.js";

/** The first page: a card for each vendor, the ledger that pays them, and all of them side by side. */
export function homePage(docs: readonly VendorDocs[], address: PageAddress, messages: Messages): Page {
  const body = `<div class="hero"><h1>Setor</h1><p>${messages.lead}</p></div>
<h2 class="over">${messages.vendors}</h2>
<div class="cards">
${docs.map((each) => card(each, address, messages)).join("\n")}
</div>
${ledger(address, messages)}
<section id="comparison">
<h2>${messages.comparison}</h2>
${comparison(docs, address, messages)}
<p class="legend"><b>${messages.effect}</b>: ${legend(messages.effects, messages.effectNames)} <b>${messages.evidence}</b>: ${legend(messages.levels, messages.levelNames)}</p>
</section>`;
  return { name: address.name, title: messages.tagline, description: messages.lead, body };
}

function card({ vendor, spec, failures }: VendorDocs, address: PageAddress, messages: Messages): string {
  const { version } = JSON.parse(readFileSync(join(vendor.packageDir, "package.json"), "utf8"));
  const settled = listOperations(spec).flatMap(({ operation }) => {
    const by = settlementOf(operation, messages);
    return by === undefined ? [] : [`<code>${operation.operationId}</code>: ${by}`];
  });
  return `<section id="${vendor.id}">
<h3><a href="${linkTo(address, vendorPage(vendor, "overview"))}">${escapeHtml(spec.info.title)}</a></h3>
<p>${proseHtml(spec.info.summary ?? "")}</p>
<dl>
<dt>${messages.authentication}</dt><dd>${proseHtml(authenticationOf(spec, messages))}</dd>
<dt>${messages.failures}</dt><dd><a href="${linkTo(address, vendorPage(vendor, "errors"))}">${statusesOf(failures)}</a></dd>
${settled.length === 0 ? "" : `<dt>${messages.settlement}</dt><dd>${settled.join("<br>")}</dd>\n`}<dt>${messages.package}</dt><dd><code>${vendor.packageName}</code> ${escapeHtml(version)}</dd>
</dl>
</section>`;
}

/** What holds for all of them, and where it is explained. */
function ledger(address: PageAddress, { ledger: { title, text, link } }: Messages): string {
  return `<section id="ledger">
<h2>${title}</h2>
<p>${proseHtml(text)} <a href="${linkTo(address, "guides/ledger.html")}">${link}</a></p>
</section>`;
}

/** The HTTP statuses of the documented failures; a failure is not always an error there. */
function statusesOf(failures: VendorDocs["failures"]): string {
  const statuses = new Set(failures.map(({ scenario }) => scenario.status));
  return `HTTP ${[...statuses].sort((one, other) => one - other).join(", ")}`;
}

function comparison(docs: readonly VendorDocs[], address: PageAddress, messages: Messages): string {
  const rows = docs.flatMap(({ vendor, spec }) =>
    listOperations(spec).map(({ operation }) => {
      const { operationId, summary, "x-effect": effect, "x-evidence": evidence } = operation;
      const link = linkTo(address, operationPage(vendor, operation));
      return `<tr><td>${escapeHtml(vendor.id)}</td><td><a href="${link}"><code>${operationId}</code></a></td>
<td>${proseHtml(summary)}</td><td>${badge(effect, messages.effectNames[effect])}</td><td>${operation["x-timeout-ms"] / 1000}&nbsp;s</td>
<td>${settlementOf(operation, messages) ?? "–"}</td><td>${badge(evidence.level, messages.levelNames[evidence.level])}</td></tr>`;
    }),
  );
  const heads = [
    messages.vendor,
    messages.operation,
    messages.what,
    messages.effect,
    messages.deadline,
    messages.settlement,
    messages.evidence,
  ];
  return tableHtml(messages.comparison, heads, rows);
}

function legend(meanings: Readonly<Record<string, string>>, names: Readonly<Record<string, string>>): string {
  return `${Object.entries(meanings)
    .map(([word, meaning]) => `${badge(word, names[word])} ${meaning}`)
    .join(", ")}.`;
}
