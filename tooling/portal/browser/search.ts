import MiniSearch from "minisearch";
import { type Found, searchOptions } from "../indexes/search-options.js";

const shown = 16;

/** Lists what is found while somebody types. The index is loaded when the search is first opened. */
export function followSearch(dialog: HTMLDialogElement): void {
  const input = dialog.querySelector("input");
  const list = dialog.querySelector<HTMLElement>("[role=listbox]");
  const { index: file = "", root = "", nothing = "" } = dialog.dataset;
  if (input === null || list === null) return;
  let index: Promise<MiniSearch<Found>> | undefined;
  let selected = -1;

  const options = () => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const select = (next: number) => {
    const all = options();
    selected = all.length === 0 ? -1 : (next + all.length) % all.length;
    for (const [position, option] of all.entries()) option.setAttribute("aria-selected", String(position === selected));
    const current = all[selected];
    current?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", current?.id ?? "");
  };
  const show = (open: boolean) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
  };
  const find = async () => {
    const query = input.value.trim();
    if (query === "") return show(false);
    index ??= loadIndex(file);
    const found = (await index).search(query).slice(0, shown);
    list.replaceChildren(
      ...found.map(({ title, where, link }, position) => optionOf(position, root + link, String(title), String(where))),
    );
    if (found.length === 0) list.append(textItem(nothing));
    show(true);
    select(0);
  };
  const open = () => {
    index ??= loadIndex(file);
    if (!dialog.open) dialog.showModal();
    input.select();
  };

  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-search]")) {
    button.hidden = false;
    button.addEventListener("click", open);
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
    if (!((event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !typing))) return;
    event.preventDefault();
    open();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  input.addEventListener("input", () => void find());
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") select(selected + 1);
    else if (event.key === "ArrowUp") select(selected - 1);
    else if (event.key === "Enter") options()[selected]?.querySelector("a")?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", () => dialog.close());
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

function optionOf(position: number, href: string, title: string, where: string): HTMLElement {
  const [item, link, small] = [
    document.createElement("div"),
    document.createElement("a"),
    document.createElement("small"),
  ];
  item.id = `found-${position}`;
  item.role = "option";
  link.href = href;
  link.tabIndex = -1;
  link.textContent = title;
  small.textContent = where;
  link.append(small);
  item.append(link);
  return item;
}

function textItem(text: string): HTMLElement {
  const item = document.createElement("p");
  item.className = "nothing";
  item.textContent = text;
  return item;
}
