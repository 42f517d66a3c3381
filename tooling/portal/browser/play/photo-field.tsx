import { checkPhotos } from "@setor-tooling/play/engine/index";
import { useEffect, useState } from "preact/hooks";
import type { PlayMessages } from "../../layout/messages/play.js";
import type { Playing } from "./app.js";

interface Chosen {
  readonly url: string;
  readonly verdict: string;
  readonly fits: boolean;
}

/** Takes a photo, on a phone by its camera, and says what the vendor's document says of such a photo. */
export function PhotoField({ data, session }: Playing) {
  const { messages, vendor } = data;
  const [chosen, setChosen] = useState<Chosen | undefined>();
  useEffect(() => () => URL.revokeObjectURL(chosen?.url ?? ""), [chosen]);

  const take = async (file: File | undefined) => {
    if (file === undefined) {
      session.usePhoto(undefined);
      setChosen(undefined);
      return;
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    session.usePhoto(bytes);
    const check = checkPhotos[vendor.id]?.(bytes);
    const problems = check?.problems ?? [];
    const size = check?.width === undefined ? "" : `${check.width} × ${check.height} px, `;
    const said = problems.length === 0 ? messages.fields.photoFits : problems.map(wordsOf(messages)).join("; ");
    setChosen({
      url: URL.createObjectURL(file),
      verdict: `${size}${Math.ceil(bytes.length / 1_000)} kB: ${said}`,
      fits: problems.length === 0,
    });
  };

  return (
    <div class="play-photo">
      <label>
        {messages.fields.photo}
        <input
          type="file"
          accept="image/jpeg,image/png"
          capture="environment"
          onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
        />
      </label>
      {chosen !== undefined && (
        <figure>
          <img src={chosen.url} alt="" />
          <figcaption class={chosen.fits ? "good" : "open"}>
            <output>
              <code>checkPhoto</code>: {chosen.verdict}
            </output>
          </figcaption>
        </figure>
      )}
      <small>{messages.fields.plainPhoto}</small>
    </div>
  );
}

function wordsOf({ photoProblems }: PlayMessages) {
  const words: Readonly<Record<string, string>> = photoProblems;
  return (problem: string) => words[problem] ?? problem;
}
