import type { VendorProfile } from "@setor-tooling/model/profile";

export const profile: VendorProfile = {
  factory: "createEsamsat",
  options: ({ secrets: { username, password } }) => ({ username, password }),
  workflows: {
    inputs: () => ({
      username: "dummy",
      password: "dummy123",
      product: "SAMSAT_JABAR",
      customer_number: "9901111111111111",
      structure_number: "MHZ99D999ZZ401001",
    }),
    debits: [183_500],
  },
};
