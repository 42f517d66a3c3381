import { createSandbox, type FaultName, type Sandbox, seeds } from "@setor/sandbox";
import type { Dice } from "./dice.js";

/** What a till is told to pay. */
export interface Bill {
  readonly product: string;
  readonly customer_number: string;
  readonly structure_number: string;
}

/** What is held back is carried out much later than the times of the storm allow, or never. */
const endless: readonly FaultName[] = ["delay-before-commit", "late-delivery", "slow-settle", "refuse-connection"];

/** A vendor that knows so many bills, and debits each of them as often as it is told to. */
export function billsOf(payments: number): { readonly bills: readonly Bill[]; readonly sandbox: Sandbox } {
  const { esamsat } = seeds;
  const model = esamsat.bills.find(({ behaviour }) => behaviour === "debited-each-time");
  if (model === undefined) throw new Error("No bill is debited each time.");
  const seeded = Array.from({ length: payments }, (_, index) => ({
    ...model,
    structure_number: `MHZ99D999ZZ${String(500_000 + index)}`,
  }));
  const accounts = esamsat.accounts.map((account) => ({ ...account, deposit: 1_000_000_000_000 }));
  const sandbox = createSandbox({ seed: { esamsat: { ...esamsat, accounts, bills: seeded } } });
  const bills = seeded.map(({ product, customer_number, structure_number }) => ({
    product,
    customer_number,
    structure_number,
  }));
  return { bills, sandbox };
}

/** Has the vendor answer badly soon. */
export function addFaults(sandbox: Sandbox, roll: Dice): void {
  const faults = sandbox.faults.fitting("esamsat", "pay").filter((fault) => !endless.includes(fault));
  for (const operation of ["pay", "pay", "checkStatus"]) {
    const fault = faults[roll(faults.length)];
    const fits = fault !== undefined && sandbox.faults.fitting("esamsat", operation).includes(fault);
    if (fits) sandbox.faults.add({ vendor: "esamsat", operation, fault, skip: roll(6) });
  }
}
