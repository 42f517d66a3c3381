import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".yaml": "application/yaml; charset=utf-8",
};

/** Serves a folder of static files on loopback; port 0 takes a free one. */
export async function serveFolder(folder: string, port: number): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const refuse = (status: number, text: string) =>
      response.writeHead(status, { "Content-Type": "text/plain" }).end(text);
    const path = readPath(request.url ?? "/");
    if (path === undefined) return refuse(400, "The path cannot be read.\n");
    const file = findFile(folder, path);
    if (file === undefined) return refuse(404, "There is no such page.\n");
    response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" });
    // A file may be gone, or be another's, by the time that it is opened.
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { url: `http://127.0.0.1:${address.port}/`, server };
}

/** The path that a request asks for, decoded. Anybody can send anything; that must not end the process. */
function readPath(target: string): string | undefined {
  try {
    const { pathname } = new URL(target.startsWith("/") ? `http://localhost${target}` : target);
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

function findFile(folder: string, path: string): string | undefined {
  const relative = normalize(path).replace(/^(\.\.(\/|\\|$))+/, "");
  const file = join(folder, path.endsWith("/") ? join(relative, "index.html") : relative);
  return file.startsWith(folder) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}
