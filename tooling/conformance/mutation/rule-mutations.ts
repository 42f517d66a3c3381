import { type CoreMutation, everyone, hasEffect, says } from "./concerns.js";

/** Defects in what is sent, when, and how often. */
const sendingMutations: readonly CoreMutation[] = [
  {
    name: "a misdirected request is sent again",
    concerns: hasEffect("money", "billed", "create"),
    file: "core/src/transport/node-transport.ts",
    find: '  client.on("response", (response) => {',
    replace: `  client.on("response", (response) => {
      if (response.statusCode === 421) return attempt(sending, given, resolve, reject);`,
  },
  {
    name: "a request is sent again when the server is busy",
    concerns: hasEffect("money", "billed", "create"),
    file: "core/src/transport/node-transport.ts",
    find: '  client.on("response", (response) => {',
    replace: `  client.on("response", (response) => {
      if (response.statusCode === 503) return attempt(sending, given, resolve, reject);`,
  },
  {
    name: "the platform's fetch is asked",
    concerns: hasEffect("money", "billed", "create"),
    file: "core/src/transport/node.ts",
    find: "return loaded(sending);",
    replace: `const { fetchTransport } = await import("./fetch.js");
      return fetchTransport((url, init) => globalThis.fetch(url, init))(sending);`,
  },
  {
    name: "what is given up is not reset",
    concerns: hasEffect("money", "billed", "create"),
    file: "core/src/transport/node-transport.ts",
    find: "if (connection !== undefined) reset(connection);",
    replace: "",
  },
  {
    name: "a payment is told as a reading",
    concerns: hasEffect("money"),
    file: "core/src/call.ts",
    find: 'operation.effect === "money"',
    replace: "false",
  },
  {
    name: "a kept connection carries a payment",
    concerns: hasEffect("money"),
    file: "core/src/send.ts",
    find: 'operation.effect === "money" || operation.effect === "billed";',
    replace: "false;",
  },
  {
    name: "a failure before sending wins over a doubt",
    concerns: hasEffect("money", "billed", "create"),
    file: "core/src/transport-failure.ts",
    find: "links.every((link) =>",
    replace: "links.some((link) =>",
  },
  {
    name: "a call has begun before it is written down",
    concerns: hasEffect("money", "billed", "create"),
    file: "core/src/send.ts",
    find: "if (beforeSending !== undefined) return",
    replace: "begun = true; if (beforeSending !== undefined) return",
  },
  {
    name: "nobody waits until it is written down",
    concerns: hasEffect("money", "billed", "create"),
    file: "core/src/send.ts",
    find: "return Promise.resolve(beforeSending(record)).then(start);",
    replace: "return Promise.resolve(void beforeSending(record)).then(start);",
  },
  {
    name: "the deadline knows only its timer",
    concerns: hasEffect("money", "billed", "create"),
    file: "core/src/deadline.ts",
    find: "monotonicNow() - startedAt >= timeoutMs",
    replace: "monotonicNow() - startedAt >= 1e12",
  },
  {
    name: "options are not checked",
    concerns: everyone,
    file: "core/src/options.ts",
    find: "if (rule === undefined) throw",
    replace: "if (rule === undefined) continue; if (rule === null) throw",
  },
];

/** Defects in what counts as an answer. */
const answerMutations: readonly CoreMutation[] = [
  {
    name: "a key may stand twice",
    concerns: hasEffect("money", "create"),
    file: "core/src/recognise.ts",
    find: 'kind === "noise" || kind === "duplicate-key"',
    replace: 'kind === "noise"',
  },
  {
    name: "noise is not seen",
    concerns: hasEffect("money", "create"),
    file: "core/src/tolerant-json.ts",
    find: '(before + after).trim() !== ""',
    replace: "(before + after).trim() === null",
  },
  {
    name: "a repair in what proves is believed",
    concerns: hasEffect("money"),
    file: "core/src/recognise.ts",
    find: "proof.some((proving) =>",
    replace: "false && proof.some((proving) =>",
  },
  {
    name: "any number of repairs is believed",
    concerns: hasEffect("money"),
    file: "core/src/recognise.ts",
    find: "ambiguous || repairs.length > maxShown",
    replace: "ambiguous",
  },
  {
    name: "a broken object is skipped for a whole one in it",
    concerns: hasEffect("money"),
    file: "core/src/tolerant-json.ts",
    find: "if (read === undefined) return undefined;",
    replace: "if (read === undefined) return parseTolerantly(text.slice(start + 1));",
  },
  {
    name: "something payable is opened by anything",
    concerns: hasEffect("create"),
    file: "core/src/recognise.ts",
    find: 'return ambiguous && operation.effect === "create";',
    replace: "return false;",
  },
  {
    name: "echoes are not compared",
    concerns: says("x-echo"),
    file: "core/src/shape.ts",
    find: "if (shape.echo !== undefined && isMismatchedEcho",
    replace: "if (shape.echo === null && isMismatchedEcho",
  },
  {
    name: "the first number that a text names is not compared",
    concerns: says("x-echo-pattern"),
    file: "core/src/shape.ts",
    find: "[...named].some(",
    replace: "[...named].slice(1).some(",
  },
  {
    name: "repairs are shown with every name",
    concerns: hasEffect("money", "create"),
    file: "core/src/recognise.ts",
    find: 'known.has(name) ? name : "*"',
    replace: "known.has(name) ? name : name",
  },
];

/** Defects in what is final, and in what is asked later. */
const finalityMutations: readonly CoreMutation[] = [];

/** Defects in the rules that hold whatever a spec says. */
export const ruleMutations: readonly CoreMutation[] = [...sendingMutations, ...answerMutations, ...finalityMutations];
