import { html } from "./html.js";

/** The look of the page: on a phone a table becomes a list, on paper nothing that belongs together is torn apart. */
export const reportStyle = html`
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1.25rem 3rem; color: #16202b; background: #fff;
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2.25rem 0 .5rem; font-size: 1.15rem; break-after: avoid; }
p { margin: .35rem 0; }
footer p { margin: 0; }
small, .extra { color: #4b5a69; font-size: .875rem; }
.of { margin: 0 0 .15rem; color: #4b5a69; font-weight: 600; }
.warning { margin-top: 1rem; padding: .6rem .8rem; border: 1px solid #b42318; border-radius: .4rem; color: #8a1c13; }
.tiles { display: grid; grid-template-columns: repeat(3, 1fr); gap: .75rem; margin: 1.5rem 0 0; }
.tile { padding: .75rem .9rem; border: 1px solid #c8d1da; border-radius: .5rem; break-inside: avoid; }
.tile dt { color: #4b5a69; font-size: .875rem; }
.tile dd { margin: 0; }
.tile strong { display: block; font-size: 1.25rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
.tile span { display: block; color: #4b5a69; font-size: .875rem; }
.even { border-color: #1a7f4b; }
.even strong { color: #146c3f; }
.uneven { border-color: #b42318; }
.uneven strong { color: #a31f14; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .45rem .6rem; border-bottom: 1px solid #dbe2e8; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #8896a4; color: #4b5a69; font-size: .875rem; font-weight: 600; }
tbody th { font-weight: 600; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
tr { break-inside: avoid; }
.count { display: inline-block; min-width: 1.6em; padding: 0 .45em; border-radius: 1em; background: #e8edf2;
  font-size: .875rem; text-align: center; }
.todo { padding: .5rem .8rem; border-left: 4px solid #2b5fa5; background: #f2f6fb; break-after: avoid; }
.entries td { width: 38%; }
.entries td:first-child { width: 24%; font-weight: 600; overflow-wrap: anywhere; }
.entries p { margin: 0 0 .4rem; overflow-wrap: anywhere; }
.entries small { display: block; }
.ref, .hash { font-family: ui-monospace, monospace; font-size: .875em; overflow-wrap: anywhere; }
.none { color: #6b7885; }
.sources ul { margin: 0; padding: 0; list-style: none; }
.sources li { margin: .4rem 0; }
footer { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; margin-top: 3rem; break-inside: avoid; }
.sign { margin-top: 4rem; padding-top: .3rem; border-top: 1px solid #16202b; color: #4b5a69; font-size: .875rem; }
@media (max-width: 40rem) {
  .tiles { grid-template-columns: 1fr; }
  .entries thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .entries, .entries tbody, .entries tr, .entries td { display: block; width: auto; }
  .entries tr { padding: .6rem 0; border-bottom: 1px solid #8896a4; }
  .entries td, .entries td:first-child { width: auto; padding: .15rem 0; border: 0; }
  .entries td::before { content: attr(data-name); display: block; color: #4b5a69; font-size: .8125rem;
    font-weight: 600; }
  .summary thead tr, .summary tbody tr { display: grid; grid-template-columns: 4rem 1fr 1fr; border-bottom: 1px solid #dbe2e8; }
  .summary tr > * { padding: .25rem 0; border: 0; font-size: .875rem; overflow-wrap: anywhere; }
  .summary tr > :first-child { grid-column: 1 / -1; }
  .summary tr > :nth-child(2) { text-align: left; }
}
@media print {
  :root { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  .todo, .count { print-color-adjust: exact; }
}
`;
