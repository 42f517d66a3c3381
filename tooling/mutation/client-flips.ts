/** One defect planted in a client's source. */
export interface ClientFlip {
  readonly name: string;
  /** Vendors whose suite must notice. */
  readonly vendors: readonly string[];
  /** Path below `packages/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const all = ["npwp-ocr", "bphtb", "esamsat", "pbb", "qris"];

export const clientFlips: readonly ClientFlip[] = [
  {
    name: "redirects are followed",
    vendors: all,
    file: "core/src/exchange.ts",
    find: 'redirect: "manual"',
    replace: 'redirect: "follow"',
  },
  {
    name: "a form is sent as JSON",
    vendors: ["esamsat"],
    file: "core/src/serialise.ts",
    find: "body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)])).toString()",
    replace: "body: JSON.stringify(fields)",
  },
  {
    name: "a form says that it is JSON",
    vendors: ["esamsat"],
    file: "core/src/serialise.ts",
    find: '"Content-Type": "application/x-www-form-urlencoded"',
    replace: '"Content-Type": "application/json"',
  },
  {
    name: "JSON says that it is a form",
    vendors: ["bphtb"],
    file: "core/src/serialise.ts",
    find: '"Content-Type": "application/json"',
    replace: '"Content-Type": "application/x-www-form-urlencoded"',
  },
  {
    name: "JSON is not compact",
    vendors: ["bphtb"],
    file: "core/src/serialise.ts",
    find: "JSON.stringify(fields)",
    replace: "JSON.stringify(fields, null, 1)",
  },
  {
    name: "the first field is dropped",
    vendors: all,
    file: "core/src/serialise.ts",
    find: ".map(([name]) => [name, values[name]]),",
    replace: ".map(([name]) => [name, values[name]]).slice(1),",
  },
  {
    name: "a file is sent as text",
    vendors: ["npwp-ocr"],
    file: "core/src/serialise.ts",
    find: "if (value instanceof Blob) form.append(name, value);",
    replace: "if (value instanceof Date) form.append(name, value);",
  },
  {
    name: "credentials are left out",
    vendors: ["npwp-ocr", "esamsat", "qris"],
    file: "core/src/client.ts",
    find: "...fixedFields(operation), ...secrets,",
    replace: "...fixedFields(operation),",
  },
  {
    name: "fixed fields are left out",
    vendors: ["bphtb", "qris"],
    file: "core/src/client.ts",
    find: "...fixedFields(operation), ...secrets,",
    replace: "...secrets,",
  },
  {
    name: "the signature is skipped",
    vendors: ["bphtb"],
    file: "core/src/client.ts",
    find: "...request.headers, ...headers, ...authorised",
    replace: "...request.headers, ...headers",
  },
  {
    name: "the payload is handed over with its envelope",
    vendors: ["bphtb", "pbb"],
    file: "core/src/client.ts",
    find: "answer.payload !== undefined && isObject(value)",
    replace: "answer.payload === undefined && isObject(value)",
  },
  {
    name: "every answer is the first documented one",
    vendors: all,
    file: "core/src/recognise.ts",
    find: "if (mismatch !== undefined) continue;",
    replace: "",
  },
  {
    name: "constants are not compared",
    vendors: ["esamsat", "pbb", "qris"],
    file: "core/src/shape.ts",
    find: "value !== shape.const",
    replace: "shape.const === shape",
  },
  {
    name: "patterns are not compared",
    vendors: ["esamsat", "qris", "npwp-ocr"],
    file: "core/src/shape.ts",
    find: '!new RegExp(shape.pattern, "u").test(value)',
    replace: "shape.pattern === value",
  },
  {
    name: "open outcomes offer no settlement",
    vendors: ["esamsat", "pbb"],
    file: "core/src/results.ts",
    find: 'const open = result.state === "pending" || result.state === "unknown";',
    replace: 'const open = result.state === "settling";',
  },
  {
    name: "pay asks for the status instead",
    vendors: ["esamsat"],
    file: "esamsat/src/client.ts",
    find: "api.money(operations.pay, input, call)",
    replace: "api.money({ ...operations.pay, path: operations.checkStatus.path }, input, call)",
  },
  {
    name: "pay is sent twice",
    vendors: ["esamsat"],
    file: "esamsat/src/client.ts",
    find: "const sentAt = api.now();",
    replace: "const sentAt = api.now(); await api.money(operations.pay, input, call);",
  },
  {
    name: "the account and the password are swapped",
    vendors: ["esamsat"],
    file: "esamsat/src/client.ts",
    find: "secrets: { username, password }",
    replace: "secrets: { username: password, password: username }",
  },
];
