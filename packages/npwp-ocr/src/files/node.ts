import type { Files } from "./files.js";

/** What reads files, loaded by the first path: importing a client costs little. */
export async function loadFiles(): Promise<Files | undefined> {
  return import("node:fs/promises");
}
