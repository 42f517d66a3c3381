import type { Commit } from "../../exchange.js";
import type { PbbBill } from "./seed.js";

/** A payment as the database holds it. */
export interface PbbPayment {
  readonly bill: PbbBill;
  /** `pembayaran_sppt_ke`: which payment of its bill it was when it was recorded, from 1 on. */
  readonly ordinal: number;
  readonly ntpd: string;
  /** Whole rupiah, as `sanksi`. */
  readonly pokok: number;
  readonly sanksi: number;
  /** Whether the NTPD was logged; only then can the payment be reversed. */
  readonly logged: boolean;
  /** Whether its row was deleted, by a reversal of its own or of an earlier payment. */
  reversed: boolean;
}

export interface PbbState {
  /** The bills that are marked as paid. */
  readonly paidBills: Set<PbbBill>;
  /** Every payment in order, also those whose row was deleted since. */
  readonly payments: PbbPayment[];
  /** The payments whose reversal was logged. */
  readonly reversals: Set<PbbPayment>;
}

/** The books with the bills that are paid from the beginning. */
export function openPbbBooks(bills: readonly PbbBill[]): PbbState {
  const paidBills = new Set(bills.filter(({ status }) => status === "paid"));
  return { paidBills, payments: [], reversals: new Set() };
}

/** The payments of a bill that have not been deleted. */
export function rowsOf({ payments }: PbbState, bill: PbbBill): PbbPayment[] {
  return payments.filter((payment) => payment.bill === bill && !payment.reversed);
}

/** Records a payment; `marks` is whether something marks its bill as paid then. */
export function recording(state: PbbState, payment: PbbPayment, marks: boolean): Commit {
  return {
    what: payment.logged ? "payment recorded" : "payment recorded, without its NTPD",
    debit: payment.pokok + payment.sanksi,
    subject: subjectOf(payment.bill),
    apply: () => {
      state.payments.push(payment);
      if (marks) state.paidBills.add(payment.bill);
    },
  };
}

/** Deletes the row that has the ordinal of a logged payment, whosever it is by now, and marks the bill as unpaid. */
export function reversing(state: PbbState, logged: PbbPayment): Commit {
  const row = rowsOf(state, logged.bill).find(({ ordinal }) => ordinal === logged.ordinal);
  return {
    what: row === undefined ? "bill marked as unpaid" : "payment reversed",
    debit: row === undefined ? 0 : -(row.pokok + row.sanksi),
    subject: subjectOf(logged.bill),
    apply: () => {
      if (row !== undefined) row.reversed = true;
      state.paidBills.delete(logged.bill);
      state.reversals.add(logged);
    },
  };
}

function subjectOf({ nop, thn }: PbbBill): string {
  return `${nop} ${thn}`;
}
