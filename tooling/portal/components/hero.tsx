import type { ComponentChildren, VNode } from "preact";

/** How a page begins: what it is, and why one would read on. */
export function Hero(props: { readonly title: ComponentChildren; readonly children?: ComponentChildren }): VNode {
  return (
    <div class="hero">
      <h1>{props.title}</h1>
      {props.children}
    </div>
  );
}

/** A section that can be linked to, with its heading. */
export function Section(props: {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
}): VNode {
  const { id, title, children } = props;
  return (
    <section id={id}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** Facts with their names, in a line where there is room. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ComponentChildren])[] }): VNode {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
