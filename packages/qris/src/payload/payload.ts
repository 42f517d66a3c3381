import type { QrisElement } from "./elements.js";

/** A merchant account of a domestic switch: tags 26 to 45. */
export interface QrisMerchantAccount {
  /** The tag: 26 to 45. */
  readonly id: string;
  /** 00: the reverse domain of the acquirer, in any case, or "00". */
  readonly gui: string | undefined;
  /** 01: merchant PAN, digits; the first eight are the acquirer's NNS. */
  readonly mpan: string | undefined;
  /** 02 */
  readonly merchantId: string | undefined;
  /** 03: size of the merchant, for example UMI, UKE, UME, UBE, URE. */
  readonly size: string | undefined;
  /** Everything in the template, in its order. */
  readonly elements: readonly QrisElement[];
}

/** The merchant in the national repository: tag 51. */
export interface QrisNationalRepository {
  /** 00: `ID.CO.QRIS.WWW`, formerly `ID.OR.GPNQR.WWW`. */
  readonly gui: string | undefined;
  /** 02: national merchant id (NMID), "ID" and digits. */
  readonly nmid: string | undefined;
  /** 03: size of the merchant. */
  readonly size: string | undefined;
  /** Every element in its order. */
  readonly elements: readonly QrisElement[];
}

/** Additional data: tag 62. `***` asks the payer for the value. */
export interface QrisAdditionalData {
  /** 01 */
  readonly billNumber: string | undefined;
  /** 02 */
  readonly mobileNumber: string | undefined;
  /** 03 */
  readonly storeLabel: string | undefined;
  /** 04 */
  readonly loyaltyNumber: string | undefined;
  /** 05: InterActive's invoice id. */
  readonly referenceLabel: string | undefined;
  /** 06 */
  readonly customerLabel: string | undefined;
  /** 07 */
  readonly terminalLabel: string | undefined;
  /** 08 */
  readonly purpose: string | undefined;
  /** 09 */
  readonly consumerDataRequest: string | undefined;
  /** Everything in the template; 50 to 99 are proprietary. */
  readonly elements: readonly QrisElement[];
}

/** The merchant in another language: tag 64. */
export interface QrisLanguageTemplate {
  /** 00: ISO 639. */
  readonly language: string | undefined;
  /** 01 */
  readonly merchantName: string | undefined;
  /** 02 */
  readonly city: string | undefined;
  /** Every element in its order. */
  readonly elements: readonly QrisElement[];
}

/** A QRIS payload that a merchant shows (MPM), field by field. The numbers are EMVCo tags. */
export interface QrisPayload {
  /** Everything but the CRC, in the payload's order. `encodeQris` writes these; the other fields are read from them. */
  readonly elements: readonly QrisElement[];
  /** 01: `static` is 11, for any number of payments; `dynamic` is 12, for one. */
  readonly initiation: "static" | "dynamic" | undefined;
  /** 02 to 25 */
  readonly cardSchemes: readonly QrisElement[];
  /** 26 to 45 */
  readonly accounts: readonly QrisMerchantAccount[];
  /** 51 */
  readonly repository: QrisNationalRepository | undefined;
  /** 52: merchant category code, four digits. */
  readonly categoryCode: string | undefined;
  /** 53: `360` is rupiah. */
  readonly currency: string | undefined;
  /** 54: rupiah as they are written, for example `25578` or `25578.00`. */
  readonly amount: string | undefined;
  /** 55: `01` asks the payer for a tip, `02` is a fixed one, `03` a percentage. */
  readonly tipIndicator: string | undefined;
  /** 56: rupiah. */
  readonly tipFixed: string | undefined;
  /** 57: per cent, for example `2.5`. */
  readonly tipPercent: string | undefined;
  /** 58: `ID`. */
  readonly country: string | undefined;
  /** 59 */
  readonly merchantName: string | undefined;
  /** 60 */
  readonly city: string | undefined;
  /** 61 */
  readonly postalCode: string | undefined;
  /** 62 */
  readonly additionalData: QrisAdditionalData | undefined;
  /** 63: four upper-case hexadecimal digits, which match. */
  readonly crc: string;
  /** 64 */
  readonly language: QrisLanguageTemplate | undefined;
  /** 80 to 99: templates of anybody's own, unread. */
  readonly unreserved: readonly QrisElement[];
  /** 46 to 50 and 65 to 79: what EMVCo has given no meaning here. */
  readonly unknown: readonly QrisElement[];
}
