import type { Sandbox } from "@setor/sandbox";
import type { VendorProfile } from "@setor-tooling/model/profile";
import { console } from "./console.js";
import { moneyCalls } from "./money-calls.js";
import { mutations } from "./mutations.js";
import { paymentCase } from "./payment-case.js";
import { probes } from "./probes.js";

export const profile: VendorProfile<Sandbox> = {
  factory: "createPbb",
  // The spec's default server; the client itself has none.
  options: () => ({ baseUrl: "http://localhost:8080/Spring-Rest-Hibernate-Pbb" }),
  argument({ fields: { tglBayar, jamBayar, ...bill } }) {
    if (tglBayar === undefined) return bill;
    const [, day, month, year] = /^(..)(..)(....)$/.exec(String(tglBayar)) ?? [];
    const [, hour, minute] = /^(..)(..)$/.exec(String(jamBayar)) ?? [];
    return { ...bill, paidAt: new Date(`${year}-${month}-${day}T${hour}:${minute}:00+07:00`) };
  },
  workflows: {
    inputs: () => ({ nop: "992901000100100010", thn: "2013", tglBayar: "20012017", jamBayar: "1015" }),
    debits: [35_750, -35_750],
  },
  console,
  moneyCalls,
  paymentCases: [paymentCase],
  mutations,
  probes,
};
