import { defaultStart, type Run } from "@setor-tooling/play/run";

/** A bill of e-Samsat that is paid, whose answer is lost, and that is settled. */
export const settledRun: Run = {
  vendor: "esamsat",
  start: defaultStart,
  steps: [
    {
      do: "call",
      operation: "inquire",
      input: {
        product: "SAMSAT_JABAR",
        customer_number: "9901111111111111",
        structure_number: "MHZ99D999ZZ401001",
      },
    },
    { do: "call", operation: "pay", input: { invoice: { $: "invoice", of: 0 } }, fault: "reset-after-commit" },
    { do: "settle", of: 1 },
  ],
};
