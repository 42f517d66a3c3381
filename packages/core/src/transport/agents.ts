import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent, type RequestOptions } from "node:https";
import { connect, type NetConnectOpts, type Socket } from "node:net";
import type { Duplex } from "node:stream";

/** A thousand calls at once share this many connections to a host; the others wait for their turn. */
const maxSockets = 128;

/** Less than any server keeps a silent connection, so that a request rarely meets one that is just being closed. */
const idleMs = 4_000;

const kept = { keepAlive: true, maxSockets, timeout: idleMs, scheduling: "lifo" } as const;
const own = { keepAlive: false, maxSockets } as const;

/** The TCP connection beneath a TLS one, which alone can be reset. */
const beneath = new WeakMap<object, Socket>();

/** Keeps hold of what lies beneath TLS. */
class ResettableAgent extends HttpsAgent {
  override createConnection(
    options: RequestOptions & NetConnectOpts,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): Duplex | null | undefined {
    const tcp = connect(options);
    const onTop = { ...options, socket: tcp };
    const tls = super.createConnection(onTop, callback);
    if (tls) {
      tcp.once("error", (error) => tls.destroy(error));
      beneath.set(tls, tcp);
    }
    return tls;
  }
}

const agents = {
  "http:": { kept: new HttpAgent(kept), own: new HttpAgent(own) },
  "https:": { kept: new ResettableAgent(kept), own: new ResettableAgent(own) },
};

/** The agent of our own for a request: connections that are kept, or one for this request alone. */
export function agentFor(protocol: string, ownConnection: boolean): HttpAgent {
  return agents[protocol === "https:" ? "https:" : "http:"][ownConnection ? "own" : "kept"];
}

/** Ends a connection by a reset, so that the kernel delivers nothing more of what it still holds. */
export function reset(socket: Socket): void {
  const tcp = beneath.get(socket) ?? socket;
  // A TLS connection of somebody else's agent shows nothing beneath it; it is closed.
  if (tcp.connecting || "encrypted" in tcp) tcp.destroy();
  else tcp.resetAndDestroy();
  socket.destroy();
}
