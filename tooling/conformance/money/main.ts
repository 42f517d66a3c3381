import { join } from "node:path";
import { runLong } from "@setor-tooling/long-run/long-run";
import { root } from "@setor-tooling/model/vendors";
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
