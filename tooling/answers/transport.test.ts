import { createEsamsat } from "@setor/esamsat";
import { describe, expect, it } from "vitest";
import { readCatalogues } from "./cases/catalogues.js";
import { diagnose } from "./engine/diagnose.js";

const { id: catalogue } = await readCatalogues();

/** What the client makes of it when `fetch` throws this. */
async function stateAfter(error: Error): Promise<string> {
  const fetch = () => Promise.reject(Object.assign(new TypeError("fetch failed"), { cause: error }));
  const esamsat = createEsamsat({ username: "dummy", password: "dummy123", fetch });
  return (await esamsat.pay({ invoice: "11111111111" })).state;
}

describe("the codes of Node", () => {
  it.each([
    "ENOTFOUND",
    "EAI_AGAIN",
    "ECONNREFUSED",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "CERT_UNTRUSTED",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "UNABLE_TO_GET_ISSUER_CERT",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "ECONNRESET",
    "EPIPE",
    "EPROTO",
    "ETIMEDOUT",
    "ECONNABORTED",
    "UND_ERR_SOCKET",
    "UND_ERR_HEADERS_TIMEOUT",
    "UND_ERR_BODY_TIMEOUT",
    "ERR_SSL_WRONG_VERSION_NUMBER",
    "EHOSTDOWN",
    "ENETDOWN",
  ])("%s is answered as the client classifies it", async (code) => {
    const again = diagnose(code, catalogue)?.chips.again;
    const state = await stateAfter(Object.assign(new Error("?"), { code }));
    expect(again).toBe(state === "not-sent" ? "yes" : "settle-first");
  });

  it("ETIMEDOUT while connecting is answered as the client classifies it", async () => {
    const error = Object.assign(new Error("?"), { code: "ETIMEDOUT", syscall: "connect" });
    expect(await stateAfter(error)).toBe("not-sent");
    expect(diagnose("connect ETIMEDOUT 192.0.2.7:443", catalogue)?.chips.again).toBe("yes");
    expect(diagnose(JSON.stringify({ ...error }), catalogue)?.chips.again).toBe("yes");
  });
});
