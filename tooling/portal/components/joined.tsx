import type { ComponentChildren } from "preact";

/** Parts with something between them. */
export function joined(parts: readonly ComponentChildren[], between: ComponentChildren = ", "): ComponentChildren[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
}
