import { install, quietly, run, stop } from "./bootstrap.mjs";
import { newerNode } from "./newer-node.mjs";

await install();
console.log("Building the packages and the docs …");
const built = await quietly("turbo", ["run", "build", "--output-logs=errors-only"]);
if (built.code !== 0) {
  console.error(built.output);
  stop("The build failed; what it printed is above.");
}
const { node = "", why = "" } = newerNode();
process.exit(
  await run("typescript", ["tooling/serve/main.ts", ...process.argv.slice(2)], {
    SETOR_SQLITE_NODE: node,
    SETOR_NO_SQLITE: why,
  }),
);
