import type { QrisElement } from "./elements.js";
import { encodeQris } from "./encode.js";
import { parseQris } from "./parse.js";
import type { QrisPayload } from "./payload.js";

/** Tag 54 and tag 56 have room for 13 characters. */
const largestAmount = 9_999_999_999_999;

/** What is added to the amount: asked of the payer, whole rupiah, or 0.01 to 99.99 per cent. */
export type QrisTip =
  | {
      /** The payer is asked. */
      readonly kind: "prompt";
    }
  | {
      /** The same for every payment. */
      readonly kind: "fixed";
      /** Whole rupiah. */
      readonly amount: number;
    }
  | {
      /** A part of the amount. */
      readonly kind: "percent";
      /** 0.01 to 99.99. */
      readonly percent: number;
    };

/** What a static QRIS becomes when it is made dynamic. */
export interface DynamicOptions {
  /** Whole rupiah, 1 to 9,999,999,999,999. */
  readonly amount: number;
  /** Takes the place of the tip in the static payload, which stays when this is left out. */
  readonly tip?: QrisTip;
}

/**
 * Makes a payload for one payment out of a merchant's static one: 01 becomes 12, 54 (whole rupiah) and the tip (55 to 57)
 * stand before 58, and the CRC is made anew. InterActive knows nothing of it: `checkInvoice` cannot ask for it.
 * @throws TypeError for a dynamic payload, one with an amount, or a wrong amount or tip; QrisPayloadError for a text that
 * is no payload, or would become too long
 */
export function toDynamic(staticPayload: string, { amount, tip }: DynamicOptions): string {
  const payload = parseQris(staticPayload);
  requireStatic(payload);
  requireAmount("amount", amount);
  const added = [{ id: "54", value: String(amount) }, ...(tip === undefined ? [] : tipElements(tip))];
  const replaced = tip === undefined ? ["00", "01"] : ["00", "01", "55", "56", "57"];
  const kept = payload.elements.filter(({ id }) => !replaced.includes(id));
  const country = kept.findIndex(({ id }) => id === "58");
  kept.splice(country < 0 ? kept.length : country, 0, ...added);
  return encodeQris({ elements: [{ id: "00", value: "01" }, { id: "01", value: "12" }, ...kept] });
}

function requireStatic({ initiation, elements, amount }: QrisPayload): void {
  // Tag 01 is optional; a payload without it is one that can be paid again and again.
  if (initiation !== "static" && elements.some(({ id }) => id === "01")) {
    throw new TypeError('toDynamic: `staticPayload` must be static, for example "00020101021126…" (tag 01 is 11)');
  }
  if (amount !== undefined) {
    throw new TypeError(
      "toDynamic: `staticPayload` must leave the amount (tag 54) open, for example the text of a merchant's sticker",
    );
  }
}

function requireAmount(field: string, amount: number): void {
  if (!(Number.isInteger(amount) && amount >= 1 && amount <= largestAmount)) {
    throw new TypeError(`toDynamic: \`${field}\` must be whole rupiah, 1 to ${largestAmount}, for example 25578`);
  }
}

function tipElements(tip: QrisTip): QrisElement[] {
  switch (tip.kind) {
    case "prompt":
      return [{ id: "55", value: "01" }];
    case "fixed":
      requireAmount("tip.amount", tip.amount);
      return [
        { id: "55", value: "02" },
        { id: "56", value: String(tip.amount) },
      ];
    case "percent":
      return [
        { id: "55", value: "03" },
        { id: "57", value: percentText(tip.percent) },
      ];
    default:
      throw new TypeError('toDynamic: `tip.kind` must be prompt, fixed or percent, for example "prompt"');
  }
}

/** Two decimals at most, because that is what tag 57 can hold. */
function percentText(percent: number): string {
  const text = String(percent);
  if (typeof percent !== "number" || !(percent > 0) || !/^[0-9]{1,2}(\.[0-9]{1,2})?$/.test(text)) {
    throw new TypeError("toDynamic: `tip.percent` must be 0.01 to 99.99 with at most two decimals, for example 2.5");
  }
  return text;
}
