import { followFinder } from "./finder.js";
import { followSearch } from "./search.js";

/** The language switch keeps the place on the page. */
for (const link of document.querySelectorAll<HTMLAnchorElement>("a.language")) {
  link.addEventListener("click", () => {
    link.hash = location.hash;
  });
}
const search = document.querySelector<HTMLInputElement>("#search");
if (search !== null) followSearch(search);
const finder = document.querySelector<HTMLInputElement>("#finder");
if (finder !== null) followFinder(finder);
const print = document.querySelector<HTMLButtonElement>("button.print");
if (print !== null) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}
