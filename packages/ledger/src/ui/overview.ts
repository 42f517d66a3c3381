import type { LedgerPayment } from "../listing.js";
import type { LedgerMetrics } from "../metrics.js";
import { type Html, html } from "../reconciliation/html.js";
import type { DayTotals, NewestSeal } from "../totals.js";
import { ageOf, fill, shortTimeOf } from "./format.js";
import { paymentsTable } from "./payments-table.js";
import { totalsOf } from "./totals-table.js";
import type { View } from "./view.js";

/** What the overview shows: of what is open and disputed the first ones. */
interface Seen {
  readonly open: readonly LedgerPayment[];
  readonly disputed: readonly LedgerPayment[];
  readonly counted: LedgerMetrics;
  readonly totals: DayTotals;
}

/** What is open and why, and what a day came to. */
export function overview(view: View, { open, disputed, counted, totals }: Seen): Html {
  const { words } = view.say;
  const { disputes } = counted;
  return html`<h1>${words.overview}</h1>
${tiles(view, counted, totals.seal)}
${disputes > 0 ? paymentsTable(view, "disputed", disputes, disputed.toSorted(byAge)) : undefined}
${open.length > 0 ? paymentsTable(view, "open", countOpen(counted), open.toSorted(byAge)) : html`<section><h2>${words.openTitle}</h2><p class="empty">${words.openNone}</p></section>`}
${totalsOf(view, totals)}`;
}

function byAge(one: LedgerPayment, other: LedgerPayment): number {
  return Date.parse(one.since) - Date.parse(other.since);
}

function countOpen({ open }: LedgerMetrics): number {
  return open.reduce((sum, { n }) => sum + n, 0);
}

function tiles(view: View, counted: LedgerMetrics, seal: NewestSeal | undefined): Html {
  const { say } = view;
  const { words } = say;
  const open = countOpen(counted);
  const { disputes, proposals } = counted;
  const oldestMs = 1000 * Math.max(0, ...counted.open.map(({ oldestSeconds }) => oldestSeconds));
  const age = open > 0 ? html`<small>${fill(words.oldest, { age: ageOf(oldestMs, say) })}</small>` : undefined;
  return html`<dl class="tiles">
<div><dt>${words.open}</dt><dd><b>${open}</b>${age}</dd></div>
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
