import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import { connect, type NetConnectOpts, type Socket } from "node:net";
import { urlToHttpOptions } from "node:url";

const original = { http: http.request, https: https.request };

/** Connects without TLS, and says that it has it: the transport sends nothing for an `https` URL over a plain connection. */
class PretendingAgent extends http.Agent {
  override createConnection(options: NetConnectOpts): Socket {
    const socket = Object.assign(connect(options), { encrypted: true });
    return socket.once("connect", () => socket.emit("secureConnect"));
  }
}

/**
 * Lets what the clients' own transport sends to a vendor go to a server on loopback instead, path and all. Gives a
 * function that ends it.
 */
export function redirectRequests(
  vendorUrl: string,
  loopbackUrl: string,
  seen: (response: IncomingMessage) => void = () => {},
): () => void {
  const redirected =
    (scheme: "http" | "https") =>
    (options: RequestOptions): ClientRequest => {
      const { protocol, hostname, port, path } = options;
      const url = `${protocol}//${hostname}${port ? `:${port}` : ""}${path}`;
      // A base path alone is the path `/` of the mock.
      const rest = url.startsWith(vendorUrl) ? url.slice(vendorUrl.length) : undefined;
      if (rest === undefined) return original[scheme](options);
      const target = urlToHttpOptions(new URL(loopbackUrl + rest));
      const agent = protocol === "https:" ? new PretendingAgent() : new http.Agent();
      const client = original.http({ ...options, ...target, agent });
      return client.on("response", seen);
    };
  Object.assign(http, { request: redirected("http") });
  Object.assign(https, { request: redirected("https") });
  syncBuiltinESMExports();
  return () => {
    Object.assign(http, { request: original.http });
    Object.assign(https, { request: original.https });
    syncBuiltinESMExports();
  };
}
