import { describe, expect, it } from "vitest";
import { payloadCases, staticPayload, vendorPayload } from "../../test/payloads.js";
import { encodeQris, parseQris, type QrisTip, toDynamic } from "../index.js";

const statics = payloadCases().filter(({ payload, expected }) => expected === "valid" && payload.includes("010211"));
const idsOf = (text: string) => parseQris(text).elements.map(({ id }) => id);

describe("toDynamic", () => {
  it("toDynamic makes a sticker a code for one payment, the amount before 58", () => {
    const dynamic = toDynamic(staticPayload, { amount: 25_578 });
    const [head = "", tail = ""] = staticPayload.slice(0, -8).split("5802ID");
    expect(dynamic.slice(0, -8)).toBe(`${head.replace("010211", "010212")}5405255785802ID${tail}`);
    expect(parseQris(dynamic)).toMatchObject({ initiation: "dynamic", amount: "25578" });
  });

  it.each(statics)("toDynamic keeps everything else: $source", ({ payload }) => {
    const others = (text: string) => parseQris(text).elements.filter(({ id }) => !["01", "54"].includes(id));
    expect(others(toDynamic(payload, { amount: 1 }))).toEqual(others(payload));
  });

  it.each<[QrisTip, object]>([
    [{ kind: "prompt" }, { tipIndicator: "01", tipFixed: undefined, tipPercent: undefined }],
    [
      { kind: "fixed", amount: 1_000 },
      { tipIndicator: "02", tipFixed: "1000" },
    ],
    [
      { kind: "percent", percent: 2.5 },
      { tipIndicator: "03", tipPercent: "2.5" },
    ],
    [
      { kind: "percent", percent: 99.99 },
      { tipIndicator: "03", tipPercent: "99.99" },
    ],
  ])("toDynamic adds the tip %j between 54 and 58", (tip, fields) => {
    const dynamic = toDynamic(staticPayload, { amount: 9_999_999_999_999, tip });
    expect(parseQris(dynamic)).toMatchObject({ amount: "9999999999999", ...fields });
    expect(idsOf(dynamic).join(" ")).toMatch(/53 54 55( 56| 57)? 58/);
  });

  it("toDynamic puts another tip in the place of the merchant's own, and keeps that one when there is none", () => {
    const { elements } = parseQris(staticPayload);
    const tipping = encodeQris({ elements: [...elements, { id: "55", value: "02" }, { id: "56", value: "500" }] });
    expect(parseQris(toDynamic(tipping, { amount: 1 }))).toMatchObject({ tipIndicator: "02", tipFixed: "500" });
    expect(parseQris(toDynamic(tipping, { amount: 1, tip: { kind: "prompt" } }))).toMatchObject({
      tipIndicator: "01",
      tipFixed: undefined,
    });
  });

  it("toDynamic takes a payload without tag 01 for a static one, and one without 58 as it is", () => {
    const bare = encodeQris({
      elements: [
        { id: "00", value: "01" },
        { id: "59", value: "Warung" },
      ],
    });
    expect(idsOf(toDynamic(bare, { amount: 1 }))).toEqual(["00", "01", "59", "54"]);
  });

  it("toDynamic refuses a payload that is dynamic, or has an amount, or is none", () => {
    const { elements } = parseQris(staticPayload);
    const priced = encodeQris({ elements: [...elements, { id: "54", value: "1000" }] });
    expect(() => toDynamic(vendorPayload, { amount: 1 })).toThrow(/^toDynamic: `staticPayload` must be static/);
    expect(() => toDynamic(priced, { amount: 1 })).toThrow(/^toDynamic: `staticPayload` must leave the amount/);
    expect(() => toDynamic("000201", { amount: 1 })).toThrow(expect.objectContaining({ code: "too-short" }));
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 10_000_000_000_000, JSON.parse('"25578"')])(
    "toDynamic refuses the amount %j, also as a tip",
    (amount) => {
      const complaint = (field: string) =>
        new TypeError(`toDynamic: \`${field}\` must be whole rupiah, 1 to 9999999999999, for example 25578`);
      expect(() => toDynamic(staticPayload, { amount })).toThrow(complaint("amount"));
      const tip = { kind: "fixed", amount } as const;
      expect(() => toDynamic(staticPayload, { amount: 1, tip })).toThrow(complaint("tip.amount"));
    },
  );

  it.each([0, -1, 100, 0.001, 1e-7, 2.555, Number.NaN, JSON.parse('"2.5"')])(
    "toDynamic refuses the tip of %j %%",
    (percent) => {
      const tip = { kind: "percent", percent } as const;
      expect(() => toDynamic(staticPayload, { amount: 1, tip })).toThrow(
        new TypeError("toDynamic: `tip.percent` must be 0.01 to 99.99 with at most two decimals, for example 2.5"),
      );
    },
  );

  it("toDynamic refuses a tip of another kind", () => {
    const tip = JSON.parse('{"kind":"round-up"}');
    expect(() => toDynamic(staticPayload, { amount: 1, tip })).toThrow(TypeError);
  });
});
