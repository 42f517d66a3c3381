import { listVendors } from "@setor-tooling/model/vendors";
import type { ClientFlip } from "./client-flips.js";

const all = listVendors().map(({ id }) => id);
const paying = ["esamsat", "bphtb", "pbb"];
const sending = [...paying, "qris", "npwp-ocr"];
const settling = ["esamsat", "bphtb"];

/** Defects in what is sent, when, and how often. */
const sendingFlips: readonly ClientFlip[] = [
  {
    name: "a misdirected request is sent again",
    vendors: sending,
    file: "core/src/transport/node-transport.ts",
    find: '  client.on("response", (response) => {',
    replace: `  client.on("response", (response) => {
      if (response.statusCode === 421) return attempt(sending, given, resolve, reject);`,
  },
  {
    name: "a request is sent again when the server is busy",
    vendors: sending,
    file: "core/src/transport/node-transport.ts",
    find: '  client.on("response", (response) => {',
    replace: `  client.on("response", (response) => {
      if (response.statusCode === 503) return attempt(sending, given, resolve, reject);`,
  },
  {
    name: "the platform's fetch is asked",
    vendors: sending,
    file: "core/src/transport/node.ts",
    find: "return loaded(sending);",
    replace: `const { fetchTransport } = await import("./fetch.js");
      return fetchTransport((url, init) => globalThis.fetch(url, init))(sending);`,
  },
  {
    name: "what is given up is not reset",
    vendors: sending,
    file: "core/src/transport/node-transport.ts",
    find: "if (connection !== undefined) reset(connection);",
    replace: "",
  },
  {
    name: "a payment is told as a reading",
    vendors: paying,
    file: "core/src/call.ts",
    find: 'operation.effect === "money"',
    replace: "false",
  },
  {
    name: "a kept connection carries a payment",
    vendors: paying,
    file: "core/src/send.ts",
    find: 'operation.effect === "money" || operation.effect === "billed";',
    replace: "false;",
  },
  {
    name: "a failure before sending wins over a doubt",
    vendors: sending,
    file: "core/src/transport-failure.ts",
    find: "links.every((link) =>",
    replace: "links.some((link) =>",
  },
  {
    name: "a call has begun before it is written down",
    vendors: sending,
    file: "core/src/send.ts",
    find: "if (beforeSending !== undefined) return",
    replace: "begun = true; if (beforeSending !== undefined) return",
  },
  {
    name: "nobody waits until it is written down",
    vendors: sending,
    file: "core/src/send.ts",
    find: "return Promise.resolve(beforeSending(record)).then(start);",
    replace: "return Promise.resolve(void beforeSending(record)).then(start);",
  },
  {
    name: "the deadline knows only its timer",
    vendors: sending,
    file: "core/src/deadline.ts",
    find: "monotonicNow() - startedAt >= timeoutMs",
    replace: "monotonicNow() - startedAt >= 1e12",
  },
  {
    name: "the token is outside of the deadline",
    vendors: ["bphtb"],
    file: "bphtb/src/token.ts",
    find: "return await call.deadline.race(inFlight);",
    replace: "return await inFlight;",
  },
  {
    name: "a place in the queue is given back at once",
    vendors: ["pbb"],
    file: "pbb/src/semaphore.ts",
    find: "if (placed && outstandingMs > 0) later(outstandingMs, release);\n      else if (placed)",
    replace: "if (placed)",
  },
  {
    name: "options are not checked",
    vendors: all,
    file: "core/src/options.ts",
    find: "if (rule === undefined) throw",
    replace: "if (rule === undefined) continue; if (rule === null) throw",
  },
];

