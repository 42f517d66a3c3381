import type { Driver } from "../../../tooling/contract/driver.js";

/** The spec's default server; the client itself has none. */
const defaultBaseUrl = "http://localhost:8080/Spring-Rest-Hibernate-Pbb";

export const driver: Driver<typeof import("../src/index.js")> = {
  create: ({ createPbb }, _scenario, { fetch, baseUrl = defaultBaseUrl }) => createPbb({ baseUrl, fetch }),
  argument({ fields: { tglBayar, jamBayar, ...bill } }) {
    if (tglBayar === undefined) return bill;
    const [, day, month, year] = /^(..)(..)(....)$/.exec(String(tglBayar)) ?? [];
    const [, hour, minute] = /^(..)(..)$/.exec(String(jamBayar)) ?? [];
    return { ...bill, paidAt: new Date(`${year}-${month}-${day}T${hour}:${minute}:00+07:00`) };
  },
};
