import { createNpwpOcr, npwpReadings } from "@setor/npwp-ocr";
import type { Sandbox } from "@setor/sandbox";
import type { PaymentCase } from "@setor-tooling/model/money/payment-case";
import { jpeg } from "../test/photo.js";
import { account } from "./account.js";

const refNumber = "REF202209230001";

/** Each call that the server looks at is billed. */
export const paymentCase: PaymentCase<Sandbox> = {
  operations: ["readNpwp"],
  pays: "readNpwp",
  unproved: true,
  kind: npwpReadings,
  payable: (wiring, options) => npwpReadings(createNpwpOcr({ ...account, ...wiring }), options),
  input: () => ({ img: jpeg, refNumber }),
  truth: ({ state }) => state["npwp-ocr"].hits.some((hit) => hit.refNumber === refNumber),
  movements: ({ journal }) => journal.debits(),
};
