import type { VNode } from "preact";

const paths = {
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5 12 4 4",
  theme: "M12 3a9 9 0 1 0 0 18Zm0 0a9 9 0 0 1 0 18",
  error: "M12 3 2 20h20Zm0 6v5m0 3v.01",
  console: "M4 5h16v14H4Zm3 4 3 3-3 3m6 0h4",
  menu: "M4 7h16M4 12h16M4 17h16",
} as const;

/** A small picture beside a word; it says nothing by itself. */
export function Icon({ name }: { readonly name: keyof typeof paths }): VNode {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
