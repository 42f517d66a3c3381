import type { LedgerPayment } from "../listing.js";
import { type Html, html } from "../reconciliation/html.js";
import { fill, shortTimeOf } from "./format.js";
import { amountOf, disputeTag, paymentLink, stateTag } from "./parts.js";
import type { View } from "./view.js";

/** What is looked for, and what was found; nothing was looked for without `found`. */
export function findPage(view: View, wanted: string, found: readonly LedgerPayment[] | undefined): Html {
  const { words } = view.say;
  return html`<h1>${words.findTitle}</h1>
<form class="search" method="get" action="/find" role="search">
<label for="label">${words.label}</label>
<div><input id="label" name="label" value="${wanted}" maxlength="200" required dir="auto" autocomplete="off" spellcheck="false" aria-describedby="label-help">
${view.isChosen ? html`<input type="hidden" name="lang" value="${view.language}">` : undefined}<button>${words.search}</button></div>
<small id="label-help">${words.findHelp}</small>
</form>
${found && results(view, found)}`;
}

function results(view: View, found: readonly LedgerPayment[]): Html {
  const { words } = view.say;
  if (found.length === 0) return html`<p class="empty" role="status">${words.findNothing}</p>`;
  return html`<p role="status">${fill(words.findMany, { n: found.length })}</p>
<table class="cards found" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${words.payment}</th><th role="columnheader" scope="col">${words.state}</th>
<th role="columnheader" scope="col" class="number">${words.amount}</th><th role="columnheader" scope="col">${words.attempt}</th></tr></thead>
<tbody role="rowgroup">
${found.map((payment) => row(view, payment))}</tbody>
</table>`;
}

function row(view: View, payment: LedgerPayment): Html {
  const { say, now } = view;
  const { words } = say;
  return html`<tr role="row"><th role="rowheader" scope="row">${paymentLink(payment, view)}</th>
<td role="cell" data-name="${words.state}">${stateTag(payment.state, say.states[payment.state])} ${disputeTag(payment, view)}</td>
<td role="cell" class="number" data-name="${words.amount}">${amountOf(payment.amount, view)}</td>
<td role="cell" data-name="${words.attempt}">${payment.attempts.length}<small>${shortTimeOf(payment.since, say, now)}</small></td></tr>
`;
}
