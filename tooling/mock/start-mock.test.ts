import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { findVendor, root } from "@setor-tooling/model/vendors";
import { expect, it } from "vitest";
import { getRaw } from "../../packages/sandbox/test/raw-http.js";
import { startMock } from "./start-mock.js";

const statusOf = async (url: string, path: string) => (await getRaw(url, path)).status;
const bill = "/sppt/992901000100100010/2013";

it("a mock answers a path that cannot be decoded with 400, and goes on", async () => {
  const mock = await startMock(findVendor("pbb"), 0);
  expect(await statusOf(mock.url, "/sppt/%E0%A4%A/2013")).toBe(400);
  for (const path of ["//", "http://[", "/%00"]) expect(await statusOf(mock.url, path)).toBeGreaterThanOrEqual(400);
  expect(await statusOf(mock.url, bill)).toBe(200);
  await mock.close();
});

it("`pnpm mock` answers a path that cannot be decoded with 400, and goes on, with Prism's own options", {
  timeout: 60_000,
}, async () => {
  const main = join(root, "tooling", "mock", "main.ts");
  const child = spawn(process.execPath, ["--import", "tsx", main, "pbb", "--port", "0"], { cwd: root });
  let url: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    url = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(line)?.[1];
    if (url !== undefined) break;
  }
  expect(await statusOf(url ?? expect.unreachable(), "/sppt/%E0%A4%A/2013")).toBe(400);
  expect(await statusOf(url ?? expect.unreachable(), bill)).toBe(200);
  child.kill("SIGTERM");
  await once(child, "exit");
});
