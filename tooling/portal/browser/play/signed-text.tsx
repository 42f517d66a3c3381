import { type Signed, verifySigned } from "@setor-tooling/play/engine/index";
import { useState } from "preact/hooks";
import type { PlayData } from "../../pages/console/play-data.js";

/** The very text that was signed, and a button that signs it once more and compares. */
export function SignedText({ data, signed }: { readonly data: PlayData; readonly signed: Signed }) {
  const { events: words } = data.messages;
  const [same, setSame] = useState<boolean | undefined>();
  const secret = data.vendor.signing?.secret ?? "";
  return (
    <details class="signed">
      <summary>{words.signed}</summary>
      <pre class="wrapped">{signed.text}</pre>
      <button type="button" onClick={async () => setSame(await verifySigned(signed, secret))}>
        {words.verify}
      </button>{" "}
      {same !== undefined && (
        <span class={same ? "good" : "bad"} role="status">
          {same ? `✓ ${words.verified}` : `✗ ${words.notVerified}`}
        </span>
      )}
    </details>
  );
}
