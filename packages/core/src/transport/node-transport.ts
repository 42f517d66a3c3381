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
export function nodeTransport(agent: ConnectionAgent | undefined): Transport {
  const given = isAgent(agent) ? agent : undefined;
  return (sending) => new Promise((resolve, reject) => attempt(sending, given, resolve, reject));
}

function attempt(
  sending: Sending,
  given: HttpAgent | undefined,
  resolve: (received: Received) => void,
  reject: (error: unknown) => void,
): void {
  const { request, deadline } = sending;
  const client = open(sending, given);
  let connection: Socket | undefined;
  const forget = deadline.onCancel(() => {
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
    const done = (received: Received) => {
      forget();
      resolve(received);
    };
    readAnswer(response, sending.maxBytes, done, fail);
  });
  client.on("socket", (socket) => {
    if (sending.ownConnection && (client.reusedSocket || used.has(socket))) {
      // Of an agent that is not ours. It is closed instead, and the agent asked for another one, if it has one.
      if (socket.destroyed) {
        fail(Object.assign(new Error("no other connection"), { code: "ERR_SOCKET_CLOSED" }));
        return;
      }
      forget();
      client.off("error", fail).on("error", () => {});
      client.destroy();
      attempt(sending, given, resolve, reject);
      return;
    }
    if (client.protocol === "https:" && !("encrypted" in socket)) {
      // What a proxy has refused comes back as a plain connection, in which its refusal stands ready.
      fail(Object.assign(new Error("no tunnel"), { code: "ERR_PROXY_TUNNEL" }));
      return;
    }
    connection = socket;
    used.add(socket);
    whenReady(client, socket, sending.connectTimeoutMs, () => begin(sending, () => client.end(request.body), fail));
  });
}

/** Sends when everything before the first byte is done; what was given up in the meantime is not sent any more. */
function begin({ begin: start, deadline }: Sending, write: () => void, fail: (error: unknown) => void): void {
  try {
    const waiting = start();
    if (waiting === undefined) write();
    else waiting.then(() => deadline.reason() === undefined && write()).catch(fail);
  } catch (error) {
    fail(error);
  }
}

/** Writes nothing yet: the head goes out together with the body. */
function open({ request, ownConnection }: Sending, given: HttpAgent | undefined): ClientRequest {
  const { method, url } = request;
  const [origin, { protocol, hostname, port }] = targetOf(url);
  const headers: Record<string, string> = { ...request.headers };
  headers["Accept-Encoding"] = "identity";
  headers["User-Agent"] = "setor";
  if (ownConnection) headers["Connection"] = "close";
  const path = url.slice(origin.length) || "/";
  const agent = agentFor(protocol, ownConnection, given);
  const start = protocol === "https:" ? httpsRequest : httpRequest;
  return start({ protocol, hostname, port, path, method, headers, agent });
}

interface Target {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string | undefined;
}

/** The servers that were called; a client calls one. */
const targets = new Map<string, Target>();

/** The beginning of a URL that names the server, and what it names. */
function targetOf(url: string): [origin: string, target: Target] {
  const origin = /^[^/]*\/\/[^/?#]*/.exec(url)?.[0] ?? url;
  let target = targets.get(origin);
  if (target === undefined) {
    const { protocol, hostname, port } = new URL(origin);
    // An address of IPv6 stands in brackets in a URL only.
    target = { protocol, hostname: hostname.replace(/^\[|\]$/g, ""), port: port === "" ? undefined : port };
    targets.set(origin, target);
  }
  return [origin, target];
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
