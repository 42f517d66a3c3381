import { openShop } from "../shop";

declare global {
  var shop: ReturnType<typeof openShop> | undefined;
}

/** One for the process: Next.js loads a module more than once. */
export function theShop() {
  globalThis.shop ??= openShop();
  return globalThis.shop;
}
