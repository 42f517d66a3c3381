const compilerOptions = { target: "es2022", module: "esnext", moduleResolution: "bundler", strict: true };

const build = `const webpack = require("webpack");
const config = {
  target: "web",
  mode: "production",
  context: __dirname,
  entry: "./ask.ts",
  resolve: { extensions: [".ts", ".js"] },
  module: { rules: [{ test: /\\.ts$/, loader: "ts-loader", options: { transpileOnly: true } }] },
  output: { path: __dirname + "/out", filename: "ask.js", library: { type: "commonjs2" } },
  performance: { hints: "error" },
};
webpack(config, (error, stats) => {
  if (error ?? (stats.hasErrors() || stats.hasWarnings())) console.log(error ?? stats.toString());
});
`;

/** A page's script, run in Node: `ask` is given a `fetch`, so that it needs no server. */
export const webpackFiles = {
  "tsconfig.json": JSON.stringify({ compilerOptions, files: ["ask.ts"] }),
  "build.js": build,
  "main.js": `const { createSandbox } = require("@setor/sandbox");
require("./out/ask.js").ask(createSandbox()).then((answers) => console.log(JSON.stringify(answers)));
`,
};
