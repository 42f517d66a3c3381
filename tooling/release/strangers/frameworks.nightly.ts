import { describe, expect, it } from "vitest";
import { newerNode } from "../../../scripts/newer-node.mjs";
import { rollupFiles, viteFiles } from "./bundlers.js";
import { nextAnswer, nextFiles } from "./next.js";
import { nextShopFiles, soldInNext } from "./next-shop.js";
import { answers } from "./programs.js";
import { installProjects } from "./project.js";
import { runtimeFiles, workerFiles } from "./workers.js";

const { node } = newerNode();
const { platform, arch } = process;
const libc = platform === "linux" ? "-glibc" : "";

/** The newest that run on Node 20.19, and runtimes that bring their own. */
const wanted = {
  "@rollup/plugin-node-resolve": "16.0.3",
  "@types/node": "22.20.7",
  "@types/react": "19.3.0",
  bun: `npm:@oven/bun-${platform}-${arch}@1.4.5`,
  deno: `npm:@deno/${platform}-${arch}${libc}@2.9.6`,
  esbuild: "0.28.0",
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  rollup: "4.68.8",
  typescript: "5.9.3",
  vite: "8.3.8",
  workerd: "1.20261117.1",
};

describe("the packed packages in a stranger's framework", { timeout: 300_000 }, async () => {
  const projects = await installProjects("frameworks", "module", wanted);

  it("the packed packages are called by a page of Next.js, which hands what they give to a component in the browser", async () => {
    const printed = await projects.run("next", nextFiles, ["node_modules/next/dist/bin/next", "build"]);
    const page = await projects.read("next", ".next/server/app/index.html").catch(() => printed);
    expect(page.replaceAll("<!-- -->", "")).toContain(`<p>${nextAnswer}</p>`);
  });

  it.skipIf(node === undefined)(
    "the shop of the quick start for Next.js sells an order, and opens one invoice for it",
    async () => {
      const printed = await projects.run("next-shop", nextShopFiles(node ?? ""), ["next-shop/sale.mjs"]);
      expect(printed).toContain(JSON.stringify(soldInNext));
    },
  );

  it.each([
    ["Vite", "vite", viteFiles, []],
    ["rollup", "rollup", rollupFiles, [["node_modules/typescript/bin/tsc"]]],
  ] as const)(
    "the packed packages are bundled by %s for the web without a module of Node's, and run",
    async (_, name, files, before) => {
      const printed = await projects.run(name, files, ...before, [`${name}/build.mjs`], [`${name}/main.mjs`]);
      expect(JSON.parse(printed)).toEqual(answers);
      expect(await projects.read(name, "out/ask.mjs")).not.toMatch(/["']node:/);
    },
  );

  it("the packed packages run in a Worker", async () => {
    const printed = await projects.run(
      "worker",
      workerFiles,
      ["worker/build.mjs"],
      ["node_modules/workerd/bin/workerd", "test", "config.capnp"],
    );
    expect(JSON.parse(printed)).toEqual(answers);
    expect(await projects.read("worker", "out/ask.js")).not.toMatch(/["']node:/);
  });

  it.each([
    ["Bun", "node_modules/bun/bin/bun", ["run"]],
    ["Deno", "node_modules/deno/deno", ["run", "--allow-all", "--cached-only"]],
  ])("the packed packages run in %s, TypeScript and all", async (name, program, args) => {
    const printed = await projects.run(name.toLowerCase(), runtimeFiles, [program, ...args, "main.ts"]);
    expect(JSON.parse(printed)).toEqual(answers);
  });
});
