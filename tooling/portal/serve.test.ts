import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
