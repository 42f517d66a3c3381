import type { PlayData } from "../../pages/console/play-data.js";

/** What the page gives to its program; nothing where there is nothing to play. */
export function readPageData(): PlayData | undefined {
  return JSON.parse(document.querySelector("#play-data")?.textContent ?? "null") ?? undefined;
}
