import fc from "fast-check";
import { expect, it } from "vitest";
import { payloadCases } from "../../test/payloads.js";
import { encodeQris, parseQris, type QrisElement, QrisPayloadError } from "../index.js";

const valid = payloadCases().flatMap(({ payload, expected }) => (expected === "valid" ? [payload] : []));

/** Letters of many scripts, some of several code points; two of these fit into a template. */
const text = fc
  .string({ unit: "grapheme-composite", minLength: 1, maxLength: 20 })
  .filter((value) => Array.from(value).length <= 40);
const tag = (first: number, last: number) =>
  fc.integer({ min: first, max: last }).map((id) => String(id).padStart(2, "0"));

const element = (id: fc.Arbitrary<string>, value = text): fc.Arbitrary<QrisElement> => fc.record({ id, value });
const once = { selector: ({ id }: QrisElement) => id };

const template = fc
  .uniqueArray(element(tag(0, 99)), { ...once, minLength: 1, maxLength: 2 })
  .map((fields) =>
    fields.map(({ id, value }) => id + String(Array.from(value).length).padStart(2, "0") + value).join(""),
  );

const isTemplate = (id: string) => (id >= "26" && id <= "45") || ["51", "62", "64"].includes(id);
const plainElement = element(tag(1, 99).filter((id) => id !== "63" && !isTemplate(id)));
const templateElement = element(tag(26, 64).filter(isTemplate), template);

const elements = fc
  .tuple(
    fc.uniqueArray(plainElement, { ...once, maxLength: 4 }),
    fc.uniqueArray(templateElement, { ...once, maxLength: 2 }),
  )
  .chain(([plain, templates]) => fc.shuffledSubarray([...plain, ...templates], { minLength: plain.length }))
  .map((some) => [{ id: "00", value: "01" }, { id: "59", value: "Warung  " }, ...some.filter(({ id }) => id !== "59")]);

it("any payload comes back as the same elements and the same text", () => {
  fc.assert(
    fc.property(elements, (some) => {
      const encoded = encodeQris({ elements: some });
      const parsed = parseQris(encoded);
      expect(parsed.elements).toEqual(some);
      expect(encodeQris(parsed)).toBe(encoded);
    }),
  );
});

const changed = (character: fc.Arbitrary<string>) =>
  fc
    .record({ payload: fc.constantFrom(...valid), at: fc.nat(), character })
    .map(({ payload, at, character }) => {
      const index = at % payload.length;
      return { payload, other: payload.slice(0, index) + character + payload.slice(index + 1) };
    })
    .filter(({ payload, other }) => payload !== other);

// A CRC of 16 bits finds every burst of errors up to 16 bits long. One ASCII character in place of another is a burst of
// seven bits at most, either in what the CRC covers (always the whole text but the last four characters, wherever
// tag 63 seems to be) or in the CRC itself. A collision is impossible, so such a change is always refused.
it("one ASCII character in place of another is always refused", () => {
  fc.assert(
    fc.property(changed(fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 1 })), ({ other }) => {
      expect(() => parseQris(other)).toThrow(QrisPayloadError);
    }),
    { numRuns: 2_000 },
  );
});

// A character of two to four bytes moves all that follows it, which is no short burst: one in 65,536 such changes could
// match the CRC by chance. Then the text was read as what it says: a field differs.
it("any character in place of another is refused or changes a field", () => {
  fc.assert(
    fc.property(changed(fc.string({ unit: "binary", minLength: 1, maxLength: 1 })), ({ payload, other }) => {
      try {
        expect(parseQris(other).elements).not.toEqual(parseQris(payload).elements);
      } catch (error) {
        expect(error).toBeInstanceOf(QrisPayloadError);
      }
    }),
    { numRuns: 2_000 },
  );
});
