import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { escapeHtml } from "../../layout/html.js";
import type { Messages } from "../../layout/messages.js";

/** Signs in the page itself, as the guide explains it; it begins with the first of the known answers. */
export function signingForm({ vendor, profile }: VendorDocs, messages: Messages): string {
  const file = join(dirname(vendor.specFile), "signing-vectors.json");
  const [first] = JSON.parse(readFileSync(file, "utf8")).vectors;
  const field = (name: string, type = "text") =>
    `<label>${name}<input name="${name}" type="${type}" value="${escapeHtml(first[name])}" spellcheck="false" autocomplete="off"></label>`;
  return `<section id="live">
<h2>${messages.signHere}</h2>
<p>${messages.signLead}</p>
<form id="sign" data-text="${escapeHtml(profile.signing?.text ?? "")}">
${["verb", "path", "token", "timestamp"].map((name) => field(name)).join("\n")}
<label>body<textarea name="body" rows="3" spellcheck="false">${escapeHtml(first.body)}</textarea></label>
${field("secret", "password")}
</form>
<h3>${messages.signedText}</h3>
<pre tabindex="0" id="string-to-sign"></pre>
<h3>X-Signature</h3>
<pre tabindex="0" id="signature" aria-live="polite"></pre>
</section>`;
}
