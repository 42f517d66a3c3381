import { platform } from "./virtual-time.js";

// What stands here takes the place of the globals of the same name in the engine's bundle, and nowhere else: so the
// deadlines of the clients run by the clock of the run, and no client knows of it.

export function setTimeout(callback: () => void, ms: number): number {
  return platform().timers.set(callback, ms);
}

export function clearTimeout(id: number): void {
  platform().timers.clear(id);
}

const { subtle } = crypto;

/** Web Crypto with ids that can be repeated, and with work that is waited for. */
export const playedCrypto = {
  randomUUID: () => `00000000-0000-4000-8000-${String(platform().nextId()).padStart(12, "0")}`,
  subtle: {
    importKey: (...given: Parameters<SubtleCrypto["importKey"]>) => platform().during(subtle.importKey(...given)),
    sign: (...given: Parameters<SubtleCrypto["sign"]>) => platform().during(subtle.sign(...given)),
    digest: (...given: Parameters<SubtleCrypto["digest"]>) => platform().during(subtle.digest(...given)),
  },
};
