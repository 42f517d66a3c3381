import type { Files } from "./files.js";

/** Nothing reads files where there is no Node, and no bundler for the web meets a module of Node's. */
export async function loadFiles(): Promise<Files | undefined> {
  return undefined;
}
