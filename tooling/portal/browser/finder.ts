import { fits } from "./fits.js";

/** Leaves only the failures on the page that a pasted message can be. */
export function followFinder(input: HTMLInputElement): void {
  const count = document.querySelector<HTMLOutputElement>("#finder-count");
  const entries = [...document.querySelectorAll<HTMLElement>("article[data-known]")];
  const filter = () => {
    const found = entries.filter((entry) => {
      const shown = fits(input.value, (entry.dataset["known"] ?? "").split("\n"));
      entry.hidden = !shown;
      return shown;
    });
    // A heading without anything beneath it is in the way.
    for (const section of document.querySelectorAll<HTMLElement>("section.entries")) {
      section.hidden = section.querySelector("article:not([hidden])") === null;
    }
    if (count === null) return;
    const nothing = count.dataset["nothing"] ?? "";
    count.textContent = input.value.trim() === "" ? "" : found.length === 0 ? nothing : String(found.length);
  };
  input.addEventListener("input", filter);
}
