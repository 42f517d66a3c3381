import type { ClientMutation } from "@setor-tooling/model/mutation";

/** Defects that the suite of this client must notice: in its own sources, or in what only it shows of core. */
export const mutations: readonly ClientMutation[] = [
  {
    name: "pay asks for the status instead",
    file: "esamsat/src/client.ts",
    find: "api.prepare(operations.pay, input,",
    replace: "api.prepare({ ...operations.pay, path: operations.checkStatus.path }, input,",
  },
  {
    name: "pay is sent twice",
    file: "esamsat/src/client.ts",
    find: "await call.send()",
    replace: "(await call.send(), await call.send())",
  },
  {
    name: "the password is sent as the account",
    file: "esamsat/src/client.ts",
    find: "value: username, advice",
    replace: "value: password, advice",
  },
  {
    name: "readings that settle are not held to the rules",
    file: "core/src/recognise.ts",
    find: 'return effect === "money" || settles === true;',
    replace: 'return effect === "money";',
  },
  {
    name: "transport takes no time",
    file: "core/src/finality.ts",
    find: ">= transportMs + finalAfterMs",
    replace: ">= finalAfterMs",
  },
  {
    name: "the vendor takes no time",
    file: "core/src/finality.ts",
    find: ">= transportMs + finalAfterMs",
    replace: ">= transportMs",
  },
  {
    name: "the clock of the machine decides",
    file: "esamsat/src/client.ts",
    find: "createSettlement(api, {",
    replace: "createSettlement({ ...api, monotonicNow: () => api.now().getTime() }, {",
  },
  {
    name: "the age of the caller counts for nothing",
    file: "core/src/finality.ts",
    find: "Math.max(seenMs, ageMs)",
    replace: "seenMs",
  },
  {
    name: "the time that an answer takes counts as well",
    file: "core/src/settle.ts",
    find: "attempt, over);",
    replace: "attempt, finality.isOver(attempt.id, ageMs));",
  },
  {
    name: "an attempt holds what the caller's object says later",
    file: "esamsat/src/client.ts",
    find: "const { invoice } = call.fields;",
    replace: "const { invoice } = input;",
  },
  {
    name: "a refusal is open",
    file: "esamsat/src/settle.ts",
    find: 'status.reason === "failure"',
    replace: 'status.reason === "other"',
  },
];
