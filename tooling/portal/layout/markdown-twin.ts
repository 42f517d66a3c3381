import { type Element, expand, textOf } from "./outline.js";
import type { Page } from "./page.js";

type Part = Element | string;

/** The same page as Markdown, for programs and people who copy: what it says, without what surrounds it. */
export function writeTwin(page: Page): string {
  return `${blocks(expand(page.content)).join("\n\n")}\n`;
}

/** Elements that hold others and say nothing by themselves. */
const containers = new Set(["div", "section", "article", "main", "fieldset", "form", "details", "figure"]);

function blocks(parts: readonly Part[]): string[] {
  const written: string[] = [];
  let line: Part[] = [];
  const end = () => {
    const text = inline(line).trim();
    if (text !== "") written.push(text);
    line = [];
  };
  for (const part of parts) {
    const block = typeof part === "string" ? undefined : blockOf(part);
    if (block === undefined) {
      line.push(part);
      continue;
    }
    end();
    written.push(...block.filter((text) => text.trim() !== ""));
  }
  end();
  return written;
}

/** What an element is as blocks; nothing where it is a part of a line. */
function blockOf(element: Element): string[] | undefined {
  const { tag, attributes, children } = element;
  const heading = /^h([1-6])$/.exec(tag)?.[1];
  if (heading !== undefined) return [`${"#".repeat(Number(heading))} ${inline(children).trim()}`];
  if (isLeftOut(element)) return [];
  if (tag === "table") return [table(children)];
  if (tag === "dl") return [definitions(children)];
  if (containers.has(tag)) return blocks(children);
  switch (tag) {
    case "p":
    case "summary":
      return [inline(children).trim()];
    case "pre":
      return [fence(children)];
    case "blockquote":
      return [blocks(children).join("\n\n").replace(/^/gm, "> ")];
    case "ul":
    case "ol":
      return [list(children, tag === "ol", Number(attributes["start"] ?? 1))];
    case "hr":
      return ["---"];
    default:
      return undefined;
  }
}

/** What only makes sense on the page itself; and samples that send to a vendor, which nobody has asked for. */
function isLeftOut({ tag, attributes }: Element): boolean {
  return (
    ["script", "svg", "button", "input", "select", "textarea", "output", "template", "legend"].includes(tag) ||
    /\b(?:for-production|target)\b/.test(String(attributes["class"] ?? "")) ||
    attributes["hidden"] === true ||
    attributes["aria-hidden"] === "true"
  );
}

function inline(parts: readonly Part[]): string {
  return parts.map(inlinePart).join("").replace(/\s+/g, " ");
}

function inlinePart(part: Part): string {
  if (typeof part === "string") return part;
  const { tag, attributes, children } = part;
  if (isLeftOut(part)) return "";
  const text = inline(children);
  switch (tag) {
    case "code":
      return `\`${textOf(children)}\``;
    case "strong":
    case "b":
      return `**${text}**`;
    case "em":
      return `*${text}*`;
    case "a":
      return `[${text}](${String(attributes["href"] ?? "").replace(/(?<!\/try)\.html(?=#|$)/, ".md")})`;
    case "br":
      return " ";
    case "small":
      return ` ${text} `;
    default:
      return text;
  }
}

function fence(children: readonly Part[]): string {
  const [code] = children.filter((part) => typeof part !== "string");
  const language = /language-(\S+)/.exec(String(code?.attributes["class"] ?? ""))?.[1] ?? "";
  return `\`\`\`${language}\n${textOf(children)}\n\`\`\``;
}

function list(items: readonly Part[], ordered: boolean, first: number): string {
  return items
    .filter((item) => typeof item !== "string")
    .map(({ children }, index) => {
      const mark = ordered ? `${first + index}. ` : "- ";
      return (
        mark +
        blocks(children)
          .join("\n\n")
          .replace(/\n(?=.)/g, `\n${" ".repeat(mark.length)}`)
      );
    })
    .join("\n");
}

/** Each name with what belongs to it. */
function definitions(children: readonly Part[]): string {
  const entries = children.flatMap((part) => {
    if (typeof part === "string") return [];
    return part.tag === "div" ? part.children : [part];
  });
  const lines = entries.flatMap((part) => {
    if (typeof part === "string") return [];
    return part.tag === "dt" ? [`\n- **${textOf(part.children).trim()}**`] : [`: ${inline(part.children).trim()}`];
  });
  return lines.join("").trim();
}

function table(children: readonly Part[]): string {
  const rows = children.flatMap((part) => (typeof part === "string" ? [] : part.children));
  const lines = rows.flatMap((row) => (typeof row === "string" ? [] : [cellsOf(row)]));
  const [head = []] = lines;
  const written = lines.map((cells) => `| ${cells.join(" | ")} |`);
  return [written[0], `|${head.map(() => " --- |").join("")}`, ...written.slice(1)].join("\n");
}

function cellsOf({ children }: Element): string[] {
  return children.flatMap((cell) =>
    typeof cell === "string" ? [] : [blocks(cell.children).join(" ").replaceAll("|", "\\|").replaceAll("\n", " ")],
  );
}
