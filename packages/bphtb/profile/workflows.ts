import type { RunContext, WorkflowRun } from "@setor-tooling/model/profile";
import { createHmacSha256 } from "../src/hmac/node.js";
import { stringToSign } from "../src/signing.js";
import { account } from "./account.js";

const { clientId, clientSecret } = account;

/** In the order of the workflow's payload, which is that of the spec: the text that is sent is the text that is signed. */
const payment = {
  ntpd: "1209411011001249943",
  amount: "196000000",
  payment_method: "Teller",
  bank_perseption: "BNKMANDIRI",
  refference_number: "20240926001",
  channel_reffrence: "Teller",
  payment_date: "2024-09-26 13:02:51.000",
};

export const workflows: WorkflowRun = {
  inputs(workflowId, context) {
    return workflowId === "issue-token" ? { client_id: clientId, client_secret: clientSecret } : signedInputs(context);
  },
  debits: [196_000_000],
};

/** What respect cannot make: it knows no HMAC. */
async function signedInputs({ now, answers }: RunContext) {
  const issued = answers["issueToken"];
  if (typeof issued !== "object" || issued === null || !("accessToken" in issued))
    throw new Error("There is no token.");
  const accessToken = String(issued.accessToken);
  const timestamp = now.toISOString();
  const sign = createHmacSha256(clientSecret);
  const signatureOf = (verb: string, path: string, body: string) =>
    sign(stringToSign({ path, verb, timestamp, body }, accessToken));
  return {
    ...payment,
    accessToken,
    timestamp,
    findSignature: await signatureOf("GET", `/integration/sspd/ntpd/${payment.ntpd}`, ""),
    paySignature: await signatureOf("POST", "/integration/sspd/payment", JSON.stringify(payment)),
  };
}
