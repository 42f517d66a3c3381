/** What of an error is told: its message may hold what nobody has to see. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}
