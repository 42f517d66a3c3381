import type { Accepted, ReadResult, Refused } from "@setor/core";
import type { ReadNpwp } from "./generated/operations.js";
import type {
  KeyOrTenantInvalid,
  Refusal,
  CardText as WireCardText,
  Reading as WireReading,
} from "./generated/types.js";

/** What was read from the card; null where nothing was read, whether the server wrote null, `""` or no key. */
export interface CardText {
  /** Address. */
  readonly alamat: string | null;
  /** Tax office (Kantor Pelayanan Pajak). */
  readonly kpp: string | null;
  /** Name of the taxpayer. */
  readonly nama: string | null;
  /** Bare digits: 16 when read in full, often fewer. */
  readonly nik: string | null;
  /** Bare digits: 15 or 16 when read in full, at times fewer. */
  readonly noNpwp: string | null;
}

/** A card that was read, rightly or not. `ocr_date` is RFC 3339 with offset; confidences are 0 to 1. */
export interface Reading extends Omit<WireReading, "read"> {
  /** The fields of the card. */
  readonly read: CardText;
}

/** A refusal; `read` is there when the server looked at the photo. */
export interface FailedReading extends Omit<Refusal, "read"> {
  /** The fields of the card. */
  readonly read?: CardText;
}

/** Something was read from the card. */
export interface NpwpRead extends Accepted<Reading> {
  /** Number of the transaction for reconciliation, digits, from the header `X-Trx-No`; not every server sends it. */
  readonly trxNo?: string;
}

/** ADINS refused the call, or read nothing. */
export interface NpwpRefused extends Omit<Refused<ReadNpwp>, "data"> {
  /** What it answered. */
  readonly data: FailedReading | KeyOrTenantInvalid;
}

/** What `readNpwp` resolves to. */
export type ReadNpwpResult = NpwpRead | NpwpRefused;

/** Gives a field that was not read one form, and takes the number of the transaction from the header. */
export function readingResult(result: ReadResult<ReadNpwp>): ReadNpwpResult {
  if (!result.ok) return { ...result, data: failedReading(result.data) };
  const { data, exchange } = result;
  const trxNo = exchange.header("X-Trx-No");
  return { ...result, data: { ...data, read: cardText(data.read) }, ...(trxNo && { trxNo }) };
}

function failedReading(data: Refused<ReadNpwp>["data"]): NpwpRefused["data"] {
  if (data.status !== "FAILED") return data;
  const { read, ...others } = data;
  return read === undefined ? others : { ...others, read: cardText(read) };
}

function cardText(read: WireCardText): CardText {
  const { alamat, kpp, nama, nik, noNpwp } = read;
  return {
    ...read,
    alamat: alamat || null,
    kpp: kpp || null,
    nama: nama || null,
    nik: nik || null,
    noNpwp: noNpwp || null,
  };
}
