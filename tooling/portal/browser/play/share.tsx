import { writeTest } from "@setor-tooling/play/write-test";
import { useState } from "preact/hooks";
import type { Playing } from "./app.js";

/** The run, to be taken along: as a link, and as a test. */
export function Share({ data, session }: Playing) {
  const { messages, vendor } = data;
  const { player, run } = session;
  const [shown, setShown] = useState<{ readonly kind: "link" | "test"; readonly text: string } | undefined>();
  const give = async (kind: "link" | "test", text: string) => {
    setShown({ kind, text });
    // Where nothing may be written to the clipboard, the text can be marked and copied.
    await navigator.clipboard?.writeText(text).catch(() => {});
  };
  return (
    <section class="play-share">
      <p class="buttons">
        <button
          type="button"
          disabled={player.steps.length === 0}
          onClick={() => give("link", `${location.href.replace(/#.*$/, "")}#${session.link()}`)}
        >
          {messages.link}
        </button>
        <button
          type="button"
          disabled={player.returned.size === 0}
          onClick={() => give("test", writeTest({ run, vendor, player }))}
        >
          {messages.test}
        </button>
      </p>
      {shown !== undefined && (
        <div role="status">
          <p>
            <small>{shown.kind === "link" ? messages.linkHint : messages.testHint}</small>
          </p>
          <textarea
            readOnly
            rows={shown.kind === "link" ? 3 : 14}
            aria-label={shown.kind === "link" ? messages.link : messages.test}
            value={shown.text}
          />
        </div>
      )}
    </section>
  );
}
