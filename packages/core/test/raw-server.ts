import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createTlsServer, type TlsOptions } from "node:tls";

/** A server of plain sockets, so that a test decides about every byte. */
export interface RawServer {
  readonly port: number;
  /** Every connection that was made, also one without a request. */
  readonly connections: Socket[];
  /** Every whole request that has arrived, with the connection that carried it. */
  readonly requests: { readonly text: string; readonly socket: Socket }[];
}

const servers: Server[] = [];

/** Listens on a free port of loopback, and does this with every request of no or a short body. */
export async function serveRaw(react: (socket: Socket, index: number) => void, tls?: TlsOptions): Promise<RawServer> {
  const connections: Socket[] = [];
  const requests: RawServer["requests"] = [];
  const onConnection = (socket: Socket) => {
    connections.push(socket);
    socket.on("error", () => {});
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk;
      if (!isWhole(received)) return;
      requests.push({ text: received, socket });
      received = "";
      react(socket, requests.length - 1);
    });
  };
  const server = tls === undefined ? createServer(onConnection) : createTlsServer(tls, onConnection);
  server.on("tlsClientError", () => {});
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: portOf(server), connections, requests };
}

export function portOf(server: Pick<Server, "address">): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

/** Ends every server and every connection. */
export async function endServers(all: readonly RawServer[]): Promise<void> {
  for (const { connections } of all) for (const socket of connections) socket.destroy();
  await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
}

/** An answer with this body. */
export function http(body: string | Uint8Array, head = "HTTP/1.1 200 OK", headers: readonly string[] = []): Buffer {
  const bytes = Buffer.from(body);
  const lines = [head, "Content-Type: application/json", `Content-Length: ${bytes.length}`, ...headers, "", ""];
  return Buffer.concat([Buffer.from(lines.join("\r\n")), bytes]);
}

function isWhole(text: string): boolean {
  const end = text.indexOf("\r\n\r\n");
  if (end === -1) return false;
  const length = /^content-length: *([0-9]+)/im.exec(text.slice(0, end))?.[1] ?? "0";
  return Buffer.byteLength(text.slice(end + 4)) >= Number(length);
}

/** A key and a certificate for 127.0.0.1 that nobody has signed; `undefined` where there is no openssl. */
export function selfSigned(): { key: string; cert: string } | undefined {
  const folder = mkdtempSync(join(tmpdir(), "setor-"));
  const key = join(folder, "key.pem");
  const cert = join(folder, "cert.pem");
  const names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  const made = spawnSync("openssl", [
    "req",
    "-x509",
    "-newkey",
    "rsa:2048",
    "-nodes",
    "-keyout",
    key,
    "-out",
    cert,
    ...names,
  ]);
  const pair = made.status === 0 ? { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") } : undefined;
  rmSync(folder, { recursive: true });
  return pair;
}
