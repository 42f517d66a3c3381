import type { LedgerLine } from "@setor-tooling/play/ledger-lines";
import type { PlayData } from "../../pages/console/play-data.js";
import { clockTime, fill } from "./format.js";

/** The timeline of a ledger, by its rules. */
export function Ledger({ data, lines }: { readonly data: PlayData; readonly lines: readonly LedgerLine[] }) {
  const { ledger } = data.messages;
  return (
    <section class="play-ledger">
      <h2>{ledger.title}</h2>
      {lines.length === 0 && <p>{ledger.empty}</p>}
      <ol>
        {lines.map(({ of, at, entry, why }) => (
          <li data-entry={entry}>
            <time>{clockTime(at)}</time> <small>{fill(ledger.attempt, { step: of + 1 })}</small> {ledger.entries[entry]}
            {why !== undefined && (
              <>
                {" "}
                (<code>{why}</code>)
              </>
            )}
          </li>
        ))}
      </ol>
      <small>{ledger.lead.replaceAll("`", "")}</small>
    </section>
  );
}
