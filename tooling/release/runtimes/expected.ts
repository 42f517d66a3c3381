import { listPackages } from "@setor-tooling/publishing/list-packages";
import { faults } from "./sent-once.js";

/** One copy of each package for `import` and for `require`. */
export const sameCopies = Object.fromEntries(listPackages().map(({ name }) => [name, true]));

/** Every payment arrives once, and nobody says more than he knows. */
export const sentOnce = {
  said: {
    ...Object.fromEntries(faults.map((fault) => [fault, ["unknown", "unknown"]])),
    nobody: ["not-sent"],
    signed: [true],
    form: [true],
  },
  // Once by POST, once by GET.
  arrived: [...faults, ...faults].sort(),
};
