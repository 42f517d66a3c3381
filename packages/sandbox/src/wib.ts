/** Writes an instant as WIB (UTC+7), `yyyy-MM-dd HH:mm:ss`. */
export function formatWib(instant: Date): string {
  return new Date(instant.getTime() + 7 * 60 * 60 * 1000).toISOString().slice(0, 19).replace("T", " ");
}
