import MiniSearch from "minisearch";
import { type Found, searchOptions } from "../indexes/search-options.js";

const shown = 12;

/** Lists what is found while somebody types. The index is loaded when the field is first used. */
export function followSearch(input: HTMLInputElement): void {
  const list = document.querySelector<HTMLUListElement>("#found");
  const { index: file = "", root = "", nothing = "" } = input.dataset;
  if (list === null) return;
  let index: Promise<MiniSearch<Found>> | undefined;
  let selected = -1;

  const load = () => {
    index ??= fetch(file).then(async (response) => MiniSearch.loadJSON<Found>(await response.text(), searchOptions));
    return index;
  };
  const options = () => [...list.querySelectorAll<HTMLLIElement>("li[role=option]")];
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
    const found = (await load()).search(query).slice(0, shown);
    list.replaceChildren(
      ...found.map(({ title, where, link }, position) => optionOf(position, root + link, String(title), String(where))),
    );
    if (found.length === 0) list.append(textItem(nothing));
    show(true);
    select(0);
  };

  input.addEventListener("focus", () => void load());
  input.addEventListener("input", () => void find());
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") select(selected + 1);
    else if (event.key === "ArrowUp") select(selected - 1);
    else if (event.key === "Enter") options()[selected]?.querySelector("a")?.click();
    else if (event.key === "Escape") show(false);
    else return;
    event.preventDefault();
  });
  input.closest("search")?.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && list.contains(event.relatedTarget))) show(false);
  });
}

function optionOf(position: number, href: string, title: string, where: string): HTMLLIElement {
  const [item, link, small] = [
    document.createElement("li"),
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

function textItem(text: string): HTMLLIElement {
  const item = document.createElement("li");
  item.className = "nothing";
  item.textContent = text;
  return item;
}
