import type { Driver } from "../../../tooling/contract/driver.js";

export const driver: Driver = {
  factory: "createEsamsat",
  options: ({ secrets: { username, password } }) => ({ username, password }),
};
