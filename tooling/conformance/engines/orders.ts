import { createSandbox, type Sandbox, seeds } from "@setor/sandbox";

/** An order, and the bill that is paid for it. */
export interface Order {
  readonly order: string;
  readonly bill: {
    readonly product: string;
    readonly customer_number: string;
    readonly structure_number: string;
    readonly period: string;
  };
}

/** Orders whose bills the vendor debits each time that they are paid. */
export function createOrders(count: number): { readonly orders: readonly Order[]; readonly sandbox: Sandbox } {
  const { esamsat } = seeds;
  const model = esamsat.bills.find(({ behaviour }) => behaviour === "debited-each-time");
  if (model === undefined) throw new Error("No bill is debited each time.");
  const { product, customer_number } = model;
  const bills = Array.from({ length: count }, (_, index) => ({
    ...model,
    structure_number: `MHZ99D999ZZ${String(500_000 + index)}`,
  }));
  const accounts = esamsat.accounts.map((account) => ({ ...account, deposit: 1_000_000_000_000 }));
  const orders = bills.map(({ structure_number }, index) => ({
    order: `ORDER-${index + 1}`,
    bill: { product, customer_number, structure_number, period: "2026" },
  }));
  return { orders, sandbox: createSandbox({ seed: { esamsat: { ...esamsat, accounts, bills } } }) };
}

/** How often the vendor has debited an order. */
export function debitsOf(sandbox: Sandbox, { bill }: Order): number {
  const { invoices } = sandbox.state.esamsat;
  return sandbox.journal
    .debits()
    .filter(({ subject }) => invoices.get(subject)?.bill.structure_number === bill.structure_number).length;
}
