import { listVendors } from "@setor-tooling/model/vendors";

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

const all = listVendors().map(({ id }) => id);

/** Defects in what a client sends and reads. */
export const clientFlips: readonly ClientFlip[] = [
  {
    name: "redirects are followed",
    vendors: all,
    file: "core/src/transport/fetch.ts",
    find: 'redirect: "manual"',
    replace: 'redirect: "follow"',
  },
  {
    name: "a form is sent as JSON",
    vendors: ["esamsat"],
    file: "core/src/serialise.ts",
    find: "body: formUrlEncoded(fields)",
    replace: "body: JSON.stringify(fields)",
  },
  {
    name: "a form says that it is JSON",
    vendors: ["esamsat"],
    file: "core/src/serialise.ts",
    find: 'contentType: "application/x-www-form-urlencoded"',
    replace: 'contentType: "application/json"',
  },
  {
    name: "JSON says that it is a form",
    vendors: ["bphtb"],
    file: "core/src/serialise.ts",
    find: 'contentType: "application/json"',
    replace: 'contentType: "application/x-www-form-urlencoded"',
  },
  {
    name: "JSON is not compact",
    vendors: ["bphtb"],
    file: "core/src/serialise.ts",
    find: "JSON.stringify(fields).replace(",
    replace: "JSON.stringify(fields, null, 1).replace(",
  },
  {
    name: "the first field is dropped",
    vendors: all,
    file: "core/src/serialise.ts",
    find: "for (const name of names[place]) if",
    replace: "for (const name of names[place].slice(1)) if",
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
    find: "...fixedFields(operation), ...secrets, ...fields",
    replace: "...fixedFields(operation), ...fields",
  },
  {
    name: "fixed fields are left out",
    vendors: ["bphtb", "qris"],
    file: "core/src/client.ts",
    find: "...fixedFields(operation), ...secrets, ...fields",
    replace: "...secrets, ...fields",
  },
  {
    name: "the signature is skipped",
    vendors: ["bphtb"],
    file: "core/src/call.ts",
    find: "...request.headers, ...more",
    replace: "...request.headers",
  },
  {
    name: "the payload is handed over with its envelope",
    vendors: ["bphtb", "pbb"],
    file: "core/src/to-result.ts",
    find: "payload !== undefined && isObject(value) ? value[payload] : value",
    replace: "value",
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
    find: "!patternOf(pattern).test(value)",
    replace: "pattern === value",
  },
  {
    name: "open outcomes offer no settlement",
    vendors: ["esamsat", "pbb"],
    file: "core/src/results.ts",
    find: 'return state === "pending" || state === "unknown";',
    replace: 'return state === "settling";',
  },
  {
    name: "pay asks for the status instead",
    vendors: ["esamsat"],
    file: "esamsat/src/client.ts",
    find: "api.prepare(operations.pay, input,",
    replace: "api.prepare({ ...operations.pay, path: operations.checkStatus.path }, input,",
  },
  {
    name: "pay is sent twice",
    vendors: ["esamsat"],
    file: "esamsat/src/client.ts",
    find: "await call.send()",
    replace: "(await call.send(), await call.send())",
  },
  {
    name: "the password is sent as the account",
    vendors: ["esamsat"],
    file: "esamsat/src/client.ts",
    find: "value: username, advice",
    replace: "value: password, advice",
  },
  {
    name: "the token is left out of what is signed",
    vendors: ["bphtb"],
    file: "bphtb/src/signing.ts",
    find: "token=Bearer ${token}",
    replace: "token=${token}",
  },
  {
    name: "the body is left out of what is signed",
    vendors: ["bphtb"],
    file: "bphtb/src/authorise.ts",
    find: 'body: typeof body === "string" ? body : ""',
    replace: 'body: ""',
  },
  {
    name: "the path is signed with its prefix",
    vendors: ["bphtb"],
    file: "bphtb/src/authorise.ts",
    find: "signedPath = withoutPrefix",
    replace: "signedPath = (path: string) => path",
  },
  {
    name: "the time that is sent is not the one that is signed",
    vendors: ["bphtb"],
    file: "bphtb/src/authorise.ts",
    find: '"X-Timestamp": signed.timestamp',
    replace: '"X-Timestamp": new Date(0).toISOString()',
  },
  {
    name: "the signature is hexadecimal",
    vendors: ["bphtb"],
    file: "bphtb/src/hmac/node.ts",
    find: 'digest("base64")',
    replace: 'digest("hex")',
  },
  {
    name: "a token that was turned away is used again",
    vendors: ["bphtb"],
    file: "bphtb/src/client.ts",
    find: "return again ? find(call, false) : result;",
    replace: "return result;",
  },
  {
    name: "the day and the month are swapped",
    vendors: ["pbb"],
    file: "pbb/src/client.ts",
    find: "`${day}${month}${year}`",
    replace: "`${month}${day}${year}`",
  },
  {
    name: "the time is UTC",
    vendors: ["pbb"],
    file: "core/src/wib.ts",
    find: "const offsetMs = 7 * 60 * 60 * 1000;",
    replace: "const offsetMs = 0;",
  },
  {
    name: "a path parameter is not encoded",
    vendors: ["pbb"],
    file: "core/src/serialise.ts",
    find: "encodeURIComponent(String(values[name]))",
    replace: "String(values[name])",
  },
  {
    name: "a query parameter is not encoded",
    vendors: ["qris"],
    file: "core/src/serialise.ts",
    find: "encodeURIComponent(String(value))",
    replace: "encodeURI(`${String(value)} `)",
  },
  {
    name: "the merchant number is sent as the apikey",
    vendors: ["qris"],
    file: "qris/src/client.ts",
    find: "value: apiKey, advice",
    replace: "value: merchantId, advice",
  },
  {
    name: "the invoice id keeps the wire's type",
    vendors: ["qris"],
    file: "qris/src/invoice.ts",
    find: "qris_invoiceid: invid",
    replace: "qris_invoiceid: data.qris_invoiceid",
  },
  {
    name: "empty fields stay empty",
    vendors: ["npwp-ocr"],
    file: "npwp-ocr/src/reading.ts",
    find: "nik: nik || null",
    replace: "nik",
  },
  {
    name: "the photo does not say what it is",
    vendors: ["npwp-ocr"],
    file: "npwp-ocr/src/photo-file.ts",
    find: '"npwp.jpg", { type })',
    replace: '"npwp.jpg")',
  },
];
