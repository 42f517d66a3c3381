import { type Html, html } from "./html.js";
import {
  type OurPart,
  type Reconciliation,
  type ReconciliationEntry,
  type Sum,
  type TheirPart,
  verdicts,
} from "./reconciliation.js";
import { reportStyle } from "./report-style.js";
import { dayForPeople, type Language, rupiah, type Texts, texts, withNumber } from "./texts.js";

/** What a part of the page is written with. */
interface Page {
  readonly report: Reconciliation;
  readonly language: Language;
  readonly say: Texts;
}

/** One page for people, to print on A4: no script, and nothing that is loaded. */
export function reportHtml(report: Reconciliation, language: Language): string {
  const say = texts[language];
  const page: Page = { report, language, say };
  const title = `${say.title} ${report.vendor}, ${dayForPeople(report.day, say)}`;
  const whole = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<p class="of">${report.vendor} · ${report.operation}</p>
<h1>${say.title}, ${dayForPeople(report.day, say)}</h1>
${report.statements.length === 0 ? html`<p class="warning">${say.noStatement}</p>` : undefined}
</header>
<main>
${tiles(page)}
${summary(page)}
${lists(page)}
${sources(page)}
</main>
${signatures(page)}
</body>
</html>
`;
  return whole.toString();
}

/** Both sides, and what is between them. */
function tiles({ report: { totals }, language, say }: Page): Html {
  const { ours, theirs, returned, difference } = totals;
  const isEven = difference.n === 0 && difference.rupiah === 0;
  const tile = (name: string, n: number, amount: string, more?: Html, kind = "") => html`
<div class="tile ${kind}"><dt>${name}</dt><dd><strong>${amount}</strong>
<span>${say.words.count}: ${signed(n)}</span>${more}</dd></div>`;
  const back =
    returned.n === 0
      ? undefined
      : html`<span>${say.totals.returned}: ${returned.n}, ${rupiah(returned.rupiah, language)}</span>`;
  return html`<dl class="tiles">${[
    tile(say.totals.ours, ours.n, known(ours, language), unpriced(ours.unknown, say)),
    tile(say.totals.theirs, theirs.n, known(theirs, language), html`${unpriced(theirs.unknown, say)}${back}`),
    tile(
      say.totals.difference,
      difference.n,
      rupiah(difference.rupiah, language),
      unpriced(ours.unknown + theirs.unknown + returned.unknown, say),
      isEven ? "even" : "uneven",
    ),
  ]}</dl>`;
}

/** Nothing that is known is not the same as nothing. */
function known({ n, unknown, rupiah: amount }: Sum, language: Language): string {
  return n > 0 && n === unknown ? "?" : rupiah(amount, language);
}

function unpriced(n: number, say: Texts): Html | undefined {
  return n === 0 ? undefined : html`<span>${withNumber(say.words.unknown, n)}</span>`;
}

function summary({ report, language, say }: Page): Html {
  const { words } = say;
  const rows = verdicts
    .filter((verdict) => report.verdicts[verdict].n > 0)
    .map((verdict) => {
      const { n, ours, theirs } = report.verdicts[verdict];
      return html`
<tr><th scope="row">${say.verdicts[verdict]}</th><td class="number">${n}</td>
<td class="number">${known(ours, language)}</td><td class="number">${rupiah(theirs.rupiah, language)}</td></tr>`;
    });
  const { open, fees } = report.totals;
  const extra = (name: string, sum: Sum) =>
    sum.n === 0 ? undefined : html`<p class="extra">${name}: ${sum.n}, ${known(sum, language)}</p>`;
  return html`<section><h2>${words.summary}</h2>
<table class="summary"><thead><tr><th scope="col">${words.verdict}</th><th scope="col" class="number">${words.count}</th>
<th scope="col" class="number">${words.ours}</th><th scope="col" class="number">${words.theirs}</th></tr></thead>
<tbody>${rows}</tbody></table>
${extra(say.totals.open, open)}${extra(say.totals.fees, fees)}
<p class="extra">${withNumber(say.window, report.windowDays)}</p></section>`;
}

/** What nobody has to look at is counted, not listed. */
const quiet: readonly string[] = ["nothing", "other-day"];

function lists(page: Page): Html {
  const { report, say } = page;
  const listed = report.entries.filter(({ advice }) => !quiet.includes(advice));
  const sections = verdicts.flatMap((verdict) => {
    const found = listed.filter((entry) => entry.verdict === verdict);
    const advices = [...new Set(found.map(({ advice }) => advice))];
    return advices.map((advice) =>
      list(page, { verdict, advice, entries: found.filter((entry) => entry.advice === advice) }),
    );
  });
  const rest = report.entries.length - listed.length;
  const nothing = listed.length === 0 ? html`<p>${say.words.nothingOpen}</p>` : undefined;
  const more = rest === 0 ? undefined : html`<p class="extra">${withNumber(say.words.matchedElsewhere, rest)}</p>`;
  return html`${nothing}${sections}${more}`;
}

type Listed = Pick<ReconciliationEntry, "verdict" | "advice"> & { readonly entries: readonly ReconciliationEntry[] };

function list(page: Page, { verdict, advice, entries }: Listed): Html {
  const { say } = page;
  const { words } = say;
  return html`<section class="list">
<h2>${say.verdicts[verdict]} <span class="count">${entries.length}</span></h2>
<p class="todo"><b>${words.todo}:</b> ${say.advice[advice]}</p>
<table class="entries"><thead><tr><th scope="col">${words.label}</th><th scope="col">${words.ours}</th>
<th scope="col">${words.theirs}</th></tr></thead>
<tbody>${entries.map((entry) => row(page, entry))}</tbody></table></section>`;
}

function row(page: Page, { ours, theirs, proposal }: ReconciliationEntry): Html {
  const { words } = page.say;
  const labels = [...new Set(ours.map(({ label }) => label))].filter((label) => label !== "");
  const id = proposal && html`<small>${words.payment}: <span class="ref">${proposal.payment}</span></small>`;
  const dash = html`<span class="none">–</span>`;
  return html`
<tr><td data-name="${words.label}">${labels.length === 0 ? dash : labels.join(", ")}${id}</td>
<td data-name="${words.ours}">${ours.length === 0 ? dash : ours.map((own) => ourPart(page, own))}</td>
<td data-name="${words.theirs}">${theirs.length === 0 ? dash : theirs.map((line) => theirPart(page, line))}</td></tr>`;
}

function ourPart({ language, say }: Page, { ref, amount, day, state, attempt }: OurPart): Html {
  return html`<p>${amount === undefined ? undefined : html`<b>${rupiah(amount, language)}</b> `}<span class="ref">${ref}</span>
<small>${state}, ${say.words.attempt} ${attempt}, ${dayForPeople(day, say)}</small></p>`;
}

function theirPart({ report, language, say }: Page, { amount, ref, at, kind, statement, line }: TheirPart): Html {
  const file = report.statements[statement]?.file;
  return html`<p>${amount === undefined ? undefined : html`<b>${rupiah(amount, language)}</b> `}<span class="ref">${ref}</span>
<small>${say.kinds[kind]}, ${dayForPeople(at, say)}; ${file}, ${say.words.line} ${line}</small></p>`;
}

function sources({ report: { statements, seal }, say }: Page): Html {
  const { words } = say;
  const files = statements.map(
    ({ file, lines, importedAt, sha256 }) => html`
<li><b>${file}</b> <small>${words.lines}: ${lines}; ${words.imported}: ${importedAt}<br>${words.hash}:
<span class="hash">${sha256}</span></small></li>`,
  );
  return html`<section class="sources"><h2>${words.files}</h2><ul>${files}</ul>
<p><small>${words.seal}: <span class="hash">${seal ?? words.noSeal}</span></small></p></section>`;
}

function signatures({ say: { words } }: Page): Html {
  const box = (name: string) => html`<div><p>${name}</p><p class="sign">${words.signature}</p></div>`;
  return html`<footer>${[box(words.checkedBy), box(words.approvedBy)]}</footer>`;
}

function signed(n: number): string {
  return n < 0 ? `\u2212${-n}` : String(n);
}
