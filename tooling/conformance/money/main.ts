import { join } from "node:path";
import { runLong } from "@setor-tooling/long-run/long-run";
import { root } from "@setor-tooling/model/vendors";
import { listIntegrators, moneyIsConserved } from "./schedules.js";

const integrators = new Map((await listIntegrators()).map((integrator) => [integrator.name, integrator]));
const total = Number(process.argv[2] ?? 100_000);
await runLong(
  {
    cases: "schedules",
    total,
    regressions: join(root, "tooling", "conformance", "money", "regressions.json"),
    property(name) {
      const integrator = integrators.get(name);
      if (integrator === undefined) throw new Error(`There is no integrator of "${name}".`);
      return moneyIsConserved(integrator);
    },
  },
  [...integrators.keys()],
);
// The run ends at the first loss.
console.log(`${integrators.size * total} schedules: 0 double debits, 0 lost payments, 0 false receipts.`);
