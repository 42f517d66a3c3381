import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { getRaw } from "../../packages/sandbox/test/raw-http.js";
import { serveFolder } from "./serve.js";

const folder = mkdtempSync(join(tmpdir(), "setor-serve-"));
let site: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  writeFileSync(join(folder, "index.html"), "<h1>Setor</h1>");
  site = await serveFolder(folder, 0);
});
afterAll(async () => {
  site.server.closeAllConnections();
  await new Promise((resolve) => site.server.close(resolve));
  rmSync(folder, { recursive: true });
});

it("the server compresses what a client takes compressed, as the file is now", async () => {
  const get = async (encoding: string) => {
    const response = await fetch(site.url, { headers: { "Accept-Encoding": encoding } });
    return [response.headers.get("content-encoding"), await response.text()];
  };
  for (const encoding of ["br", "gzip"]) expect(await get(encoding)).toEqual([encoding, "<h1>Setor</h1>"]);
  expect(await get("identity")).toEqual([null, "<h1>Setor</h1>"]);
  writeFileSync(join(folder, "index.html"), "<h1>Setor!</h1>");
  utimesSync(join(folder, "index.html"), 1, 1);
  for (const encoding of ["br", "gzip"]) expect(await get(encoding)).toEqual([encoding, "<h1>Setor!</h1>"]);
});

it("the server gives the page for what is not there, with its status", async () => {
  writeFileSync(join(folder, "404.html"), "<h1>404</h1>");
  const response = await fetch(`${site.url}nowhere/at-all.html`);
  expect([response.status, await response.text()]).toEqual([404, "<h1>404</h1>"]);
  rmSync(join(folder, "404.html"));
});

it.each([
  ["/%E0%A4%A", 400],
  ["http://[", 400],
  ["*", 400],
  ["//", 200],
  ["/%00", 404],
  ["/../../etc/passwd", 404],
  ["/%2e%2e%2f%2e%2e%2fetc/passwd", 404],
])("the server answers the path %s, and goes on serving", async (path, status) => {
  expect(await getRaw(site.url, path)).toMatchObject({ status });
  expect(await getRaw(site.url, "/")).toMatchObject({ status: 200 });
});
