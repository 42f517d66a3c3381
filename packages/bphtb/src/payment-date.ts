import { formatWib } from "@setor/core";
import type { PaySspd } from "./generated/operations.js";

/** What `paySspd` takes: the wire's fields, with the moment of payment also as a `Date`. */
export type Payment = Omit<PaySspd["input"], "payment_date"> & {
  /** When the taxpayer paid: a `Date`, or WIB text, `yyyy-MM-dd HH:mm:ss.SSS`. */
  readonly payment_date: Date | string;
};

/** The wire's fields of a payment. */
export function paymentFields(payment: Payment): PaySspd["input"] {
  return { ...payment, payment_date: writeWib(payment.payment_date) };
}

function writeWib(moment: Date | string): string {
  if (!(moment instanceof Date)) return moment;
  // An invalid Date becomes a text that the spec does not allow, and is refused under the name of its field.
  if (Number.isNaN(moment.getTime())) return "";
  return formatWib(moment, "millisecond");
}
