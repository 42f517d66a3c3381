import type { ConnectionAgent, Transport } from "./transport.js";

/** Sends through `node:http` and `node:https`, which are loaded by the first call: importing a client costs little. */
export const ownTransport: ((agent?: ConnectionAgent) => Transport) | undefined = (agent) => {
  let loaded: Transport | undefined;
  return async (sending) => {
    loaded ??= (await import("./node-transport.js")).nodeTransport(agent);
    return loaded(sending);
  };
};

/** Why a client that moves money or is billed cannot be made here without a `fetch` of the caller's: no reason. */
export function platformRefusal(): string | undefined {
  return undefined;
}
