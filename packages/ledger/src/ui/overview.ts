import type { LedgerPayment } from "../listing.js";
import { type Html, html } from "../reconciliation/html.js";
import type { DayTotals, NewestSeal } from "../totals.js";
import { ageOf, fill, shortTimeOf } from "./format.js";
import { paymentsTable } from "./payments-table.js";
import { totalsOf } from "./totals-table.js";
import type { View } from "./view.js";

/** What is open and why, and what a day came to. */
export function overview(view: View, listed: readonly LedgerPayment[], day: DayTotals): Html {
  const { words } = view.say;
  const oldestFirst = listed.toSorted((one, other) => Date.parse(one.since) - Date.parse(other.since));
  const disputed = oldestFirst.filter(({ dispute }) => dispute !== undefined);
  const open = oldestFirst.filter(isOpen);
  return html`<h1>${words.overview}</h1>
${tiles(view, listed, day.seal)}
${disputed.length > 0 ? paymentsTable(view, "disputed", disputed) : undefined}
${open.length > 0 ? paymentsTable(view, "open", open) : html`<section><h2>${words.openTitle}</h2><p class="empty">${words.openNone}</p></section>`}
${totalsOf(view, day)}`;
}

function isOpen({ state }: LedgerPayment): boolean {
  return state === "open" || state === "sending";
}

function tiles(view: View, listed: readonly LedgerPayment[], seal: NewestSeal | undefined): Html {
  const { say, now } = view;
  const { words } = say;
  const open = listed.filter(isOpen);
  const oldest = Math.min(...open.map(({ since }) => Date.parse(since)));
  const disputes = listed.filter(({ dispute }) => dispute !== undefined).length;
  const proposals = listed.filter(({ proposal }) => proposal !== undefined).length;
  const age =
    open.length > 0 ? html`<small>${fill(words.oldest, { age: ageOf(now - oldest, say) })}</small>` : undefined;
  return html`<dl class="tiles">
<div><dt>${words.open}</dt><dd><b>${open.length}</b>${age}</dd></div>
<div${disputes > 0 ? html` class="alarm"` : undefined}><dt>${words.disputes}</dt><dd><b>${disputes}</b></dd></div>
<div><dt>${words.proposals}</dt><dd><b>${proposals}</b></dd></div>
<div class="seal"><dt>${words.seal}</dt><dd>${sealOf(view, seal)}</dd></div>
</dl>`;
}

function sealOf({ say, now }: View, seal: NewestSeal | undefined): Html {
  const { words } = say;
  if (seal === undefined) return html`<b>${words.none}</b><small>${words.sealNone}</small>`;
  const age = fill(words.sealAge, { age: ageOf(now - Date.parse(seal.at), say) });
  return html`<code>${seal.hash}</code><small>${fill(words.number, { n: seal.n })} · ${shortTimeOf(seal.at, say, now)} · ${age}</small>
<small>${words.sealHelp}</small>`;
}
