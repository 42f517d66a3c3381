import type { VNode } from "preact";

/** A text with names in backticks, which it shows as code. */
export function Prose({ text }: { readonly text: string }): VNode {
  const parts = text.trim().split(/`([^`]+)`/);
  return <>{parts.map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}
