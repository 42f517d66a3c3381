import { addDays, dayAt } from "../reconciliation/days.js";
import { type Html, html } from "../reconciliation/html.js";
import { rupiah } from "../reconciliation/texts.js";
import type { DayTotals, StateTotals } from "../totals.js";
import { dayOf, fill, foreign } from "./format.js";
import { stateTag } from "./parts.js";
import { link, type View } from "./view.js";

/** What a day came to, and the ways to the days beside it. */
export function totalsOf(view: View, { day, totals }: DayTotals): Html {
  const { say, now } = view;
  const { words } = say;
  const today = dayAt(now);
  const title = fill(day === today ? words.totalsToday : words.totalsTitle, { day: dayOf(day, say) });
  const after =
    day < today ? html`<a href="${link(view, `/?day=${addDays(day, 1)}`)}">${words.dayAfter} ›</a>` : undefined;
  return html`<section id="totals">
<h2>${title}</h2>
<p class="days"><a href="${link(view, `/?day=${addDays(day, -1)}`)}">‹ ${words.dayBefore}</a>${after}</p>
${totals.length === 0 ? html`<p class="empty">${words.totalsNone}</p>` : totalsTable(view, totals)}
<p class="soft">${words.totalsHelp}</p>
</section>`;
}

function totalsTable(view: View, totals: readonly StateTotals[]): Html {
  const { say, language } = view;
  const { words } = say;
  return html`<table class="cards totals" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${words.vendor}</th><th role="columnheader" scope="col">${words.state}</th>
<th role="columnheader" scope="col" class="number">${words.count}</th><th role="columnheader" scope="col" class="number">${words.amount}</th></tr></thead>
<tbody role="rowgroup">
${totals.map(
  ({
    vendor,
    operation,
    state,
    n,
    rupiah: sum,
    unknown,
  }) => html`<tr role="row"><th role="rowheader" scope="row">${foreign(vendor)} <small>${foreign(operation)}</small></th>
<td role="cell" data-name="${words.state}">${stateTag(state, say.states[state])}</td>
<td role="cell" class="number" data-name="${words.count}">${n}</td>
<td role="cell" class="number" data-name="${words.amount}">${n === unknown ? words.none : rupiah(sum, language)}${unknown > 0 ? html`<small>${fill(words.withoutAmount, { n: unknown })}</small>` : undefined}</td></tr>
`,
)}</tbody>
</table>`;
}
