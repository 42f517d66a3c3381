import { bundleEngine } from "./bundle-engine.js";

type Engine = typeof import("./engine/index.js");

let loaded: Promise<Engine> | undefined;

/** The engine as a page gets it. */
export function loadEngine(): Promise<Engine> {
  loaded ??= bundleEngine().then(
    (text) => import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`),
  );
  return loaded;
}
