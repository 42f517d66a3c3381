import { join } from "node:path";
import { root } from "../../model/vendors.js";
import { runLong } from "../long-run/long-run.js";
import { findIntegrator, followsTheMoney, integrators } from "./schedules.js";

const total = Number(process.argv[2] ?? 100_000);
await runLong(
  {
    cases: "schedules",
    total,
    regressions: join(root, "tooling", "conformance", "money", "regressions.json"),
    property: (name) => followsTheMoney(findIntegrator(name)),
  },
  integrators.map(({ name }) => name),
);
// The run ends at the first loss.
console.log(`${integrators.length * total} schedules: 0 double debits, 0 lost payments, 0 false receipts.`);
