import { Marked, type Tokens } from "marked";

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Prose with names in backticks, as HTML. */
export function proseHtml(text: string): string {
  return escapeHtml(text.trim()).replace(/`([^`]+)`/g, "<code>$1</code>");
}

/** A table that scrolls by itself where there is no room, also by keyboard. */
export function tableHtml(label: string, heads: readonly string[], rows: readonly string[]): string {
  return `<div class="table" tabindex="0" role="region" aria-label="${escapeHtml(label)}"><table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join("")}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table></div>`;
}

/**
 * Markdown of ours, as HTML. Headings are numbered, so that a section has the same address in every language; `link`
 * says where a link to a file of the repository leads.
 */
export function markdownHtml(markdown: string, link: (href: string) => string = (href) => href): string {
  let headings = 0;
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        headings += 1;
        return `<h${depth} id="s${headings}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        return `<a href="${escapeHtml(link(href))}">${this.parser.parseInline(tokens)}</a>`;
      },
      table({ header, rows }: Tokens.Table) {
        const cells = (cell: Tokens.TableCell) => this.parser.parseInline(cell.tokens);
        const lines = rows.map((row) => `<tr>${row.map((cell) => `<td>${cells(cell)}</td>`).join("")}</tr>`);
        return tableHtml(header.map(({ text }) => text).join(", "), header.map(cells), lines);
      },
      code({ text, lang }: Tokens.Code) {
        return `<pre tabindex="0"><code class="${lang ?? ""}">${escapeHtml(text)}</code></pre>\n`;
      },
    },
  });
  return marked.parse(markdown, { async: false });
}
