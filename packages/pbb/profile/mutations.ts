import type { ClientMutation } from "@setor-tooling/model/mutation";

/** Defects that the suite of this client must notice: in its own sources, or in what only it shows of core. */
export const mutations: readonly ClientMutation[] = [
  {
    name: "the day and the month are swapped",
    file: "pbb/src/client.ts",
    find: "`${day}${month}${year}`",
    replace: "`${month}${day}${year}`",
  },
  {
    name: "the time is UTC",
    file: "core/src/wib.ts",
    find: "const offsetMs = 7 * 60 * 60 * 1000;",
    replace: "const offsetMs = 0;",
  },
  {
    name: "a path parameter is not encoded",
    file: "core/src/serialise.ts",
    find: "encodeURIComponent(String(values[name]))",
    replace: "String(values[name])",
  },
  {
    name: "a permit is given back at once",
    file: "pbb/src/semaphore.ts",
    find: "if (acquired && outstandingMs > 0) later(outstandingMs, release);\n      else if (acquired)",
    replace: "if (acquired)",
  },
];
