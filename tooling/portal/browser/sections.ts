/** Marks the section that is read in the list of the page's sections, and opens what a link leads to. */
export function followSections(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".sections a")];
  const linkOf = new Map(links.map((link) => [readHash(link.hash), link]));
  const watch = new IntersectionObserver(
    (entries) => {
      const seen = entries.find(({ isIntersecting }) => isIntersecting);
      if (seen === undefined) return;
      for (const link of links) link.removeAttribute("aria-current");
      linkOf.get(seen.target.id)?.setAttribute("aria-current", "true");
    },
    { rootMargin: "-64px 0px -70% 0px" },
  );
  for (const id of linkOf.keys()) {
    const heading = document.getElementById(id);
    if (heading !== null) watch.observe(heading);
  }
  addEventListener("hashchange", openPlace);
  for (const heading of document.querySelectorAll<HTMLElement>("main :is(h2, h3, h4)[id]")) offerAddress(heading);
  openPlace();
}

/** What stands behind `#`; a link that a chat has cut may not be readable. */
function readHash(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

/** A scenario is shown when its button is chosen; a link to it chooses it. */
function openPlace(): void {
  const id = readHash(location.hash);
  const place = id === "" ? null : document.getElementById(id);
  if (place === null) return;
  const choice = document.getElementById(`pick-${id}`);
  if (choice instanceof HTMLInputElement) choice.checked = true;
  for (let outer = place.closest("details"); outer; outer = outer.parentElement?.closest("details") ?? null) {
    outer.open = true;
  }
  place.scrollIntoView();
}

/** Puts a link to it on a heading, which shows its address and can be copied. */
function offerAddress(heading: HTMLElement): void {
  const link = document.createElement("a");
  link.className = "anchor";
  link.href = `#${heading.id}`;
  link.textContent = "#";
  link.ariaLabel = `# ${heading.textContent}`;
  link.tabIndex = -1;
  heading.append(link);
}
