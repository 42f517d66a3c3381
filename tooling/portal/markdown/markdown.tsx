import { marked, type Token, type Tokens } from "marked";
import type { ComponentChildren, VNode } from "preact";
import { Code } from "../components/code.js";
import { Table } from "../components/table.js";
import { slugsOf } from "./slugs.js";

interface Reading {
  /** Where a link to a file of the repository leads. */
  readonly link: (href: string) => string;
  /** The id of each heading, in order. */
  readonly slugs: Iterator<string>;
}

/**
 * Markdown of ours as components. `slugs` are the ids of its headings, so that a section has the same address in every
 * language; by default they are its own. `under` is how deep it stands: its headings come that much lower.
 */
export function Markdown(props: {
  readonly text: string;
  readonly link?: (href: string) => string;
  readonly slugs?: readonly string[];
  readonly under?: number;
}): VNode {
  const { text, link = (href) => href, slugs = slugsOf(text), under = 0 } = props;
  return <>{blocks(marked.lexer(text), { link, slugs: slugs.values() }, under)}</>;
}

function blocks(tokens: readonly Token[], reading: Reading, under = 0): ComponentChildren[] {
  return tokens.map((token) => block(token as MarkedBlock, reading, under));
}

/** The blocks that our Markdown has; marked's own type allows for any other. */
type MarkedBlock =
  | Tokens.Heading
  | Tokens.Paragraph
  | Tokens.List
  | Tokens.Table
  | Tokens.Code
  | Tokens.Blockquote
  | Tokens.Space
  | Tokens.Hr
  | Tokens.Text;

function block(token: MarkedBlock, reading: Reading, under: number): ComponentChildren {
  switch (token.type) {
    case "heading":
      return (
        <Heading depth={token.depth + under} id={reading.slugs.next().value} body={inline(token.tokens, reading)} />
      );
    case "paragraph":
      return <p>{inline(token.tokens, reading)}</p>;
    case "list":
      return <List {...token} reading={reading} />;
    case "table":
      return (
        <Table
          label={token.header.map(({ text }) => text).join(", ")}
          heads={token.header.map(({ text, tokens }) => (tokens.length === 1 ? text : inline(tokens, reading)))}
          rows={token.rows.map((row) => ({ cells: row.map(({ tokens }) => inline(tokens, reading)) }))}
        />
      );
    case "code":
      return <Code text={token.text} language={token.lang ?? ""} />;
    case "blockquote":
      return <blockquote>{blocks(token.tokens, reading)}</blockquote>;
    case "hr":
      return <hr />;
    case "text":
      return inline(token.tokens ?? [token], reading);
    case "space":
      return "\n";
    default:
      throw new Error(`The portal cannot show this part of Markdown: ${JSON.stringify(token)}`);
  }
}

function Heading({ depth, id, body }: { depth: number; id: string; body: ComponentChildren }): VNode {
  if (depth === 1) return <h1 id={id}>{body}</h1>;
  if (depth === 2) return <h2 id={id}>{body}</h2>;
  if (depth === 3) return <h3 id={id}>{body}</h3>;
  return <h4 id={id}>{body}</h4>;
}

function List({ ordered, start, items, loose, reading }: Tokens.List & { readonly reading: Reading }): VNode {
  const entries = items.map(({ tokens }) => (
    <li>
      {tokens.map((token) =>
        token.type === "text" && !loose ? inline(token.tokens ?? [], reading) : blocks([token], reading),
      )}
    </li>
  ));
  if (!ordered) return <ul>{entries}</ul>;
  return <ol start={start === 1 || start === "" ? undefined : start}>{entries}</ol>;
}

function inline(tokens: readonly Token[] = [], reading: Reading): ComponentChildren[] {
  return tokens.map((token) => {
    switch (token.type) {
      case "strong":
        return <strong>{inline(token.tokens, reading)}</strong>;
      case "em":
        return <em>{inline(token.tokens, reading)}</em>;
      case "del":
        return <del>{inline(token.tokens, reading)}</del>;
      case "codespan":
        return <code>{token["text"]}</code>;
      case "br":
        return <br />;
      case "link":
        return <a href={reading.link(token["href"])}>{inline(token.tokens, reading)}</a>;
      case "escape":
        return token.text;
      case "text":
        return "tokens" in token ? inline(token.tokens, reading) : token.text;
      default:
        return token.raw;
    }
  });
}
