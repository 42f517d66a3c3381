import type { ClientMutation } from "@setor-tooling/model/mutation";

/** Defects that the suite of this client must notice: in its own sources, or in what only it shows of core. */
export const mutations: readonly ClientMutation[] = [
  {
    name: "the token is left out of what is signed",
    file: "bphtb/src/signing.ts",
    find: "token=Bearer ${token}",
    replace: "token=${token}",
  },
  {
    name: "the body is left out of what is signed",
    file: "bphtb/src/authorise.ts",
    find: 'body: typeof body === "string" ? body : ""',
    replace: 'body: ""',
  },
  {
    name: "the path is signed with its prefix",
    file: "bphtb/src/authorise.ts",
    find: "signedPath = withoutPrefix",
    replace: "signedPath = (path: string) => path",
  },
  {
    name: "the time that is sent is not the one that is signed",
    file: "bphtb/src/authorise.ts",
    find: '"X-Timestamp": signed.timestamp',
    replace: '"X-Timestamp": new Date(0).toISOString()',
  },
  {
    name: "the signature is hexadecimal",
    file: "bphtb/src/hmac/node.ts",
    find: 'digest("base64")',
    replace: 'digest("hex")',
  },
  {
    name: "a token that was turned away is used again",
    file: "bphtb/src/client.ts",
    find: "return again ? find(call, false) : result;",
    replace: "return result;",
  },
  {
    name: "the token is outside of the deadline",
    file: "bphtb/src/token.ts",
    find: "return await call.deadline.race(inFlight);",
    replace: "return await inFlight;",
  },
  {
    name: "an answer of another's is taken by a looser one",
    file: "core/src/recognise.ts",
    find: "if (mismatchedEcho && isAboutMoney(operation)) break;",
    replace: "",
  },
  {
    name: "transport takes no time",
    file: "core/src/finality.ts",
    find: ">= transportMs + finalAfterMs",
    replace: ">= finalAfterMs",
  },
  {
    name: "the vendor takes no time",
    file: "core/src/finality.ts",
    find: ">= transportMs + finalAfterMs",
    replace: ">= transportMs",
  },
  {
    name: "unpaid is final without an agreement",
    file: "core/src/finality.ts",
    find: "if (finalAfterMs === undefined) return false;",
    replace: "if (finalAfterMs === undefined) return true;",
  },
  {
    name: "the age of the caller counts for nothing",
    file: "core/src/finality.ts",
    find: "Math.max(seenMs, ageMs)",
    replace: "seenMs",
  },
];
