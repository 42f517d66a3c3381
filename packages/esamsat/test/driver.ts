import type { Driver } from "../../../tooling/contract/driver.js";

export const driver: Driver<typeof import("../src/index.js")> = {
  create({ createEsamsat }, { secrets }, stage) {
    const { username = "", password = "" } = secrets;
    return createEsamsat({ username, password, ...stage });
  },
};
