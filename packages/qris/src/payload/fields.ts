import { type LocatedElement, type QrisElement, readElements } from "./elements.js";
import type {
  QrisAdditionalData,
  QrisLanguageTemplate,
  QrisMerchantAccount,
  QrisNationalRepository,
  QrisPayload,
} from "./payload.js";

/**
 * Says what each element of a payload means.
 * @throws QrisPayloadError when a template (26 to 45, 51, 62, 64) cannot be read
 */
export function describeElements(located: readonly LocatedElement[], crc: string): QrisPayload {
  const within = (first: number, last: number) => located.filter(({ id }) => Number(id) >= first && Number(id) <= last);
  const template = (tag: string) => located.find(({ id }) => id === tag);
  const value = (tag: string) => template(tag)?.value;
  return {
    elements: located.map(bare),
    initiation: initiationOf(value("01")),
    cardSchemes: within(2, 25).map(bare),
    accounts: within(26, 45).map(merchantAccount),
    repository: mapped(template("51"), nationalRepository),
    categoryCode: value("52"),
    currency: value("53"),
    amount: value("54"),
    tipIndicator: value("55"),
    tipFixed: value("56"),
    tipPercent: value("57"),
    country: value("58"),
    merchantName: value("59"),
    city: value("60"),
    postalCode: value("61"),
    additionalData: mapped(template("62"), additionalData),
    crc,
    language: mapped(template("64"), languageTemplate),
    unreserved: within(80, 99).map(bare),
    unknown: [...within(46, 50), ...within(65, 79)].map(bare),
  };
}

function initiationOf(value: string | undefined): QrisPayload["initiation"] {
  if (value === "11") return "static";
  return value === "12" ? "dynamic" : undefined;
}

function merchantAccount(element: LocatedElement): QrisMerchantAccount {
  const { elements, value } = contentOf(element);
  return {
    id: element.id,
    gui: value("00"),
    mpan: value("01"),
    merchantId: value("02"),
    size: value("03"),
    elements,
  };
}

function nationalRepository(element: LocatedElement): QrisNationalRepository {
  const { elements, value } = contentOf(element);
  return { gui: value("00"), nmid: value("02"), size: value("03"), elements };
}

function additionalData(element: LocatedElement): QrisAdditionalData {
  const { elements, value } = contentOf(element);
  return {
    billNumber: value("01"),
    mobileNumber: value("02"),
    storeLabel: value("03"),
    loyaltyNumber: value("04"),
    referenceLabel: value("05"),
    customerLabel: value("06"),
    terminalLabel: value("07"),
    purpose: value("08"),
    consumerDataRequest: value("09"),
    elements,
  };
}

function languageTemplate(element: LocatedElement): QrisLanguageTemplate {
  const { elements, value } = contentOf(element);
  return { language: value("00"), merchantName: value("01"), city: value("02"), elements };
}

function contentOf({ value: text, valueStart }: LocatedElement) {
  const elements = Array.from(readElements(text, valueStart), bare);
  return { elements, value: (tag: string) => elements.find(({ id }) => id === tag)?.value };
}

function mapped<T>(element: LocatedElement | undefined, read: (element: LocatedElement) => T): T | undefined {
  return element && read(element);
}

function bare({ id, value }: LocatedElement): QrisElement {
  return { id, value };
}
