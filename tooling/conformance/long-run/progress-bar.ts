const width = 40;

/** A bar of text that is full at a share of 1. */
export function progressBar(share: number): string {
  const full = Math.round(share * width);
  return `[${"#".repeat(full)}${"-".repeat(width - full)}]`;
}
