import type { LedgerAttempt, LedgerPayment } from "../listing.js";
import type { AttemptState, PaymentState } from "../payment.js";
import { type Html, html } from "../reconciliation/html.js";
import { rupiah } from "../reconciliation/texts.js";
import { adviceOf } from "./advice.js";
import { fill, foreign, shortTimeOf } from "./format.js";
import { link, type View } from "./view.js";

type Tone = "good" | "wait" | "bad" | "calm";

const tones: Readonly<Record<AttemptState | PaymentState, Tone>> = {
  sending: "wait",
  open: "wait",
  unknown: "wait",
  pending: "wait",
  paid: "good",
  refunded: "calm",
  reversed: "calm",
  free: "calm",
  "not-sent": "calm",
  refused: "calm",
  "not-paid": "calm",
  surplus: "bad",
  reopened: "calm",
};

const signs: Readonly<Record<Tone, string>> = { good: "✓", wait: "…", bad: "!", calm: "–" };

/** A state in words, with a sign and a colour. */
export function stateTag(state: AttemptState | PaymentState, words: string): Html {
  return tag(tones[state], words);
}

/** A dispute in words. */
export function disputeTag({ dispute }: LedgerPayment, { say }: View): Html | undefined {
  return dispute && tag("bad", say.disputes[dispute]);
}

function tag(tone: Tone, words: string): Html {
  return html`<span class="tag ${tone}"><span aria-hidden="true">${signs[tone]}</span> ${words}</span>`;
}

/** An amount, where it is known. */
export function amountOf(amount: number | undefined, { language, say }: View): Html {
  return amount === undefined
    ? html`<span class="soft">${say.words.amountUnknown}</span>`
    : html`<span class="amount">${rupiah(amount, language)}</span>`;
}

/** The name of a payment, which leads to it. */
export function paymentLink({ payment, label, vendor, operation }: LedgerPayment, view: View): Html {
  const name = label === "" ? html`<i>${view.say.words.noLabel}</i>` : foreign(label);
  return html`<a class="label" href="${link(view, `/payment/${payment}`)}">${name}</a>
<small>${foreign(vendor)} · ${foreign(operation)}</small>`;
}

/** What to do next, in one sentence; what to check, where that is known. */
export function nextStep(payment: LedgerPayment, view: View): Html {
  const { say, now } = view;
  const { next, attempt } = adviceOf(payment, now);
  const { proposal, check } = payment;
  const sentence = fill(say.next[next], {
    at: attempt?.nextAskAt === undefined ? say.words.none : shortTimeOf(attempt.nextAskAt, say, now),
    final: attempt?.believedFrom === undefined ? say.words.none : shortTimeOf(attempt.believedFrom, say, now),
    person: proposal && foreign(proposal.proposedBy),
    verdict: proposal && say.verdicts[proposal.verdict],
  });
  const checked = check === undefined ? undefined : html`<small><b>${say.words.check}:</b> ${foreign(check)}</small>`;
  return html`<span class="next">${sentence}</span>${checked}`;
}

/** How an attempt is settled, and when "not paid" can be believed. */
export function settlementOf({ settlement }: LedgerPayment, attempt: LedgerAttempt | undefined, view: View): Html {
  const { say, now } = view;
  const { words } = say;
  const who = html`<span>${settlement === "call" ? words.call : words.manual}</span>`;
  if (attempt === undefined) return who;
  const { nextAskAt, asks, believedFrom } = attempt;
  const isAsked = settlement === "call" && nextAskAt !== undefined && attempt.state !== "sending";
  const checks = isAsked
    ? html`<small>${fill(words.nextCheck, { at: shortTimeOf(nextAskAt, say, now) })}</small><small>${fill(words.checks, { n: asks })}</small>`
    : undefined;
  return html`${who}${checks}<small>${believed(believedFrom)}</small>`;

  function believed(from: string | undefined): Html | readonly Html[] {
    if (from === undefined) return html`${words.believedNever}`;
    return fill(Date.parse(from) > now ? words.believedFrom : words.believedSince, { at: shortTimeOf(from, say, now) });
  }
}
