// What takes a network, other runtimes, root or minutes: the packed packages in everybody's projects and on every runtime,
// and power cuts of the ledger.
import { install, run, stop } from "./bootstrap.mjs";

await install();
const built = await run("turbo", ["run", "build", "--filter=./packages/*", "--output-logs=errors-only"]);
if (built !== 0) stop("The build failed; what it printed is above.");
process.exit(await run("turbo", ["run", "nightly", "--continue", "--concurrency=1"]));
