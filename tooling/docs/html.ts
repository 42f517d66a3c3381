export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** Prose with names in backticks, as HTML. */
export function proseHtml(text: string): string {
  return escapeHtml(text.trim()).replace(/`([^`]+)`/g, "<code>$1</code>");
}
