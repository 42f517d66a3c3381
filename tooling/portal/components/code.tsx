import type { ComponentChildren, VNode } from "preact";
import { highlight } from "../markdown/highlight.js";

/** Code with its colours, which can be copied; it scrolls by itself, also by keyboard. */
export function Code({ text, language = "" }: { readonly text: string; readonly language?: string }): VNode {
  return (
    <div class="code">
      <Pre>
        <code class={language === "" ? undefined : `language-${language}`}>
          {highlight(text.replace(/\n$/, ""), language).map(({ text, colour }) =>
            colour === undefined ? text : <span class={colour}>{text}</span>,
          )}
        </code>
      </Pre>
    </div>
  );
}

function Pre({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <pre tabIndex={0}>{children}</pre>
  );
}
