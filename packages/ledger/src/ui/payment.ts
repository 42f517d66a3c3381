import type { LedgerAttempt, LedgerPayment } from "../listing.js";
import type { Decision } from "../people.js";
import { type Html, html } from "../reconciliation/html.js";
import type { Timeline, TimelineEvent } from "../timeline.js";
import { adviceOf } from "./advice.js";
import { decide } from "./decide.js";
import { ageOf, fill, foreign, timeOf } from "./format.js";
import { amountOf, disputeTag, nextStep, settlementOf, stateTag } from "./parts.js";
import type { View } from "./view.js";

/** Everything about one payment. */
export function paymentPage(view: View, payment: LedgerPayment, { events, decisions }: Timeline): Html {
  const { say } = view;
  const { words } = say;
  const { label, state, attempts } = payment;
  const name = label === "" ? html`<i>${words.noLabel}</i>` : foreign(label);
  return html`<p class="over">${foreign(payment.vendor)} · ${foreign(payment.operation)}</p>
<h1>${name}</h1>
<p class="state">${stateTag(state, say.states[state])} ${disputeTag(payment, view)} ${amountOf(payment.amount, view)}</p>
${todo(view, payment)}
<div class="columns">
<div>
<section><h2>${words.timelineTitle}</h2>
<ol class="timeline">
${events.map((event) => eventOf(view, event))}</ol></section>
<section><h2>${words.attemptsTitle}</h2>
<div class="attempts">${attempts.toReversed().map((attempt) => attemptOf(view, payment, attempt))}</div></section>
</div>
<div>
${decide(view, payment)}
<section><h2>${words.decisionsTitle}</h2>
${decisions.length === 0 ? html`<p class="empty">${words.decisionsNone}</p>` : html`<ul class="decisions">${decisions.map((decision) => decisionOf(view, decision))}</ul>`}</section>
</div>
</div>
<p class="soft">${words.id}: <code>${payment.payment}</code></p>`;
}

function todo(view: View, payment: LedgerPayment): Html | undefined {
  const { say, now } = view;
  const { why, next } = adviceOf(payment, now);
  if (why === undefined && next === "nothing") return undefined;
  return html`<section class="todo"><h2>${say.words.nextColumn}</h2>
<p>${nextStep(payment, view)}</p>
<p class="soft">${why && say.why[why]}</p></section>`;
}

function eventOf(view: View, { at, attempt, event, actor, reason, dispute }: TimelineEvent): Html {
  const { say } = view;
  const { words } = say;
  const who = actor === "people" ? words.people : foreign(actor);
  return html`<li><b>${say.events[event] ?? event}</b>${dispute && html` <span class="tag bad"><span aria-hidden="true">!</span> ${say.disputes[dispute]}</span>`}
<small>${timeOf(at, say)}</small>
<small>${fill(words.attemptN, { n: attempt })} · ${who}${reason === undefined ? undefined : html` · <code>${reason}</code>`}</small></li>
`;
}

function decisionOf({ say }: View, decision: Decision): Html {
  const { words } = say;
  const { attempt, verdict, evidence, proposedBy, proposedAt, approvedBy, approvedAt } = decision;
  const proposed = fill(words.proposedBy, { person: foreign(proposedBy), at: timeOf(proposedAt, say) });
  const approved =
    approvedBy === undefined || approvedAt === undefined
      ? html`<span class="tag wait"><span aria-hidden="true">…</span> ${words.notApproved}</span>`
      : html`<small>${fill(words.approvedBy, { person: foreign(approvedBy), at: timeOf(approvedAt, say) })}</small>`;
  return html`<li><b>${say.verdicts[verdict]}</b> <small>${fill(words.attemptN, { n: attempt })}</small>
<p>${foreign(evidence)}</p><small>${proposed}</small>${approved}</li>`;
}

function attemptOf(view: View, payment: LedgerPayment, attempt: LedgerAttempt): Html {
  const { say, now } = view;
  const { words } = say;
  const { attempt: n, state, since, reason, reference, receipt } = attempt;
  const isOpen = state === "unknown" || state === "pending" || state === "sending";
  // What once spoke against it says nothing of what is paid.
  const isSaid = reason !== undefined && receipt === undefined;
  const settlement = isOpen
    ? html`<div><dt>${words.settlement}</dt><dd>${settlementOf(payment, attempt, view)}</dd></div>`
    : undefined;
  return html`<article><h3>${fill(words.attemptN, { n })} ${stateTag(state, say.attempts[state])}</h3>
<p class="soft">${timeOf(since, say)}${isOpen ? html` · ${ageOf(now - Date.parse(since), say)}` : undefined}</p>
<dl>${isSaid ? html`<div><dt>${words.reason}</dt><dd><code>${reason}</code></dd></div>` : undefined}
${settlement}${fields(words.reference, reference)}${receipt && fields(words.receipt, receipt)}</dl></article>
`;
}

function fields(title: string, data: LedgerAttempt["reference"]): Html {
  const entries = Object.entries(data).map(
    ([name, value]) =>
      html`<span class="field"><span>${name}</span> <code><bdi>${typeof value === "object" ? JSON.stringify(value) : String(value)}</bdi></code></span>`,
  );
  return html`<div><dt>${title}</dt><dd>${entries.length === 0 ? "–" : entries}</dd></div>`;
}
