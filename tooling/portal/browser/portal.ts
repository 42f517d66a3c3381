import { offerCopies } from "./copy.js";
import { followFinder } from "./finder.js";
import { datePaper } from "./paper.js";
import { followPaste } from "./paste.js";
import { offerRuns } from "./run-here.js";
import { followSearch } from "./search.js";
import { followSections } from "./sections.js";
import { followSettings } from "./settings.js";

/** The language switch keeps the place on the page, and what is asked there. */
for (const link of document.querySelectorAll<HTMLAnchorElement>("a.language")) {
  link.addEventListener("click", () => {
    link.search = location.search;
    link.hash = location.hash;
  });
}
followSettings();
followSections();
offerCopies();
offerRuns();
const search = document.querySelector<HTMLDialogElement>("#search");
if (search !== null) followSearch(search);
const paste = document.querySelector<HTMLFormElement>('form[data-paste="there"]');
if (paste !== null) followPaste(paste);
const finder = document.querySelector<HTMLInputElement>("#finder");
if (finder !== null) followFinder(finder);
datePaper();
const print = document.querySelector<HTMLButtonElement>("button.print");
if (print !== null) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
// A menu that is open closes when something else is chosen.
for (const menu of document.querySelectorAll<HTMLDetailsElement>(".switcher")) {
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  menu.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !menu.open) return;
    menu.open = false;
    // What was reached inside is gone.
    menu.querySelector("summary")?.focus();
  });
}
