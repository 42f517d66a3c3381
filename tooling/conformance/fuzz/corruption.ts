import { gzipSync } from "node:zlib";
import type { Scenario } from "@setor-tooling/model/scenarios";
import fc from "fast-check";

/** An answer as it arrives. */
export interface Delivered {
  readonly status: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is damaged: an answer, and the fields that were asked with. */
export type Answered = Pick<Scenario, "status" | "answer" | "fields">;

/** Something that is wrong with an answer; its other fields say what, for whoever reads a failure. */
export interface Corruption {
  readonly kind: string;
  deliver(scenario: Answered): Delivered;
}

/** Without numbers beyond 2^53: the client keeps their digits as text, where ajv sees a number that was rounded. */
const anyValue = fc.jsonValue({ maxDepth: 2 }).filter((value) => !/[0-9]{16}|e\+/.test(JSON.stringify(value)));

interface Change {
  readonly index: number;
  readonly value: unknown;
}

const change = fc.record<Change>({
  index: fc.nat(),
  value: fc.oneof(fc.constant(undefined), anyValue, fc.constantFrom("", "0", 0, 1, null, [], {})),
});

/** Up to three values that are gone or others, at any depth. */
const changed = fc
  .array(change, { minLength: 1, maxLength: 3 })
  .map((changes) => of("changed", { changes }, (answer) => bytesOf(changes.reduce(withChange, answer))));

const truncated = fc.nat().map((at) =>
  of("truncated", { at }, (answer) => {
    const bytes = bytesOf(answer);
    return bytes.slice(0, at % bytes.length);
  }),
);

const overwritten = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }).map((values) =>
  of("overwritten", { bytes: values }, (answer) => {
    const bytes = bytesOf(answer);
    for (const [at, value] of values) bytes[at % bytes.length] = value;
    return bytes;
  }),
);

const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  "UTF-8 with a BOM": (text) => Buffer.from(`\uFEFF${text}`),
  "UTF-16LE": (text) => Buffer.from(text, "utf16le"),
  "UTF-16BE": (text) => Buffer.from(text, "utf16le").swap16(),
  "Latin-1": (text) => Buffer.from(text, "latin1"),
  "gzip that nobody announced": (text) => gzipSync(text),
};

const encoded = fc
  .constantFrom(...Object.entries(encodings))
  .map(([as, encode]) => of("encoded", { as }, (answer) => Uint8Array.from(encode(JSON.stringify(answer)))));

const nested = fc
  .tuple(fc.integer({ min: 1, max: 5_000 }), fc.constantFrom(["[", "]"] as const, ['{"data":', "}"] as const))
  .map(([depth, [open, close]]) =>
    of("nested", { depth, open }, (answer) =>
      encode(open.repeat(depth) + JSON.stringify(answer) + close.repeat(depth)),
    ),
  );

const padded = fc
  .integer({ min: 500_000, max: 1_500_000 })
  .map((length) => of("padded", { length }, (answer) => encode(JSON.stringify(answer).padEnd(length))));

