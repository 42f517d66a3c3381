import { expect, it } from "vitest";
import { writeQrisPayload } from "./payload.js";

/** The merchant of the vendor's own sample. */
const merchant = {
  apikey: "1234567890123",
  mID: "12345678",
  blocked: false,
  nmid: "ID1020021181745",
  mpan: "936008980255996627",
  account: "000195255996627",
  category: "5732",
  name: "InterActive Corp",
  city: "KOTA SURABAYA",
  postalCode: "60136",
};
const opening =
  "00020101021226680016ID.CO.TELKOM.WWW011893600898025599662702150001952559966270303UMI" +
  "51440014ID.CO.QRIS.WWW0215ID10200211817450303UMI520457325303360540825578.00";
const otherElements = "5802ID5916InterActive Corp6013KOTA SURABAYA61056013662130509";

it("writeQrisPayload writes the QR of the vendor's document to the letter", () => {
  const sale = { amount: 25_578, invoiceId: "413255111", tip: true };
  expect(writeQrisPayload(merchant, sale)).toBe(`${opening}550201${otherElements}413255111630439B7`);
});

it("writeQrisPayload leaves the tip out unless it is asked for", () => {
  const sale = { amount: 25_578, invoiceId: "413255112", tip: false };
  expect(writeQrisPayload(merchant, sale)).toBe(`${opening}${otherElements}4132551126304EF51`);
});
