import { existsSync, readFileSync } from "node:fs";
import { install, root, run, stop } from "./bootstrap.mjs";
import { chromium } from "./chromium.mjs";
import { canMakeDisks } from "./disks.mjs";
import { canMakeHosts } from "./hosts.mjs";
import { listPackages, listTests } from "./packages.mjs";
import { hasPhp } from "./php.mjs";
import { pgBouncer, postgresVersion } from "./postgres.mjs";

await install();
const built = await run("turbo", ["run", "build", "--filter=./packages/*", "--output-logs=errors-only"]);
if (built !== 0) stop("The build failed; what it printed is above.");
const options = ["--continue", "--concurrency=2", "--output-logs=new-only", "--log-order=grouped"];
const code = await run("turbo", ["run", "test", ...options], {
  // Part of the cache key of the checks that need them.
  CHROMIUM: chromium,
  SETOR_PHP: String(hasPhp),
  SETOR_DISKS: String(canMakeDisks),
  SETOR_HOSTS: String(canMakeHosts),
  SETOR_POSTGRES: `${postgresVersion} ${pgBouncer}`,
});
const counts = { passed: 0, failed: 0, skipped: 0 };
for (const folder of listPackages(root).filter((each) => listTests(each).length > 0)) {
  const report = readReport(folder);
  counts.passed += report?.numPassedTests ?? 0;
  counts.skipped += report?.numPendingTests ?? 0;
  // A check that could not even report has failed.
  counts.failed += report === undefined ? 1 : report.numFailedTests + (report.success ? 0 : failedSuites(report));
}
if (code !== 0 && counts.failed === 0) counts.failed = 1;
const absent = [
  ...(chromium === "" ? [{ name: "Chromium", packages: "chromium" }] : []),
  ...(hasPhp ? [] : [{ name: "PHP", packages: "php-cli php-curl" }]),
  ...(postgresVersion === "" ? [{ name: "Postgres", packages: "postgresql pgbouncer" }] : []),
  ...(postgresVersion !== "" && pgBouncer === "" ? [{ name: "PgBouncer", packages: "pgbouncer" }] : []),
  ...(canMakeDisks ? [] : [{ name: "file systems of its own", packages: "util-linux, as root" }]),
  ...(canMakeHosts ? [] : [{ name: "network namespaces", packages: "iproute2, as root" }]),
];
const names = absent.map(({ name }) => name).join(" and no ");
const packages = absent.map((program) => program.packages).join(" ");
const why =
  absent.length > 0 ? `no ${names} here (Debian: apt-get install ${packages})` : "a program is missing, see above";
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped: ${why}` : "";
console.log(`${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(code === 0 && counts.failed === 0 ? 0 : 1);

function readReport(folder) {
  const file = `${folder}/.results/test.json`;
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** Files that broke before their first test. */
function failedSuites(report) {
  return report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
}