/** A key that stands there twice, with this value before it or behind it. */
const duplicated = fc
  .record({
    index: fc.nat(),
    value: fc.oneof(anyValue, fc.constantFrom("paid", "unpaid", 1, 13, "ok", "no")),
    first: fc.boolean(),
  })
  .map(({ index, value, first }) =>
    of("duplicated", { index, value, first }, (answer) => {
      const members = [...JSON.stringify(answer).matchAll(/"([^"\\]*)":(?:"[^"\\]*"|[^",{}[\]]+)/g)];
      const [member = "", key] = members[index % Math.max(members.length, 1)] ?? [];
      const other = `${JSON.stringify(key ?? "code")}:${JSON.stringify(value)}`;
      return encode(
        JSON.stringify(answer).replace(member || "{}", () => (first ? `${other},${member}` : `${member},${other}`)),
      );
    }),
  );

const words = fc.constantFrom(
  "ROLLBACK: would have answered ",
  "<br />\n<b>Notice</b>: x in <b>y.php</b> on line <b>1</b><br />\n",
  "<br />\n<b>Warning</b>: x in <b>y.php</b> on line <b>1</b><br />\n",
  "<html>",
  "\uFEFF",
  " \n",
  ";",
  "null",
  "",
);

const noisy = fc
  .tuple(words, words)
  .map(([before, after]) =>
    of("noisy", { before, after }, (answer) => encode(before + JSON.stringify(answer) + after)),
  );

/** Two objects, or lists, one behind the other. */
const followed = fc.tuple(anyValue, fc.constantFrom("", ",", "\n"), fc.boolean()).map(([other, between, first]) =>
  of("followed", { other, between, first }, (answer) => {
    const both = [JSON.stringify([other]), JSON.stringify(answer)];
    return encode((first ? both : both.reverse()).join(between));
  }),
);

/** A broken object with the whole answer in it. */
const broken = fc
  .constantFrom('{"x":', '{"code":1,"x":[', "[[", '{"status":"CONFIRM" "x":', "{x ")
  .map((before) => of("broken", { before }, (answer) => encode(before + JSON.stringify(answer))));

/** Something that was asked about, by another number: in its place, in a text, or in a field of its own. */
const anotherNumber = fc
  .record({ index: fc.nat(), how: fc.constantFrom("echoed", "added", "mentioned") })
  .map(({ index, how }) =>
    of("another number", { index, how }, (answer, fields) => {
      const asked = Object.entries(fields).filter(([, value]) => /\d/.test(String(value)));
      const [name = "invoice", value = "1"] = asked[index % Math.max(asked.length, 1)] ?? [];
      const another = String(value).replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
      if (how === "echoed") return encode(JSON.stringify(answer).replaceAll(String(value), another));
      const mention = how === "mentioned" ? { reason: `Failure Invoice ${another}!` } : { [name]: another };
      return bytesOf(typeof answer === "object" ? { ...answer, ...mention } : mention);
    }),
  );

const twice = fc.constant(of("twice", {}, (answer) => encode(JSON.stringify(answer).repeat(2))));

const anyText = fc
  .oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.json(), fc.constant("[".repeat(100_000)))
  .map((text) => of("any text", { text }, () => encode(text)));

const anyStatus = fc
  .constantFrom(200, 201, 202, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504)
  .map((status) => ({
    kind: "status",
    status,
    deliver: ({ answer }: Answered) => ({ status, bytes: bytesOf(answer) }),
  }));

export const corruptions: fc.Arbitrary<Corruption> = fc.oneof(
  { weight: 24, arbitrary: changed },
  { weight: 6, arbitrary: truncated },
  { weight: 8, arbitrary: overwritten },
  { weight: 3, arbitrary: encoded },
  { weight: 2, arbitrary: nested },
  { weight: 3, arbitrary: anyStatus },
  { weight: 3, arbitrary: anyText },
  { weight: 5, arbitrary: duplicated },
  { weight: 5, arbitrary: noisy },
  { weight: 3, arbitrary: followed },
  { weight: 2, arbitrary: broken },
  { weight: 5, arbitrary: anotherNumber },
  { weight: 1, arbitrary: twice },
  { weight: 1, arbitrary: padded },
);

type Write = (answer: unknown, fields: Answered["fields"]) => Uint8Array<ArrayBuffer>;

function of(kind: string, facts: object, write: Write): Corruption {
  return { kind, ...facts, deliver: ({ status, answer, fields }) => ({ status, bytes: write(answer, fields) }) };
}

function withChange(answer: unknown, { index, value }: Change): unknown {
  const copy = structuredClone(answer);
  const members = membersIn(copy);
  const chosen = members[index % Math.max(members.length, 1)];
  if (chosen === undefined) return value ?? null;
  const [holder, key] = chosen;
  if (value === undefined && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  else Reflect.set(holder, key, value ?? null);
  return copy;
}

function membersIn(node: unknown): [object, string][] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => [[node, key], ...membersIn(child)]);
}

function bytesOf(answer: unknown): Uint8Array<ArrayBuffer> {
  return encode(JSON.stringify(answer));
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
