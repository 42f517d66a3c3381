import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { VNode } from "preact";
import { Section } from "../../components/hero.js";
import type { Messages } from "../../layout/messages/messages.js";

/** Signs in the page itself, as the guide explains it; it begins with the first of the known answers. */
export function SigningForm({ docs, messages }: { readonly docs: VendorDocs; readonly messages: Messages }): VNode {
  const { vendor, profile } = docs;
  const file = join(dirname(vendor.specFile), "signing-vectors.json");
  const [first] = JSON.parse(readFileSync(file, "utf8")).vectors;
  const field = (name: string) => (
    <label>
      {name}
      <input name={name} value={first[name]} spellcheck={false} autocomplete="off" />
    </label>
  );
  return (
    <Section id="live" title={messages.signHere}>
      <p>{messages.signLead}</p>
      <form id="sign" data-text={profile.signing?.text ?? ""}>
        {["verb", "path", "token", "timestamp"].map((name) => field(name))}
        <label>
          body
          <textarea name="body" rows={3} spellcheck={false}>
            {first.body}
          </textarea>
        </label>
        <label>
          secret
          <input name="secret" type="password" value={first.secret} spellcheck={false} autocomplete="off" />
        </label>
      </form>
      <h3>{messages.signedText}</h3>
      <Output id="string-to-sign" />
      <h3>X-Signature</h3>
      <Output id="signature" />
    </Section>
  );
}

function Output({ id }: { readonly id: string }): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <pre tabIndex={0} id={id} class="wrapped" aria-live="polite" />
  );
}
