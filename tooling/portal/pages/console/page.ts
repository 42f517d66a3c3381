import { existsSync } from "node:fs";
import { join } from "node:path";
import { createSandbox } from "@setor/sandbox";
import type { Console } from "@setor-tooling/model/console";
import type { Language } from "@setor-tooling/model/languages";
import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { Vendor } from "@setor-tooling/model/vendors";
import { escapeHtml, proseHtml } from "../../layout/html.js";
import { assetLink, type PageAddress } from "../../layout/links.js";
import type { Messages } from "../../layout/messages.js";
import type { Page } from "../../layout/page.js";
import type { SeededConsole } from "./seeded-console.js";

/** Calls that go from the page to the sandbox on this machine, and to nothing else. */
export function tryPage(
  { vendor, spec, language, profile }: VendorDocs,
  address: PageAddress,
  messages: Messages,
): Page {
  const title = `${messages.tryIt}: ${spec.info.title}`;
  const head = { name: address.name, title, description: messages.tryLead.replaceAll("`", ""), vendor };
  const { factory, account = {}, console } = profile;
  if (console === undefined)
    return { ...head, description: messages.notSupported, body: writeMock(vendor, title, messages) };
  const operations = listOperations(spec).map(({ operation }) => operation.operationId);
  const seeded: SeededConsole = { factory, options: account, ...console, faults: fittingFaults(vendor.id, operations) };
  const picture = existsSync(pictureSource(vendor))
    ? ` data-picture="${assetLink(address, pictureScript(vendor.id))}"`
    : "";
  const body = `<div class="hero"><h1>${escapeHtml(title)}</h1><p>${proseHtml(messages.tryLead)}</p></div>
<section>
<form id="try" data-vendor="${vendor.id}" data-client="${assetLink(address, clientScript(vendor.id))}"${picture}>
<label>${messages.scenario}<select name="preset">${options(console, operations, language)}</select></label>
<label>${messages.argument}<textarea name="input" rows="6" spellcheck="false"></textarea></label>
<div class="pair">
<label>${messages.fault}<select name="fault"><option value="">–</option></select></label>
<label>${messages.port}<input name="port" type="number" value="4020" min="1" max="65535"></label>
</div>
<p class="buttons"><button type="submit" class="main">${messages.send}</button>
<button type="button" data-control="settle" hidden>settle(attempt)</button>
${(console.actions ?? []).map(({ label }, index) => `<button type="button" data-control="action-${index}" hidden>${escapeHtml(label[language])}</button>`).join("\n")}
<button type="button" data-control="advance">${messages.advance}</button>
<button type="button" data-control="reset">${messages.reset}</button></p>
<output id="note" role="status" data-unreachable="${escapeHtml(messages.unreachable)}"></output>
</form>
</section>
<div class="columns results">
<section id="picture" hidden><h2>QR</h2><div class="qr"></div><p class="countdown"></p></section>
<section><h2>${messages.client}</h2><pre tabindex="0" id="result" aria-live="polite"></pre></section>
<section><h2>${messages.sent}</h2><pre tabindex="0" id="request"></pre></section>
<section><h2>${messages.answered}</h2><pre tabindex="0" id="answer"></pre></section>
</div>
<script type="application/json" id="console">${JSON.stringify(seeded).replaceAll("<", "\\u003c")}</script>`;
  return { ...head, body, script: "try.js" };
}

/** The faults that make sense, by operation. */
function fittingFaults(id: string, operations: readonly string[]): SeededConsole["faults"] {
  const { faults } = createSandbox();
  return Object.fromEntries(operations.map((operation) => [operation, faults.fitting(id, operation)]));
}

/** The file of a vendor's client among the assets. */
export function clientScript(id: string): string {
  return `${id}.client.js`;
}

/** Where a vendor says what its results look like, if they have looks. */
export function pictureSource({ packageDir }: Vendor): string {
  return join(packageDir, "profile", "picture.ts");
}

/** The file among the assets that is made of it. */
export function pictureScript(id: string): string {
  return `${id}.picture.js`;
}

/** What can be tried of a vendor that the sandbox does not support. */
function writeMock({ id, mockPort }: Vendor, title: string, messages: Messages): string {
  return `<div class="hero"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(messages.notSupported)}</p></div>
<section><pre tabindex="0"><code>npx pnpm mock ${id}   # http://127.0.0.1:${mockPort}</code></pre></section>`;
}

/** In the order of the spec. */
function options({ presets }: Console, operations: readonly string[], language: Language): string {
  return operations
    .flatMap((operation) =>
      [...presets.entries()]
        .filter(([, preset]) => preset.operation === operation)
        .map(([index, { label }]) => `<option value="${index}">${operation}: ${escapeHtml(label[language])}</option>`),
    )
    .join("");
}
