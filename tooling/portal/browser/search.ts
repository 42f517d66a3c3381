import MiniSearch from "minisearch";
import { type Found, type Hit, type kinds, readQuery, search, searchOptions } from "../indexes/search-options.js";

/** As many of each group as fit. */
const mostOfAKind = 4;
const shown = 14;

/** Lists what is found while somebody types. The index is loaded when the search is first opened. */
export function followSearch(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector("input");
  const list = dialog.querySelector<HTMLElement>("[role=listbox]");
  if (input === null || list === null) return;
  const { index: file = "", root = "", nothing = "", groups = "{}" } = dialog.dataset;
  const names: Readonly<Record<string, string>> = JSON.parse(groups);
  const { select, selected } = followSelection(input, list);
  let index: Promise<MiniSearch<Found>> | undefined;

  const show = (open: boolean) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
  };
  const find = async () => {
    const query = readQuery(input.value);
    if (query === "") return show(false);
    index ??= loadIndex(file);
    const hits = group(search(await index, query));
    list.replaceChildren(...listed(hits, names, root, query));
    if (hits.length === 0) list.append(element("p", "nothing", nothing));
    show(true);
    select(0);
  };
  const open = () => {
    index ??= loadIndex(file);
    if (!dialog.open) dialog.showModal();
    input.select();
  };
  offerOpening(open);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  input.addEventListener("input", () => void find());
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    selected()?.querySelector("a")?.click();
  });
  list.addEventListener("click", () => dialog.close());
}

/** The buttons, and the keys that other sites have for it. */
function offerOpening(open: () => void): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-search]")) {
    button.addEventListener("click", open);
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
    if (!((event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing))) return;
    event.preventDefault();
    open();
  });
}

/** The option that the arrow keys have reached. */
function followSelection(input: HTMLInputElement, list: HTMLElement) {
  const options = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const selected = () => options().find((option) => option.ariaSelected === "true");
  const select = (next: number) => {
    const all = options();
    const place = all.length === 0 ? -1 : (next + all.length) % all.length;
    for (const [position, option] of all.entries()) option.ariaSelected = String(position === place);
    all[place]?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", all[place]?.id ?? "");
  };
  input.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const current = options().findIndex((option) => option.ariaSelected === "true");
    select(current + (event.key === "ArrowDown" ? 1 : -1));
  });
  return { select, selected };
}

/** Those of a kind together, the kind of the best first. */
function group(hits: readonly Hit[]): Hit[] {
  const order = [...new Set(hits.map(({ kind }) => kind))];
  const best = order.flatMap((kind) => hits.filter((hit) => hit.kind === kind).slice(0, mostOfAKind));
  const room = new Set([...best].sort((one, other) => other.score - one.score).slice(0, shown));
  return best.filter((hit) => room.has(hit));
}

function listed(hits: readonly Hit[], names: Readonly<Record<string, string>>, root: string, query: string) {
  return kindsIn(hits).flatMap((kind) => [
    head(names[kind] ?? kind),
    ...hits.flatMap((hit, position) => (hit.kind === kind ? [optionOf(hit, position, root, query)] : [])),
  ]);
}

function kindsIn(hits: readonly Hit[]): (typeof kinds)[number][] {
  return [...new Set(hits.map(({ kind }) => kind))];
}

function head(name: string): HTMLElement {
  const line = element("div", "group", name);
  line.role = "presentation";
  return line;
}

function optionOf({ title, where, text, link }: Hit, position: number, root: string, query: string): HTMLElement {
  const item = element("div", "", "");
  item.id = `found-${position}`;
  item.role = "option";
  const way = document.createElement("a");
  way.href = root + link;
  way.tabIndex = -1;
  way.append(...marked(title, query), element("small", "", where));
  if (text !== "") {
    const snippet = element("small", "snippet", "");
    snippet.append(...marked(snippetOf(text, query), query));
    way.append(snippet);
  }
  item.append(way);
  return item;
}

/** The part of a text in which the first word of the query stands. */
function snippetOf(text: string, query: string): string {
  const place = Math.max(0, ...wordsOf(query).map((word) => text.toLowerCase().indexOf(word)));
  if (place < 80) return text.slice(0, 160);
  return `…${text.slice(place - 40, place + 120)}`;
}

/** A text with the words of the query marked. */
function marked(text: string, query: string): (string | HTMLElement)[] {
  const words = wordsOf(query);
  if (words.length === 0) return [text];
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "i");
  return text.split(pattern).map((part, index) => (index % 2 === 1 ? element("mark", "", part) : part));
}

function wordsOf(query: string): string[] {
  return query.split(/\s+/).filter((word) => word.length > 1);
}

/** By a script, because a page that was opened from a folder may not fetch. */
function loadIndex(file: string): Promise<MiniSearch<Found>> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = file;
    script.onload = () => resolve(MiniSearch.loadJS<Found>(Reflect.get(globalThis, "setorSearch"), searchOptions));
    script.onerror = () => reject(new Error(`${file} did not load`));
    document.head.append(script);
  });
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.textContent = text;
  return made;
}
