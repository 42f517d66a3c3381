import type { ComponentChildren, VNode } from "preact";

export interface Row {
  readonly id?: string;
  readonly cells: readonly ComponentChildren[];
}

/** A table that scrolls by itself where there is no room, also by keyboard, and becomes cards on a phone. */
export function Table(props: {
  /** What it is called where it cannot be seen. */
  readonly label: string;
  readonly heads: readonly ComponentChildren[];
  readonly rows: readonly Row[];
  /** The first cell of each row names the row. */
  readonly named?: boolean;
}): VNode {
  const { label, heads, rows, named = false } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a page has many tables, and each is no landmark
    <div class="table" role="group" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr id={id}>
              {cells.map((cell, index) =>
                named && index === 0 ? <th scope="row">{cell}</th> : <td data-head={textOf(heads[index])}>{cell}</td>,
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What stands before a cell once the row is a card: only plain text can. */
function textOf(head: ComponentChildren): string | undefined {
  return typeof head === "string" ? head : undefined;
}
