import type { ComponentChildren, VNode } from "preact";

/** Parts of which one is shown at a time, by radio buttons: it needs no script. `id` is unique on the page. */
export function Tabs(props: {
  readonly id: string;
  readonly label: string;
  readonly tabs: readonly { readonly name: string; readonly content: ComponentChildren }[];
}): VNode {
  const { id, label, tabs } = props;
  return (
    <fieldset class="tabs">
      <legend>{label}</legend>
      {tabs.map(({ name, content }, index) => (
        <>
          <input type="radio" name={id} id={`${id}-${index}`} checked={index === 0} data-tab={name} />
          <label for={`${id}-${index}`}>{name}</label>
          <div class="tab">{content}</div>
        </>
      ))}
    </fieldset>
  );
}
