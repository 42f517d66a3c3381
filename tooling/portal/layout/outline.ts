import type { ComponentChildren, VNode } from "preact";

/** A heading that can be gone to. */
export interface Heading {
  readonly id: string;
  readonly text: string;
  readonly depth: number;
}

/** What stands on a page once its components are called: elements and text. Components here have no state. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly (Element | string)[];
}

/** Calls every component of a page. */
export function expand(content: ComponentChildren): (Element | string)[] {
  if (content === null || content === undefined || typeof content === "boolean") return [];
  if (Array.isArray(content)) return content.flatMap(expand);
  if (typeof content !== "object") return [String(content)];
  if (!isNode(content)) return [];
  const { type, props } = content;
  if (typeof type === "function") return expand(Reflect.apply(type, undefined, [props]));
  if (type === "") return expand(props.children);
  const { children, ...attributes } = props;
  return [{ tag: String(type), attributes, children: expand(children) }];
}

function isNode(content: object): content is VNode<{ children?: ComponentChildren }> {
  return "type" in content && "props" in content;
}

/** The text of elements, without marks. */
export function textOf(parts: readonly (Element | string)[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      return part.attributes["aria-hidden"] === "true" ? "" : textOf(part.children);
    })
    .join("");
}

/** The sections and their parts, in order. */
export function headingsOf(parts: readonly (Element | string)[]): Heading[] {
  return parts.flatMap((part) => {
    if (typeof part === "string") return [];
    const { tag, attributes, children } = part;
    const inner = headingsOf(children);
    const id = attributes["id"];
    if ((tag !== "h2" && tag !== "h3") || typeof id !== "string") return inner;
    return [{ id, text: textOf(children), depth: Number(tag.slice(1)) }, ...inner];
  });
}
