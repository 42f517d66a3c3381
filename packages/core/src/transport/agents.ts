import { Agent as HttpAgent, globalAgent as httpGlobalAgent } from "node:http";
import {
  Agent as HttpsAgent,
  type AgentOptions as HttpsAgentOptions,
  globalAgent as httpsGlobalAgent,
  type RequestOptions,
} from "node:https";
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

interface Pair {
  /** Connections that are kept. */
  readonly kept: HttpAgent;
  /** A connection for each request. */
  readonly own: HttpAgent;
}

const plain: Pair = { kept: new HttpAgent(kept), own: new HttpAgent(own) };
const secure: Pair = securePair({});

/** Those that were made for an agent of a caller's. */
const derived = new WeakMap<HttpAgent, Pair>();

/** The agent for a request: of our own, with what an agent of the caller's says of TLS. */
export function agentFor(protocol: string, ownConnection: boolean, given: HttpAgent | undefined): HttpAgent {
  const which = ownConnection ? "own" : "kept";
  if (given === undefined) return environmentAgent(protocol) ?? (protocol === "https:" ? secure : plain)[which];
  // Whatever connects in a way of its own, for example through a proxy, is used as it is.
  if (!isOrdinary(given)) return given;
  const pair = derived.get(given) ?? securePair(given.options);
  derived.set(given, pair);
  return pair[which];
}

/** With `NODE_USE_ENV_PROXY` Node's own agents know the proxy, from Node 24 on. */
function environmentAgent(protocol: string): HttpAgent | undefined {
  if (process.env["NODE_USE_ENV_PROXY"] !== "1") return undefined;
  return protocol === "https:" ? httpsGlobalAgent : httpGlobalAgent;
}

function isOrdinary(agent: HttpAgent): agent is HttpsAgent {
  const ordinary = agent instanceof HttpsAgent && agent.createConnection === HttpsAgent.prototype.createConnection;
  return ordinary && agent.constructor === HttpsAgent && !("proxyEnv" in agent.options && agent.options.proxyEnv);
}

function securePair(options: HttpsAgentOptions): Pair {
  return { kept: new ResettableAgent({ ...options, ...kept }), own: new ResettableAgent({ ...options, ...own }) };
}

/** Ends a connection by a reset, so that the kernel delivers nothing more of what it still holds. */
export function reset(socket: Socket): void {
  const tcp = beneath.get(socket) ?? socket;
  // A TLS connection of a proxy's agent shows nothing beneath it; it is closed.
  if (tcp.connecting || "encrypted" in tcp) tcp.destroy();
  else tcp.resetAndDestroy();
  socket.destroy();
}
