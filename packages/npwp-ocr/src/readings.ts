import { type Finding, keptFields, type PayableKind, type PlainData, payableKind, SetorError } from "@setor/core";
import type { NpwpOcr, ReadNpwpInput } from "./client.js";
import { readNpwpPolicy } from "./generated/policies.js";
import { requirePhoto } from "./photo-bytes.js";
import { readBytes } from "./photo-file.js";
import type { ReadNpwpResult } from "./reading.js";

/** A photo that is to be read, and billed, once. */
export interface PhotoReading extends ReadNpwpInput {
  /** Your own number for the call: ADINS' report is searched with it. */
  readonly refNumber: string;
}

/** Nobody looked at the photo, so that it can be sent again once the cause is gone. */
const notLookedAt: readonly string[] = ["unauthorized", "insufficient-balance", "invalid-parameter"];

/** Nobody knows how far the call got. */
const undecided: readonly string[] = ["server-error", "other"];

/**
 * What a ledger needs to have a photo read, and billed, once. What was read is in the fresh receipt only: it is about a
 * person. No answer says whether it was billed, so that what got none waits for people, who look into ADINS' report.
 */
export const npwpReadings: PayableKind<
  NpwpOcr,
  PhotoReading,
  Pick<PhotoReading, "refNumber">,
  ReadNpwpResult,
  PlainData
> = /* @__PURE__ */ payableKind({
  vendor: "npwp-ocr",
  operation: "readNpwp",
  policy: readNpwpPolicy,
  bind: (ocr: NpwpOcr) => ({
    check:
      "Look for the refNumber in ADINS' report: it says whether the call was billed. Another call may be billed again.",
    async take(input) {
      const { refNumber, ...others } = input;
      if (typeof refNumber !== "string" || refNumber.trim() === "") {
        throw new TypeError("pay: `refNumber` must be your own number for the call");
      }
      const img = await readBytes(others.img, () => false);
      requirePhoto(img);
      const reading = { ...others, img, refNumber };
      return {
        key: [await sha256(img)],
        prepare: async () => ({ reference: { refNumber } }),
        send: async (_, call) => ocr.readNpwp(reading, call).then(findingOf, failureOf),
      };
    },
  }),
});

function findingOf(result: ReadNpwpResult): Finding<ReadNpwpResult, PlainData, never> {
  if (!result.ok && notLookedAt.includes(result.reason)) return { state: "refused", reason: result.reason };
  if (!result.ok && undecided.includes(result.reason)) return { state: "unknown", reason: result.reason };
  const trxNo = result.ok ? result.trxNo : undefined;
  const reason = result.ok ? undefined : result.reason;
  const more = { ...(trxNo !== undefined && { trxNo }), ...(reason !== undefined && { reason }) };
  return { state: "paid", receipt: result, kept: { ...keptFields(result.data, readNpwpPolicy), ...more } };
}

function failureOf(error: unknown): Finding<ReadNpwpResult, PlainData, never> {
  if (!(error instanceof SetorError)) throw error;
  return { state: error.sent === "no" ? "not-sent" : "unknown", reason: error.code };
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
