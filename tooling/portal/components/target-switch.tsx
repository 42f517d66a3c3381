import type { VNode } from "preact";
import type { Messages } from "../layout/messages/messages.js";

/** Which server the samples of every page go to. All switches of a page say the same; `name` is unique there. */
export function TargetSwitch({ name, messages }: { readonly name: string; readonly messages: Messages }): VNode {
  return (
    <fieldset class="target">
      <legend>{messages.shell.target}</legend>
      {(["sandbox", "production"] as const).map((value) => (
        <label>
          <input type="radio" name={name} value={value} checked={value === "sandbox"} />
          <span>{value === "sandbox" ? messages.sandbox : messages.shell.production}</span>
        </label>
      ))}
    </fieldset>
  );
}
