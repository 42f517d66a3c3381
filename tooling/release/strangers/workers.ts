/** A Worker, as Cloudflare's `wrangler` bundles it; workerd runs its test and ends. */
export const workerFiles = {
  "worker.ts": `import { createSandbox } from "@setor/sandbox";
import { ask } from "./ask";

export default {
  async test() {
    console.log(JSON.stringify(await ask(createSandbox())));
  },
};
`,
  "build.mjs": `import { build } from "esbuild";
const bundled = (entry) => ({
  entryPoints: [entry],
  bundle: true,
  format: "esm",
  target: "es2022",
  conditions: ["workerd", "worker", "browser"],
});
await build({ ...bundled("ask.ts"), platform: "browser", outfile: "out/ask.js" });
// Only the sandbox is Node's; a Worker may have that, too.
await build({ ...bundled("worker.ts"), platform: "neutral", external: ["node:*"], outfile: "out/worker.js" });
`,
  "config.capnp": `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (services = [(name = "main", worker = .worker)]);

const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "out/worker.js")],
  compatibilityDate = "2026-06-01",
  compatibilityFlags = ["nodejs_compat"],
);
`,
};

/** A program that another runtime takes as it is, types and all. */
export const runtimeFiles = {
  "main.ts": `import { createSandbox } from "@setor/sandbox";
import { ask } from "./ask.ts";

console.log(JSON.stringify(await ask(createSandbox())));
`,
};
