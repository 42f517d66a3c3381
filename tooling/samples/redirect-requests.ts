import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import { urlToHttpOptions } from "node:url";

const original = { http: http.request, https: https.request };

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
      const client = original.http({ ...options, ...target, agent: new http.Agent() });
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
