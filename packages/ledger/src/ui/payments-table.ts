import type { LedgerPayment } from "../listing.js";
import { type Html, html } from "../reconciliation/html.js";
import { adviceOf } from "./advice.js";
import { ageOf, fill, shortTimeOf } from "./format.js";
import { amountOf, disputeTag, nextStep, paymentLink, settlementOf, stateTag } from "./parts.js";
import type { View } from "./view.js";

type Kind = "open" | "disputed";

/** So many are listed. */
export const mostListed = 200;

/** Why each is looked at, and what to do about it. */
export function paymentsTable(view: View, kind: Kind, n: number, payments: readonly LedgerPayment[]): Html {
  const { words } = view.say;
  const title = kind === "open" ? words.openTitle : words.disputesTitle;
  const settled = kind === "open" ? html`<th role="columnheader" scope="col">${words.settlement}</th>` : undefined;
  const more =
    n > payments.length ? html`<p class="soft">${fill(words.openMore, { n: payments.length })}</p>` : undefined;
  return html`<section>
<h2>${title} <span class="count">${n}</span></h2>
<table class="cards payments ${kind}" role="table">
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${words.payment}</th><th role="columnheader" scope="col" class="number">${words.amount}</th>
<th role="columnheader" scope="col">${ageTitle(view, kind)}</th><th role="columnheader" scope="col">${words.whyColumn}</th>
${settled}<th role="columnheader" scope="col">${words.nextColumn}</th></tr></thead>
<tbody role="rowgroup">
${payments.map((payment) => row(view, kind, payment))}</tbody>
</table>
${more}</section>`;
}

function row(view: View, kind: Kind, payment: LedgerPayment): Html {
  const { say, now } = view;
  const { words } = say;
  const { why, attempt } = adviceOf(payment, now);
  const since = attempt?.since ?? payment.since;
  const reason =
    attempt?.reason === undefined ? undefined : html`<small>${words.reason}: <code>${attempt.reason}</code></small>`;
  const tag = disputeTag(payment, view) ?? (attempt && stateTag(attempt.state, say.attempts[attempt.state]));
  const settlement =
    kind === "open"
      ? html`<td role="cell" data-name="${words.settlement}">${settlementOf(payment, attempt, view)}</td>
`
      : undefined;
  return html`<tr role="row"><th role="rowheader" scope="row">${paymentLink(payment, view)}</th>
<td role="cell" class="number" data-name="${words.amount}">${amountOf(payment.amount, view)}</td>
<td role="cell" data-name="${ageTitle(view, kind)}"><b>${ageOf(now - Date.parse(since), say)}</b><small>${fill(words.since, { at: shortTimeOf(since, say, now) })}</small></td>
<td role="cell" data-name="${words.whyColumn}">${tag}<small>${why && say.why[why]}</small>${reason}</td>
${settlement}<td role="cell" data-name="${words.nextColumn}">${nextStep(payment, view)}</td></tr>
`;
}

function ageTitle({ say }: View, kind: Kind): string {
  return kind === "open" ? say.words.openFor : say.words.age;
}
