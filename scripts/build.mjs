import { run } from "./bootstrap.mjs";

// Through here, because turbo reports home unless its environment tells it not to.
process.exit(await run("turbo", ["run", "build", "--filter=./packages/*", "--output-logs=errors-only"]));
