import { parseWib, type StoredToken } from "@setor/bphtb";
import type { Sandbox } from "@setor/sandbox";
import type { VendorProfile } from "@setor-tooling/model/profile";
import type { Scenario } from "@setor-tooling/model/scenarios";
import { stringToSign } from "../src/signing.js";
import { account } from "./account.js";
import { console } from "./console.js";
import { moneyCalls } from "./money-calls.js";
import { mutations } from "./mutations.js";
import { paymentCases } from "./payment-cases.js";
import { probes } from "./probes.js";
import { workflows } from "./workflows.js";

const token = "T0k3n";

export const profile: VendorProfile<Sandbox> = {
  factory: "createBphtb",
  account,
  options: ({ secrets }) => ({
    clientId: secrets["client_id"] ?? account.clientId,
    clientSecret: secrets["client_secret"] ?? account.clientSecret,
  }),
  /** The time and the token that the example's signature was made with. */
  testOptions(scenario) {
    const now = new Date(String(scenario.request.header["X-Timestamp"] ?? "2024-09-25T20:39:48.423Z"));
    let stored: StoredToken | undefined = { accessToken: token, expiresAt: now.getTime() + 900_000 };
    return {
      now: () => now,
      tokenStore: {
        get: async () => stored,
        set: async (next: StoredToken | undefined) => {
          stored = next;
        },
      },
      ...(scenario.name.endsWith(".signature-invalid") && { clientSecret: "wr0ng-S3cr3t" }),
    };
  },
  sampleArgument(scenario) {
    const { payment_date } = scenario.fields;
    return typeof payment_date === "string" ? { ...scenario.fields, payment_date: parseWib(payment_date) } : undefined;
  },
  bearer: (scenario) => (isSigned(scenario) ? token : undefined),
  signing: {
    text: stringToSign({ path: "{path}", verb: "{verb}", timestamp: "{timestamp}", body: "{body}" }, "{token}"),
    unsignedPrefix: "/api/v1",
    headers: { "X-Timestamp": "timestamp", "X-Signature": "signature" },
    secret: { field: "client_secret", value: account.clientSecret },
    tokenField: "accessToken",
  },
  /** A read whose token is turned away is sent once more, with a new one. */
  expectedCalls({ name }) {
    return name.startsWith("findSspd.unauthorized") ? [name, "issueToken.issued", name] : [name];
  },
  workflows,
  console,
  moneyCalls,
  paymentCases,
  mutations,
  probes,
};

function isSigned({ request }: Scenario): boolean {
  return request.header["X-Signature"] !== undefined;
}
