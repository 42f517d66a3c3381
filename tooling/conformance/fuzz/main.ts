import { join } from "node:path";
import { runLong } from "@setor-tooling/long-run/long-run";
import { findVendor, listVendors, root } from "@setor-tooling/model/vendors";
import { agreesWithSpec } from "./bad-input.js";
import { measure, megabytes } from "./megabyte.js";

const vendors = listVendors().map(({ id }) => id);
await runLong(
  {
    cases: "damaged answers",
    total: Number(process.argv[2] ?? 100_000),
    regressions: join(root, "tooling", "conformance", "fuzz", "regressions.json"),
    property: (vendor) => agreesWithSpec(findVendor(vendor)),
  },
  vendors,
);
console.log(`${vendors.length} vendors: no error of a foreign type, nothing misunderstood, no false success.`);

const slowest = megabytes.map((kind) => ({ kind, ms: Math.max(measure(kind), measure(kind)) }));
slowest.sort((one, other) => other.ms - one.ms);
for (const { kind, ms } of slowest) console.log(`a megabyte of ${kind}: ${ms.toFixed(1)} ms`);
