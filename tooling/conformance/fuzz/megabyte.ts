import type { Operation, Shape } from "@setor/core";
import { recognise } from "../../../packages/core/src/recognise.js";

const size = 1_048_576;

const text: Shape = { type: "string", echo: "bill", echoPattern: "no ([0-9]+)" };
const receipt: Shape = { type: "object", required: ["code"], properties: { code: { const: 1 }, message: text } };
const refusal: Shape = { type: "object", properties: { code: { type: "integer" }, message: text } };

const pay: Operation = {
  id: "pay",
  method: "POST",
  path: "/",
  requestType: "json",
  effect: "money",
  timeoutMs: 1_000,
  fields: {},
  answers: {
    "200": [
      { outcome: "paid", shape: receipt },
      { outcome: "unknown", shape: refusal },
    ],
  },
};

function filled(before: string, piece: string, after: string): (length: number) => string {
  return (length) => before + piece.repeat(Math.floor((length - before.length - after.length) / piece.length)) + after;
}

/** Bodies that cost a reader the most, by what they are, at any length. */
const bodies: Readonly<Record<string, (length: number) => string>> = {
  "one long text": filled('{"code":1,"message":"', "x", '"}'),
  "a text that names bills": filled('{"code":1,"message":"', "no 4711 ", '"}'),
  escapes: filled('{"code":1,"message":"', "\\\\", '"}'),
  "raw line breaks": filled('{"code":1,"message":"', "\n", '"}'),
  "many members": filled('{"code":1', ',"a":1', "}"),
  "many lists": filled('{"code":1,"a":[', "[],", "0]}"),
  "brackets that open": filled("", "[", ""),
  "objects that open": filled("", '{"a":', ""),
  digits: filled('{"code":1,"a":', "9", "}"),
  "leading zeros": filled('{"code":1,"a":[', "01,", "1]}"),
  "bare keys": filled("{code:1", ",a:1", "}"),
  "notices of PHP": filled("", "<b>Notice</b>: x in <b>y</b>", '{"code":1}'),
  "half notices of PHP": filled("", "<b>Notice</b>: ", '{"code":1}'),
  blanks: filled("", " ", '{"code":1}'),
  quotes: filled('{"code":1,"a":', '"', "}"),
  words: filled("", "rolled back ", '{"code":1}'),
};

export const megabytes = Object.keys(bodies);

/** How long a body of this kind takes to be understood, in milliseconds; of a megabyte by default. */
export function measure(kind: string, length = size): number {
  const body = bodies[kind]?.(length) ?? "";
  const startedAt = performance.now();
  recognise(pay, 200, body, { bill: "4711" });
  return performance.now() - startedAt;
}
