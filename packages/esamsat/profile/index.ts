import type { Sandbox } from "@setor/sandbox";
import type { VendorProfile } from "@setor-tooling/model/profile";
import { account } from "./account.js";
import { console } from "./console.js";
import { moneyCalls } from "./money-calls.js";
import { mutations } from "./mutations.js";
import { paymentCase } from "./payment-case.js";
import { probes } from "./probes.js";

export const profile: VendorProfile<Sandbox> = {
  factory: "createEsamsat",
  account,
  options: ({ secrets: { username, password } }) => ({ username, password }),
  workflows: {
    inputs: () => ({
      ...account,
      product: "SAMSAT_JABAR",
      customer_number: "9901111111111111",
      structure_number: "MHZ99D999ZZ401001",
    }),
    debits: [183_500],
  },
  console,
  moneyCalls,
  paymentCases: [paymentCase],
  mutations,
  probes,
};
