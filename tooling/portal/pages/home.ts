import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { authenticationOf, badge, settlementOf } from "../layout/facts.js";
import { escapeHtml, proseHtml, tableHtml } from "../layout/html.js";
import { linkTo, type Place } from "../layout/links.js";
import type { Words } from "../layout/messages.js";
import { operationPage, type Page, vendorPage } from "../layout/page.js";

/** The first page: a card for each vendor, and all of them side by side. */
export function homePage(docs: readonly VendorDocs[], place: Place, words: Words): Page {
  const body = `<div class="hero"><h1>Setor</h1><p>${words.lead}</p></div>
<h2 class="over">${words.vendors}</h2>
<div class="cards">
${docs.map((each) => card(each, place, words)).join("\n")}
</div>
<section id="comparison">
<h2>${words.comparison}</h2>
${comparison(docs, place, words)}
<p class="legend"><b>${words.effect}</b>: ${legend(words.effects)} <b>${words.evidence}</b>: ${legend(words.levels, words.levelNames)}</p>
</section>`;
  return { name: place.name, title: words.tagline, description: words.lead, body };
}

function card({ vendor, spec, failures }: VendorDocs, place: Place, words: Words): string {
  const { version } = JSON.parse(readFileSync(join(vendor.packageDir, "package.json"), "utf8"));
  const settled = listOperations(spec).flatMap(({ operation }) => {
    const by = settlementOf(operation, words);
    return by === undefined ? [] : [`<code>${operation.operationId}</code>: ${by}`];
  });
  return `<section id="${vendor.id}">
<h3><a href="${linkTo(place, vendorPage(vendor, "overview"))}">${escapeHtml(spec.info.title)}</a></h3>
<p>${proseHtml(spec.info.summary ?? "")}</p>
<dl>
<dt>${words.authentication}</dt><dd>${proseHtml(authenticationOf(spec, words))}</dd>
<dt>${words.failures}</dt><dd><a href="${linkTo(place, vendorPage(vendor, "errors"))}">${statusesOf(failures)}</a></dd>
${settled.length === 0 ? "" : `<dt>${words.settlement}</dt><dd>${settled.join("<br>")}</dd>\n`}<dt>${words.package}</dt><dd><code>${vendor.packageName}</code> ${escapeHtml(version)}</dd>
</dl>
</section>`;
}

/** The HTTP statuses of the documented failures; a failure is not always an error there. */
function statusesOf(failures: VendorDocs["failures"]): string {
  const statuses = new Set(failures.map(({ scenario }) => scenario.status));
  return `HTTP ${[...statuses].sort((one, other) => one - other).join(", ")}`;
}

function comparison(docs: readonly VendorDocs[], place: Place, words: Words): string {
  const rows = docs.flatMap(({ vendor, spec }) =>
    listOperations(spec).map(({ operation }) => {
      const { operationId, summary, "x-effect": effect, "x-evidence": evidence } = operation;
      const link = linkTo(place, operationPage(vendor, operation));
      return `<tr><td>${escapeHtml(vendor.id)}</td><td><a href="${link}"><code>${operationId}</code></a></td>
<td>${proseHtml(summary)}</td><td>${badge(effect)}</td><td>${operation["x-timeout-ms"] / 1000}&nbsp;s</td>
<td>${settlementOf(operation, words) ?? "–"}</td><td>${badge(evidence.level, words.levelNames[evidence.level])}</td></tr>`;
    }),
  );
  const heads = [
    words.vendor,
    words.operation,
    words.what,
    words.effect,
    words.deadline,
    words.settlement,
    words.evidence,
  ];
  return tableHtml(words.comparison, heads, rows);
}

function legend(meanings: Readonly<Record<string, string>>, names: Readonly<Record<string, string>> = {}): string {
  return `${Object.entries(meanings)
    .map(([word, meaning]) => `${badge(word, names[word])} ${meaning}`)
    .join(", ")}.`;
}
