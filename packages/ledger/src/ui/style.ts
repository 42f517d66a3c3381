/** The look of the page, in light and in dark; on a phone each row of a table becomes a card. */
export const style = `:root {
  color-scheme: light dark;
  --ink: light-dark(#1b1f23, #e6e8ea);
  --soft: light-dark(#57606a, #a9b1ba);
  --line: light-dark(#d8dee4, #353d45);
  --page: light-dark(#f6f8f7, #14181b);
  --card: light-dark(#ffffff, #1c2227);
  --accent: light-dark(#0f5132, #7ddba9);
  --on-accent: light-dark(#ffffff, #10231a);
  --good: light-dark(#0f5132, #7ddba9);
  --good-back: light-dark(#e3f3ea, #173527);
  --wait: light-dark(#7a4b00, #f0c36b);
  --wait-back: light-dark(#fdf1d7, #3a2e14);
  --bad: light-dark(#a31f14, #ffa69e);
  --bad-back: light-dark(#fce8e6, #43201d);
  --calm-back: light-dark(#e9edf1, #2b333a);
}
*, ::before { box-sizing: border-box; }
body {
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
header, main, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
main { padding-bottom: 1rem; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h1 { margin: 1.25rem 0 .5rem; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 0 0 .75rem; font-size: 1.15rem; line-height: 1.3; }
h3 { margin: 0 0 .5rem; font-size: 1rem; line-height: 1.4; }
p { margin: .35rem 0; }
section { margin-top: 2rem; }
small, .soft, footer { color: var(--soft); font-size: .875rem; }
code { font: .875em ui-monospace, monospace; }
td > small, td span > small, th > small, li > small, dd > small { display: block; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: .75rem; top: .5rem; padding: .4rem .75rem; background: var(--card); z-index: 1; }

header {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: .4rem 1.5rem;
  min-height: 3.5rem;
  padding-top: .6rem;
  padding-bottom: .6rem;
  font-size: .9375rem;
}
.brand { color: var(--ink); font-weight: 700; text-decoration: none; }
nav { display: flex; gap: 1.25rem; }
nav a { text-decoration: none; padding: .15rem 0; border-bottom: 2px solid transparent; }
nav a:hover { text-decoration: underline; }
nav a[aria-current] { color: var(--ink); border-bottom-color: var(--accent); }
.account { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; margin-left: auto; color: var(--soft); }
.account form { display: contents; }
footer { margin-top: 2.5rem; padding-top: 1rem; padding-bottom: 2rem; }

.tiles { display: grid; grid-template-columns: repeat(3, 1fr) 2.4fr; gap: .75rem; margin: 1rem 0 0; }
.tiles > div { padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
.tiles dt { color: var(--soft); font-size: .875rem; }
.tiles dd { margin: 0; }
.tiles b { display: block; font-size: 1.6rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.tiles code { display: block; font-size: .8125rem; line-height: 1.4; margin: .25rem 0; }
.tiles .alarm { border-color: var(--bad); }
.tiles .alarm b { color: var(--bad); }

table { width: 100%; border-collapse: separate; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; border-spacing: 0; }
th, td { padding: .65rem .75rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line); }
thead tr:first-child th { border-top: 0; color: var(--soft); font-size: .875rem; font-weight: 600; }
tbody th { font-weight: 400; }
th:first-child, td:first-child { padding-left: 1rem; }
th:last-child, td:last-child { padding-right: 1rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.number small { display: block; }
.amount { white-space: nowrap; font-variant-numeric: tabular-nums; }
.label { font-weight: 600; }
td .label, th .label { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.payments { table-layout: fixed; }
.payments th:nth-child(1) { width: 17%; }
.payments th:nth-child(2) { width: 13%; }
.payments th:nth-child(3) { width: 13%; }
.payments th:nth-child(4) { width: 17%; }
.payments.open th:nth-child(5) { width: 18%; }
.payments.disputed th:nth-child(4) { width: 27%; }
.totals { max-width: 48rem; }
.totals tbody th { font-weight: 600; }
.totals tbody th small { display: inline; font-weight: 400; }
.count { display: inline-block; min-width: 1.7em; padding: 0 .5em; border-radius: 1em; background: var(--calm-back); font-size: .875rem; font-weight: 400; text-align: center; }
.days { display: flex; gap: 1.5rem; margin: 0 0 .75rem; }
.next { display: block; }
.next + small { margin-top: .35rem; }

.tag { display: inline-block; padding: 0 .6em; border-radius: 1em; font-size: .875rem; line-height: 1.6; font-weight: 600; background: var(--calm-back); color: var(--ink); }
.tag.good { background: var(--good-back); color: var(--good); }
.tag.wait { background: var(--wait-back); color: var(--wait); }
.tag.bad { background: var(--bad-back); color: var(--bad); }
.notice { margin: 1rem 0; padding: .65rem 1rem; border-radius: .5rem; border: 1px solid currentColor; }
.notice.good { background: var(--good-back); color: var(--good); }
.notice.bad { background: var(--bad-back); color: var(--bad); }
.empty { padding: .75rem 1rem; border: 1px dashed var(--line); border-radius: .5rem; color: var(--soft); }

.over { margin: 1.25rem 0 0; color: var(--soft); font-size: .9375rem; }
.over + h1 { margin-top: 0; }
.state { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; }
.state .amount { font-size: 1.15rem; font-weight: 600; }
.todo { margin-top: 1.25rem; padding: .9rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: .5rem; }
.todo h2 { margin: 0; font-size: .875rem; color: var(--soft); }
.todo p { margin: .2rem 0 0; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2.5rem; align-items: start; }
.timeline { margin: 0; padding: 0; list-style: none; }
.timeline li { position: relative; padding: 0 0 1.1rem 1.5rem; border-left: 2px solid var(--line); margin-left: .4rem; }
.timeline li:last-child { border-left-color: transparent; padding-bottom: 0; }
.timeline li::before { content: ""; position: absolute; left: -.44rem; top: .45rem; width: .75rem; height: .75rem; border-radius: 50%; background: var(--page); border: 2px solid var(--accent); }
.decisions { margin: 0; padding: 0; list-style: none; display: grid; gap: .75rem; }
.decisions li, .attempts article, .panel { padding: .9rem 1.1rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
.decisions p { margin: .2rem 0; }
.attempts { display: grid; gap: .75rem; }
.attempts h3 { display: flex; flex-wrap: wrap; align-items: center; gap: .35rem .75rem; margin: 0; }
.attempts dl { display: grid; gap: .5rem 2.5rem; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); margin: .6rem 0 0; }
.attempts dt { color: var(--soft); font-size: .875rem; }
.attempts dd { margin: 0; }
.field { display: block; }
.field > span { color: var(--soft); font-size: .875rem; }

form.panel { display: grid; gap: .5rem; margin-top: .75rem; }
form.panel > p { margin: 0; }
form.panel h3 { margin: 0; }
form.login { max-width: 30rem; margin-top: 1rem; }
label, legend { font-weight: 600; font-size: .9375rem; }
form small + label { margin-top: .6rem; }
input:not([type="radio"]), textarea, select { width: 100%; padding: .55rem .7rem; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft); border-radius: .4rem; }
fieldset { margin: .25rem 0; padding: 0; border: 0; display: grid; gap: .25rem; }
legend { padding: 0; margin-bottom: .25rem; }
.choice { display: flex; gap: .6rem; align-items: flex-start; padding: .35rem 0; font-weight: 400; }
.choice input { width: 1.15rem; height: 1.15rem; margin: .2rem 0 0; flex: none; accent-color: var(--accent); }
.choice small { display: block; }
button, .button { justify-self: start; min-height: 2.75rem; padding: .5rem 1.1rem; font: inherit; font-weight: 600; color: var(--on-accent); background: var(--accent); border: 0; border-radius: .4rem; cursor: pointer; text-decoration: none; white-space: nowrap; display: inline-flex; align-items: center; flex: none; }
button.plain { min-height: 0; padding: 0; color: var(--accent); background: none; font-weight: 400; text-decoration: underline; text-underline-offset: .15em; }
form.search { display: grid; gap: .4rem; max-width: 44rem; margin: 1rem 0 1.5rem; }
form.search div { display: flex; gap: .5rem; }

@media (max-width: 64rem) {
  .tiles { grid-template-columns: repeat(3, 1fr); }
  .tiles .seal { grid-column: 1 / -1; }
  .columns { grid-template-columns: minmax(0, 1fr); }
}
@media (max-width: 56rem) {
  .cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .cards { display: block; background: none; border: 0; }
  .cards tbody { display: grid; gap: .75rem; }
  .cards tr { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem 1rem; padding: .9rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
  .cards th, .cards td, .cards th:first-child, .cards td:last-child { display: block; width: auto; padding: 0; border: 0; text-align: left; }
  .cards th, .payments td:nth-child(n + 4) { grid-column: 1 / -1; }
  .cards td::before { content: attr(data-name); display: block; color: var(--soft); font-size: .8125rem; }
  .totals, form.search { max-width: none; }
}
@media (max-width: 30rem) {
  header, main, footer { padding-left: 1rem; padding-right: 1rem; }
  .account { margin-left: 0; }
  .tiles { gap: .5rem; }
  .tiles > div { padding: .6rem .75rem; }
  .attempts dl { grid-template-columns: 1fr; }
}
`;

/** The picture in the tab: an open book. */
export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0f5132"/><path d="M16 10v14M16 10c-3-2-6-2-9-1v13c3-1 6-1 9 2 3-3 6-3 9-2V9c-3-1-6-1-9 1z" fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round"/></svg>`;
