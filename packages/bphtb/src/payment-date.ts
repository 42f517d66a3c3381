import { formatWib, parseWib } from "@setor/core";
import type { PaySspd } from "./generated/operations.js";

/** What `paySspd` takes: the wire's fields, with the moment of payment also as a `Date`. */
export type Payment = Omit<PaySspd["input"], "payment_date"> & {
  /** When the taxpayer paid: a `Date`, or WIB text, `yyyy-MM-dd HH:mm:ss.SSS`. */
  readonly payment_date: Date | string;
};

/**
 * The wire's fields of a payment.
 * @throws TypeError for a moment that does not exist
 */
export function paymentFields(payment: Payment): PaySspd["input"] {
  // What is no object at all is refused together with everything else that is no argument.
  if (typeof payment !== "object" || payment === null) return payment;
  return { ...payment, payment_date: writeWib(payment.payment_date) };
}

function writeWib(moment: Date | string): string {
  // What is missing is refused under the name of its field.
  if (moment === undefined) return moment;
  try {
    if (moment instanceof Date) return formatWib(moment, "millisecond");
    parseWib(moment);
    return moment;
  } catch {
    const example = '"2024-09-26 13:02:51.000"';
    throw new TypeError(
      `paySspd: \`payment_date\` must be a moment that exists, as a Date or in WIB, for example ${example}`,
    );
  }
}
