import { connect } from "node:net";

/** What a server sends back for these bytes until it closes the connection. */
export function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding("latin1");
    socket.on("data", (chunk) => {
      received += chunk;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(received));
  });
}

/** A GET with a path, a Host and other headers of one's own, whatever they are; gives status and text. */
export async function getRaw(url: string, path: string, headers: Readonly<Record<string, string>> = {}) {
  const lines = Object.entries({ Host: new URL(url).host, ...headers }).map(([name, value]) => `${name}: ${value}`);
  const received = await sendRaw(url, [`GET ${path} HTTP/1.1`, ...lines, "Connection: close", "", ""].join("\r\n"));
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(received)?.[1]), text: received };
}