/** Defects in what counts as an answer. */
const answerFlips: readonly ClientFlip[] = [
  {
    name: "a key may stand twice",
    vendors: [...paying, "qris"],
    file: "core/src/recognise.ts",
    find: 'kind === "noise" || kind === "duplicate-key"',
    replace: 'kind === "noise"',
  },
  {
    name: "noise is not seen",
    vendors: [...paying, "qris"],
    file: "core/src/tolerant-json.ts",
    find: '(before + after).trim() !== ""',
    replace: "(before + after).trim() === null",
  },
  {
    name: "a repair in what proves is believed",
    vendors: paying,
    file: "core/src/recognise.ts",
    find: "proof.some((proving) =>",
    replace: "false && proof.some((proving) =>",
  },
  {
    name: "any number of repairs is believed",
    vendors: paying,
    file: "core/src/recognise.ts",
    find: "ambiguous || repairs.length > maxShown",
    replace: "ambiguous",
  },
  {
    name: "a broken object is skipped for a whole one in it",
    vendors: paying,
    file: "core/src/tolerant-json.ts",
    find: "if (read === undefined) return undefined;",
    replace: "if (read === undefined) return parseTolerantly(text.slice(start + 1));",
  },
  {
    name: "something payable is opened by anything",
    vendors: ["qris"],
    file: "core/src/recognise.ts",
    find: 'return ambiguous && operation.effect === "create";',
    replace: "return false;",
  },
  {
    name: "readings that settle are not held to the rules",
    vendors: ["esamsat"],
    file: "core/src/recognise.ts",
    find: 'return effect === "money" || settles === true;',
    replace: 'return effect === "money";',
  },
  {
    name: "echoes are not compared",
    vendors: [...paying],
    file: "core/src/shape.ts",
    find: "if (shape.echo !== undefined && isForeign",
    replace: "if (shape.echo === null && isForeign",
  },
  {
    name: "an answer of another's is taken by a looser one",
    vendors: ["bphtb"],
    file: "core/src/recognise.ts",
    find: "if (foreign && isAboutMoney(operation)) break;",
    replace: "",
  },
  {
    name: "the first number that a text names is not compared",
    vendors: ["esamsat"],
    file: "core/src/shape.ts",
    find: "[...named].some(",
    replace: "[...named].slice(1).some(",
  },
  {
    name: "repairs are shown with every name",
    vendors: ["esamsat", "bphtb", "pbb", "qris"],
    file: "core/src/recognise.ts",
    find: 'known.has(name) ? name : "*"',
    replace: "known.has(name) ? name : name",
  },
];

/** Defects in what is final, and in what is asked later. */
const finalityFlips: readonly ClientFlip[] = [
  {
    name: "transport takes no time",
    vendors: settling,
    file: "core/src/finality.ts",
    find: ">= transportMs + finalAfterMs",
    replace: ">= finalAfterMs",
  },
  {
    name: "the vendor takes no time",
    vendors: settling,
    file: "core/src/finality.ts",
    find: ">= transportMs + finalAfterMs",
    replace: ">= transportMs",
  },
  {
    name: "the clock of the machine decides",
    vendors: ["esamsat"],
    file: "esamsat/src/client.ts",
    find: "createSettlement(api, {",
    replace: "createSettlement({ ...api, monotonicNow: () => api.now().getTime() }, {",
  },
  {
    name: "unpaid is final without an agreement",
    vendors: ["bphtb"],
    file: "core/src/finality.ts",
    find: "if (finalAfterMs === undefined) return false;",
    replace: "if (finalAfterMs === undefined) return true;",
  },
  {
    name: "the age of the caller counts for nothing",
    vendors: settling,
    file: "core/src/finality.ts",
    find: "Math.max(seenMs, ageMs)",
    replace: "seenMs",
  },
  {
    name: "the time that an answer takes counts as well",
    vendors: ["esamsat"],
    file: "core/src/settle.ts",
    find: "attempt, over);",
    replace: "attempt, finality.isOver(attempt.id, ageMs));",
  },
  {
    name: "an attempt holds what the caller's object says later",
    vendors: ["esamsat"],
    file: "esamsat/src/client.ts",
    find: "const { invoice } = call.fields;",
    replace: "const { invoice } = input;",
  },
  {
    name: "a refusal is open",
    vendors: ["esamsat"],
    file: "esamsat/src/settle.ts",
    find: 'status.reason === "failure"',
    replace: 'status.reason === "other"',
  },
];

/** Defects in the rules that hold whatever a spec says. */
export const ruleFlips: readonly ClientFlip[] = [...sendingFlips, ...answerFlips, ...finalityFlips];
