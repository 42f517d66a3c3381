import type { LedgerAttempt, LedgerPayment } from "../listing.js";
import { type Html, html } from "../reconciliation/html.js";
import { verdictsOf } from "./advice.js";
import { fill, foreign, shortTimeOf } from "./format.js";
import type { Session } from "./sessions.js";
import { link, type View } from "./view.js";

/** The forms by which two people decide, or why there are none. */
export function decide(view: View, payment: LedgerPayment): Html {
  const { say, session, isDecidable } = view;
  const { words } = say;
  const section = (content: Html | readonly Html[]) =>
    html`<section class="decide"><h2>${words.decideTitle}</h2>${content}</section>`;
  const attempts = payment.attempts.filter((attempt) => verdictsOf(payment, attempt).length > 0);
  if (attempts.length === 0) return section(html`<p class="empty">${words.decideNone}</p>`);
  if (!isDecidable) return section(html`<p class="empty">${words.nobodyDecides}</p>`);
  if (session === undefined) {
    return section(
      html`<p><a class="button" href="${link(view, `/login?payment=${payment.payment}`)}">${words.decideLogIn}</a></p>`,
    );
  }
  return section(html`${approveForm(view, session, payment)}${proposeForm(view, session, payment, attempts)}`);
}

function approveForm(view: View, { csrf, person }: Session, { payment, proposal }: LedgerPayment): Html | undefined {
  const { say, now } = view;
  const { words } = say;
  if (proposal === undefined) return undefined;
  const { proposedBy, proposedAt, verdict, evidence, attempt } = proposal;
  const isOwn = proposedBy.toLowerCase() === person.toLowerCase();
  const button = isOwn
    ? html`<p class="soft">${words.approveOwn}</p>`
    : html`<button>${fill(words.approve, { verdict: say.verdicts[verdict] })}</button>`;
  return html`<form class="panel" method="post" action="${link(view, `/payment/${payment}/approve`)}">
<h3>${fill(words.approveTitle, { person: foreign(proposedBy) })}</h3>
<p><b>${say.verdicts[verdict]}</b> <small>${fill(words.attemptN, { n: attempt })} · ${shortTimeOf(proposedAt, say, now)}</small></p>
<p>${words.evidence}: ${foreign(evidence)}</p>
<input type="hidden" name="csrf" value="${csrf}">
<input type="hidden" name="proposedAt" value="${proposedAt}">
${button}</form>
`;
}

function proposeForm(view: View, { csrf }: Session, of: LedgerPayment, attempts: readonly LedgerAttempt[]): Html {
  const { say } = view;
  const { words } = say;
  const { payment, proposal } = of;
  const newest = attempts.at(-1);
  const verdicts = [...new Set(attempts.flatMap((attempt) => verdictsOf(of, attempt)))];
  const options = attempts
    .toReversed()
    .map(
      ({ attempt: n, state }) =>
        html`<option value="${n}">${fill(words.attemptN, { n })} · ${say.attempts[state]}</option>`,
    );
  const which =
    attempts.length > 1
      ? html`<label for="attempt">${words.attempt}</label><select id="attempt" name="attempt">${options}</select>`
      : html`<input type="hidden" name="attempt" value="${newest?.attempt}">`;
  return html`<form class="panel" method="post" action="${link(view, `/payment/${payment}/propose`)}">
<h3>${words.proposeTitle}</h3>
${proposal && html`<p class="soft">${words.proposeReplaces}</p>`}
<input type="hidden" name="csrf" value="${csrf}">
${which}<fieldset><legend>${words.verdict}</legend>
${verdicts.map(
  (verdict) => html`<label class="choice"><input type="radio" name="verdict" value="${verdict}" required>
<span><b>${say.verdicts[verdict]}</b><small>${say.verdictHelp[verdict]}</small></span></label>
`,
)}</fieldset>
<label for="evidence">${words.evidence}</label>
<textarea id="evidence" name="evidence" rows="3" maxlength="500" required aria-describedby="evidence-help"></textarea>
<small id="evidence-help">${words.evidenceHelp}</small>
<button>${words.propose}</button></form>
`;
}
