import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".yaml": "application/yaml; charset=utf-8",
};

/** Files that are written as bytes already are as small as they get. */
const compressed = new Set([".png", ".woff2"]);

/**
 * Serves a folder of static files on loopback, compressed; port 0 takes a free one. `written` are files that are not in
 * it: JSON, as it is when it is asked for.
 */
export async function serveFolder(
  folder: string,
  port: number,
  written: Readonly<Record<string, () => object>> = {},
): Promise<{ url: string; server: Server }> {
  const squeezed = createSqueezer();
  const server = createServer((request, response) => {
    const path = readPath(request.url ?? "/");
    if (path === undefined) return refuse(response, 400, "The path cannot be read.\n");
    const write = Object.hasOwn(written, path) ? written[path] : undefined;
    if (write !== undefined) {
      response.writeHead(200, { "Content-Type": types[".json"] }).end(JSON.stringify(write()));
      return undefined;
    }
    const file = findFile(folder, path);
    const shown = file ?? findFile(folder, "/404.html");
    if (shown === undefined) return refuse(response, 404, "There is no such page.\n");
    try {
      const { bytes, encoding } = squeezed(shown, request);
      response.writeHead(file === undefined ? 404 : 200, {
        "Content-Type": types[extname(shown)] ?? "application/octet-stream",
        "Content-Length": bytes.length,
        Vary: "Accept-Encoding",
        ...(encoding && { "Content-Encoding": encoding }),
      });
      response.end(bytes);
    } catch {
      // A file may be gone, or be another's, by the time that it is read.
      response.destroy();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { url: `http://127.0.0.1:${address.port}/`, server };
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain" }).end(text);
}

/** Gives a file as a client takes it; what was compressed once is kept until the file changes. */
function createSqueezer() {
  const kept = new Map<string, { readonly bytes: Buffer; readonly changed: number }>();
  return (file: string, request: IncomingMessage): { bytes: Buffer; encoding?: "br" | "gzip" } => {
    const encoding = compressed.has(extname(file)) ? undefined : encodingOf(request);
    if (encoding === undefined) return { bytes: readFileSync(file) };
    const changed = statSync(file).mtimeMs;
    const before = kept.get(`${encoding} ${file}`);
    if (before?.changed === changed) return { bytes: before.bytes, encoding };
    const bytes = squeeze(readFileSync(file), encoding);
    kept.set(`${encoding} ${file}`, { bytes, changed });
    return { bytes, encoding };
  };
}

function encodingOf({ headers }: IncomingMessage): "br" | "gzip" | undefined {
  const taken = String(headers["accept-encoding"] ?? "");
  if (/\bbr\b/.test(taken)) return "br";
  return /\bgzip\b/.test(taken) ? "gzip" : undefined;
}

function squeeze(bytes: Buffer, encoding: "br" | "gzip"): Buffer {
  if (encoding === "gzip") return gzipSync(bytes);
  // The best quality takes seconds for the largest file.
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
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
