import { marked, type Tokens } from "marked";
import type { VNode } from "preact";
import type { Messages } from "../layout/messages/messages.js";

/** One call under one fault, as the guide has it. */
interface Cell {
  /** The vendor and the operation. */
  readonly call: string;
  readonly fault: string;
  readonly committed: boolean;
  /** What the client says, without its reason. */
  readonly said: string;
  readonly settled: string;
}

/** How much is left to do: the client knew, it finds out by itself, or people have to ask. */
type Heat = "good" | "open" | "bad";

/** The matrix of faults at one glance: a row for each fault, a column for each call. `markdown` is the guide. */
export function HeatMap({ markdown, messages }: { readonly markdown: string; readonly messages: Messages }): VNode {
  const cells = readCells(markdown, messages);
  const calls = [...new Set(cells.map(({ call }) => call))];
  const faults = [...new Set(cells.map(({ fault }) => fault))];
  const cellOf = (fault: string, call: string) => cells.find((cell) => cell.fault === fault && cell.call === call);
  const { heat } = messages;
  return (
    <fieldset class="heat-map">
      <legend>{heat.title}</legend>
      {(["all", "good", "open", "bad", "committed"] as const).map((filter, index) => (
        <label>
          <input type="radio" name="heat" value={filter} checked={index === 0} />
          <span class={`badge ${filter}`}>{heat[filter]}</span>
        </label>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section class="table" tabIndex={0} aria-label={heat.title}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">{heat.fault}</th>
              {calls.map((call) => (
                <th scope="col">
                  <code>{call}</code>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr>
                <th scope="row">
                  <code>{fault}</code>
                </th>
                {calls.map((call) => (
                  <Square cell={cellOf(fault, call)} messages={messages} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </fieldset>
  );
}

function Square({ cell, messages }: { readonly cell: Cell | undefined; readonly messages: Messages }): VNode {
  if (cell === undefined) return <td class="none">–</td>;
  const { said, settled, committed } = cell;
  return (
    <td class={`${heatOf(cell, messages)}${committed ? " committed" : ""}`}>
      {settled === "–" ? said : `${said} → ${settled}`}
      {committed && (
        <span class="moved" title={messages.heat.committed} role="img" aria-label={messages.heat.committed} />
      )}
    </td>
  );
}

function heatOf({ said, settled }: Cell, { heat }: Messages): Heat {
  if (settled === heat.byHand || (settled === "unknown" && said === "unknown")) return "bad";
  return settled === "–" ? "good" : "open";
}

function readCells(markdown: string, { heat }: Messages): Cell[] {
  const table = marked.lexer(markdown).find((token): token is Tokens.Table => token.type === "table");
  if (table === undefined) throw new Error("The guide on faults has no table.");
  return table.rows.map((row) => {
    const [vendor = "", operation = "", fault = "", committed = "", said = "", settled = ""] = row.map(
      ({ text }) => text,
    );
    const short = (text: string) => text.replace(/ \(.*/, "");
    return {
      call: `${vendor} ${operation}`,
      fault,
      committed: committed === heat.yes,
      said: short(said),
      settled: short(settled),
    };
  });
}
