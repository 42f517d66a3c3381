import { connect, type Socket } from "node:net";

export interface Posted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a request `times` times over `sockets` connections that are kept, and gives how many were answered a second. */
export async function load(posted: Posted, times: number, sockets: number): Promise<number> {
  const { hostname, port, host, pathname } = new URL(posted.url);
  const headers = { Host: host, "Content-Length": String(Buffer.byteLength(posted.body)), ...posted.headers };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const bytes = Buffer.from(`POST ${pathname} HTTP/1.1\r\n${lines.join("")}\r\n${posted.body}`);
  const open = await Promise.all(Array.from({ length: sockets }, () => connected(Number(port), hostname)));
  const startedAt = performance.now();
  await Promise.all(open.map((socket) => exchange(socket, bytes, times / sockets)));
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const socket of open) socket.destroy();
  return times / seconds;
}

function connected(port: number, hostname: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, hostname, () => resolve(socket.setNoDelay()));
    socket.once("error", reject);
  });
}

/** One request after the other; an answer that is not HTTP 200 ends it. */
function exchange(socket: Socket, request: Buffer, times: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = times;
    let received = "";
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      const head = received.indexOf("\r\n\r\n");
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(received)?.[1]);
      if (head === -1 || received.length < head + 4 + length) return;
      if (!received.startsWith("HTTP/1.1 200 ")) reject(new Error(received));
      received = "";
      left -= 1;
      if (left > 0) socket.write(request);
      else resolve();
    });
    socket.once("close", () => reject(new Error("The server closed the connection.")));
    socket.write(request);
  });
}
