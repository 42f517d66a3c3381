const runBundle = (bundle: string) => `import { createSandbox } from "@setor/sandbox";
import { ask } from "${bundle}";
console.log(JSON.stringify(await ask(createSandbox())));
`;

const compilerOptions = { target: "es2022", module: "esnext", moduleResolution: "bundler", strict: true, types: [] };

/** A page's script, built by Vite, run in Node: `ask` is given a `fetch`, so that it needs no server. */
export const viteFiles = {
  "build.mjs": `import { build } from "vite";
await build({
  root: import.meta.dirname,
  configFile: false,
  logLevel: "silent",
  build: { lib: { entry: "ask.ts", formats: ["es"], fileName: () => "ask.mjs" }, outDir: "out", emptyOutDir: true },
});
`,
  "main.mjs": runBundle("./out/ask.mjs"),
};

/** The same by rollup, which takes JavaScript only. */
export const rollupFiles = {
  "tsconfig.json": JSON.stringify({ compilerOptions: { ...compilerOptions, outDir: "js" }, files: ["ask.ts"] }),
  "build.mjs": `import { nodeResolve } from "@rollup/plugin-node-resolve";
import { rollup } from "rollup";
const onLog = (level, { message }) => {
  throw new Error(level + ": " + message);
};
const bundle = await rollup({ input: "js/ask.js", plugins: [nodeResolve({ browser: true })], onLog });
await bundle.write({ file: "out/ask.mjs", format: "es" });
`,
  "main.mjs": runBundle("./out/ask.mjs"),
};
