import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { payloadCases, staticPayload, vendorPayload } from "../../test/payloads.js";
import { encodeQris, parseQris, QrisPayloadError } from "../index.js";
import { crc16 } from "./crc.js";

const valid = payloadCases().filter(({ expected }) => expected === "valid");
const invalid = payloadCases().filter(({ expected }) => expected === "invalid");

/** A payload of these elements, with the CRC that belongs to it. */
const sealed = (body: string) => `${body}6304${crc16(`${body}6304`)}`;

function refusal(text: string): QrisPayloadError {
  try {
    parseQris(text);
  } catch (error) {
    if (error instanceof QrisPayloadError) return error;
    throw error;
  }
  throw new Error("expected a refusal");
}

describe("the payloads of the table", () => {
  it("the payloads of the table are all there", () => {
    expect(valid).toHaveLength(14);
    expect(invalid).toHaveLength(2);
  });

  it.each(valid)("parseQris reads and encodeQris writes back: $source", ({ payload }) => {
    expect(encodeQris(parseQris(payload))).toBe(payload);
  });

  it.each(invalid)("parseQris refuses: $source", ({ payload }) => {
    expect(() => parseQris(payload)).toThrow(QrisPayloadError);
  });
});

describe("parseQris", () => {
  it("parseQris names every field of the payload in InterActive's document", () => {
    expect(parseQris(vendorPayload)).toMatchObject({
      initiation: "dynamic",
      accounts: [
        {
          id: "26",
          gui: "ID.CO.TELKOM.WWW",
          mpan: "936008980255996627",
          merchantId: "000195255996627",
          size: "UMI",
        },
      ],
      repository: { gui: "ID.CO.QRIS.WWW", nmid: "ID1020021181745", size: "UMI" },
      categoryCode: "5732",
      currency: "360",
      amount: "25578.00",
      tipIndicator: "01",
      country: "ID",
      merchantName: "InterActive Corp",
      city: "KOTA SURABAYA",
      postalCode: "60136",
      additionalData: { referenceLabel: "413255111" },
      crc: "39B7",
      cardSchemes: [],
      unreserved: [],
      unknown: [],
    });
  });

  it("parseQris keeps tags that it has no field for, in their order", () => {
    const text = sealed("000201" + "0406987654" + "4603abc" + "6502xy" + "9903xyz" + "64220002ID0104Kafe0204Yogy");
    const payload = parseQris(text);
    expect(payload).toMatchObject({
      initiation: undefined,
      cardSchemes: [{ id: "04", value: "987654" }],
      unknown: [
        { id: "46", value: "abc" },
        { id: "65", value: "xy" },
      ],
      unreserved: [{ id: "99", value: "xyz" }],
      language: { language: "ID", merchantName: "Kafe", city: "Yogy" },
    });
    expect(encodeQris(payload)).toBe(text);
  });

  it("parseQris keeps the spaces at the end of a value", () => {
    expect(parseQris(sealed("0002015910Warung    6006Kudus ")).merchantName).toBe("Warung    ");
  });

  it("parseQris reads tags in any order between 00 and 63", () => {
    expect(parseQris(sealed("0002016006Kudus 5802ID54041000010212"))).toMatchObject({
      initiation: "dynamic",
      amount: "1000",
      country: "ID",
    });
  });

  it("parseQris counts a length in characters: neither in UTF-16 units nor in bytes", () => {
    expect(parseQris(sealed("0002015906Kafé ☕6002🍜🍜"))).toMatchObject({ merchantName: "Kafé ☕", city: "🍜🍜" });
  });

  it("parseQris reads a sound payload that breaks a rule of the scheme: static, without tag 51", () => {
    const text = sealed("0002010102115802ID");
    expect(parseQris(text)).toMatchObject({ initiation: "static", repository: undefined });
  });

  it.each([
    ["a customer's code", "hQVDUFYwMWETTwWgAAACQ1AQWlNldG9y", "cpm", 0],
    ["half a surrogate pair", sealed("0002015903a b").replace("a b", "a\ud83cb"), "not-well-formed", 11],
    ["nothing", "", "too-short", 0],
    ["a beginning", "000201", "too-short", 6],
    [
      "more than 512 characters",
      sealed(`000201${[80, 81, 82, 83, 84, 85].map((id) => `${id}99${"x".repeat(99)}`).join("")}`),
      "too-long",
      512,
    ],
    ["a link", "https://qris.interactive.co.id", "not-tlv", 0],
    ["a length that is no number", "0002015ax1006304ABCD", "not-tlv", 6],
    ["the digits of another script", "0002015９02ID6304ABCD", "not-tlv", 6],
    ["an empty value", sealed("0002015900"), "length-zero", 8],
    ["a cut payload", vendorPayload.slice(0, -20), "length-over-end", 219],
    ["a tag twice", sealed("0002015802ID5802ID"), "duplicate-tag", 12],
    ["another format", sealed("0002025802ID"), "format-wrong", 0],
    ["a format that is not first", sealed("5802ID000201"), "format-wrong", 0],
    ["no CRC", "0002015802ID5303360", "crc-missing", 19],
    ["a line break after the CRC", `${vendorPayload}\n`, "crc-not-last", 242],
    ["a tag after the CRC", `${vendorPayload}5802ID`, "crc-not-last", 242],
    ["a CRC in lower case", vendorPayload.replace(/B7$/, "b7"), "crc-lower-case", 238],
    ["a CRC that is not hexadecimal", vendorPayload.replace(/B7$/, "G7"), "crc-malformed", 238],
    ["a CRC of three digits", "0002015802ID630339B", "crc-malformed", 16],
    ["another CRC", vendorPayload.replace(/B7$/, "B8"), "crc-mismatch", 238],
    ["a template that is no TLV", sealed("0002016205hello"), "not-tlv", 10],
    ["a template whose field is too long", sealed("00020162070509123"), "length-over-end", 12],
    ["a template with a field twice", sealed("00020162100101A0101B"), "duplicate-tag", 15],
  ])("parseQris refuses %s", (_what, text, code, position) => {
    expect(refusal(text)).toMatchObject({ name: "QrisPayloadError", code, position });
  });

  it("parseQris shows nothing of the payload in an error", () => {
    const error = refusal(vendorPayload.replace(/B7$/, "B8"));
    expect(error.message).toBe("the payload does not match its CRC (crc-mismatch at character 238)");
    expect(inspect(error, { showHidden: true })).not.toContain("InterActive Corp");
  });

  it("parseQris refuses what is not text with a TypeError", () => {
    expect(() => parseQris(JSON.parse("null"))).toThrow(TypeError);
  });
});

