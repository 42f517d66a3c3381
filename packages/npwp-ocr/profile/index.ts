import { dirname } from "node:path";
import type { Sandbox } from "@setor/sandbox";
import type { VendorProfile } from "@setor-tooling/model/profile";
import { jpeg, jpegPath } from "../test/photo.js";
import { account } from "./account.js";
import { console } from "./console.js";
import { moneyCalls } from "./money-calls.js";
import { mutations } from "./mutations.js";
import { paymentCase } from "./payment-case.js";

const unread = { alamat: null, kpp: null, nama: null, nik: null, noNpwp: null };

export const profile: VendorProfile<Sandbox> = {
  factory: "createNpwpOcr",
  account,
  options: ({ secrets: { key, tenant_code } }) => ({ key, tenantCode: tenant_code }),
  argument: ({ fields }) => ({ ...fields, img: jpeg }),
  sampleArgument: ({ fields }) => ({ ...fields, img: "npwp.jpg" }),
  data({ answer }) {
    const { read, ...others } = answer as { read?: Record<string, string | null> };
    if (read === undefined) return others;
    const texts = Object.entries(read).filter(([, text]) => text !== "");
    return { ...others, read: { ...unread, ...Object.fromEntries(texts) } };
  },
  sampleFolder: dirname(jpegPath),
  file: () => jpeg,
  workflows: {
    inputs: () => ({ key: account.key, tenant_code: account.tenantCode, refNumber: "REF202209230001" }),
    debits: [1_000],
  },
  console,
  moneyCalls,
  paymentCases: [paymentCase],
  mutations,
};
