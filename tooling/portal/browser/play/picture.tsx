import type { Picture as Draw } from "@setor-tooling/model/console";
import type { Playing } from "./app.js";
import { rupiah } from "./format.js";

declare global {
  /** What draws the results of the page's vendor, where they have looks: a script of its own. */
  var setorPicture: { readonly picture: Draw } | undefined;
}

/** What a payer is shown: a QR with everything that he has to know, until it is paid or over. */
export function Picture({ data, session }: Playing) {
  const { picture: words } = data.messages;
  const { player } = session;
  const draw = globalThis.setorPicture?.picture;
  const now = new Date(player.now());
  const found = [...player.returned.values()].findLast(({ result }) => draw?.(result, now) !== undefined);
  const drawn = found && draw?.(found.result, now);
  if (drawn === undefined || found === undefined) return null;
  const paid = [...player.returned.values()].some(({ step, outcome }) => step > found.step && outcome.says === "paid");
  return (
    <section class="play-picture">
      {paid ? (
        <p class="paid good">
          ✓ {words.paid} · {rupiah(drawn.amount, data)}
        </p>
      ) : (
        // The drawing is the package's own, of the text that stands beside it.
        <div class={drawn.over ? "qr over" : "qr"} dangerouslySetInnerHTML={{ __html: drawn.svg }} />
      )}
      <dl>
        <Fact name={words.merchant} value={drawn.merchant} />
        <Fact name={words.amount} value={rupiah(drawn.amount, data)} />
        <Fact name={words.reference} value={drawn.reference} />
        {!paid && <Fact name={words.left} value={drawn.over ? words.over : drawn.caption} />}
      </dl>
      {!paid && (
        <p class="buttons">
          <button type="button" onClick={() => void navigator.clipboard.writeText(drawn.content)}>
            {words.copy}
          </button>
          <a
            class="button"
            download={`qris-${drawn.reference}.svg`}
            href={`data:image/svg+xml,${encodeURIComponent(drawn.svg)}`}
          >
            {words.download}
          </a>
        </p>
      )}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