describe("encodeQris", () => {
  it("encodeQris makes the CRC anew for elements that were changed", () => {
    const { elements } = parseQris(staticPayload);
    const renamed = elements.map((element) => (element.id === "59" ? { id: "59", value: "Toko é " } : element));
    expect(parseQris(encodeQris({ elements: renamed })).merchantName).toBe("Toko é ");
  });

  it.each([
    [
      [
        { id: "00", value: "02" },
        { id: "58", value: "ID" },
      ],
      "format-wrong",
    ],
    [
      [
        { id: "00", value: "01" },
        { id: "5x", value: "ID" },
      ],
      "not-tlv",
    ],
    [
      [
        { id: "00", value: "01" },
        { id: "58", value: "ID" },
        { id: "58", value: "ID" },
      ],
      "duplicate-tag",
    ],
    [
      [
        { id: "00", value: "01" },
        { id: "63", value: "1234" },
      ],
      "crc-not-last",
    ],
  ])("encodeQris refuses elements that make no payload: %#", (elements, code) => {
    expect(() => encodeQris({ elements })).toThrow(expect.objectContaining({ code }));
  });

  it.each(["", "x".repeat(100)])("encodeQris refuses a value that has no length of two digits: %#", (value) => {
    expect(() =>
      encodeQris({
        elements: [
          { id: "00", value: "01" },
          { id: "59", value },
        ],
      }),
    ).toThrow(TypeError);
  });
});
