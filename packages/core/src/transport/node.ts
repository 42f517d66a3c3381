import { type ClientRequest, type Agent as HttpAgent, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Socket } from "node:net";
import { agentFor, reset } from "./agents.js";
import { readAnswer } from "./read-answer.js";
import type { ConnectionAgent, Received, Sending, Transport } from "./transport.js";

/** Connections that have carried a request. */
const used = new WeakSet<object>();

/**
 * Sends through `node:http` and `node:https`: one request, whatever the status and whatever dispatcher an application
 * has installed for `fetch`. It follows no redirect and repeats nothing.
 */
export function platformTransport(agent?: ConnectionAgent): Transport {
  return (sending) =>
    new Promise((resolve, reject) => {
      const target = new URL(sending.request.url);
      const chosen = agentFor(target.protocol, sending.ownConnection, isAgent(agent) ? agent : undefined);
      attempt(sending, target, chosen, resolve, reject);
    });
}

/** Node needs no `fetch`: what it sends, it sends once. */
export function platformRefusal(): string | undefined {
  return undefined;
}

export const takesAgent = true;

function attempt(
  sending: Sending,
  target: URL,
  agent: HttpAgent,
  resolve: (received: Received) => void,
  reject: (error: unknown) => void,
): void {
  const { request, deadline, ownConnection } = sending;
  const client = open(sending, target, agent);
  let connection: Socket | undefined;
  const forget = deadline.onGiveUp(() => {
    if (connection !== undefined) reset(connection);
    client.destroy();
  });
  const fail = (error: unknown) => {
    forget();
    client.destroy();
    reject(error);
  };
  client.on("error", fail);
  // Nobody asked for another protocol.
  client.on("upgrade", (_response, socket) => fail(socket.destroy().errored));
  client.on("response", (response) => {
    readAnswer(response).then((received) => {
      forget();
      resolve(received);
    }, fail);
  });
  client.on("socket", (socket) => {
    if (ownConnection && (client.reusedSocket || used.has(socket))) {
      // Of an agent of the caller's. It is closed instead, and the agent asked for another one.
      forget();
      client.off("error", fail).on("error", () => {});
      client.destroy();
      attempt(sending, target, agent, resolve, reject);
      return;
    }
    connection = socket;
    used.add(socket);
    whenReady(client, socket, sending.connectTimeoutMs, () => {
      sending.begin().then(() => {
        // What was given up in the meantime is not sent any more.
        if (deadline.reason() === undefined) client.end(request.body);
      }, fail);
    });
  });
}

/** Writes nothing yet: the head goes out together with the body. */
function open({ request, ownConnection }: Sending, target: URL, agent: HttpAgent): ClientRequest {
  const headers = {
    ...request.headers,
    "Accept-Encoding": "identity",
    "User-Agent": "setor",
    ...(ownConnection && { Connection: "close" }),
  };
  const start = target.protocol === "https:" ? httpsRequest : httpRequest;
  return start(target, { method: request.method, headers, agent });
}

/** Calls back when name, connection and TLS are done; gives the request up when they take too long. */
function whenReady(client: ClientRequest, socket: Socket, timeoutMs: number, ready: () => void): void {
  const secure = "encrypted" in socket;
  if (client.reusedSocket || (!socket.connecting && (!secure || isShaken(socket)))) {
    ready();
    return;
  }
  const timer = setTimeout(() => {
    client.destroy(Object.assign(new Error("connect timeout"), { code: "ETIMEDOUT", syscall: "connect" }));
  }, timeoutMs);
  const done = () => clearTimeout(timer);
  client.once("close", done);
  socket.once(secure ? "secureConnect" : "connect", () => {
    done();
    ready();
  });
}

/** Whether the handshake of a TLS connection is over: then our Finished message has been sent. */
function isShaken(socket: Socket & { getFinished?: () => unknown }): boolean {
  return socket.getFinished?.() !== undefined;
}

function isAgent(agent: ConnectionAgent | undefined): agent is HttpAgent {
  return agent !== undefined;
}
