import { join } from "node:path";
import { runLong } from "../long-run/long-run.js";
import { findVendor, listVendors, root } from "../vendors.js";
import { understandsOrSays } from "./bad-input.js";

const vendors = listVendors().map(({ id }) => id);
await runLong(
  {
    cases: "damaged answers",
    total: 100_000,
    regressions: join(root, "tooling", "fuzz", "regressions.json"),
    property: (vendor) => understandsOrSays(findVendor(vendor)),
  },
  vendors,
);
console.log(`${vendors.length} vendors: no error of a foreign type, nothing misunderstood, no false success.`);
