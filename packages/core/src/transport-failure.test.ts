import { describe, expect, it } from "vitest";
import { classifyTransportFailure, describeFailure } from "./transport-failure.js";

/** What `fetch` throws when this lies beneath. */
const thrown = (cause: unknown) => new TypeError("fetch failed", { cause });
const failure = (code: string, syscall?: string) => Object.assign(new Error("connect ENOTFOUND"), { code, syscall });
const unable = (cause: unknown) => new Error("unable", { cause });

describe("classifyTransportFailure", () => {
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
  ])("classifyTransportFailure takes %s for not sent", (code) => {
    expect(classifyTransportFailure(thrown(failure(code)))).toEqual({ sent: "no", cause: { name: "Error", code } });
  });

  it.each([
    "ECONNRESET",
    "EPIPE",
    "UND_ERR_SOCKET",
    "UND_ERR_HEADERS_TIMEOUT",
    "UND_ERR_BODY_TIMEOUT",
    "HPE_INVALID_CONSTANT",
  ])("classifyTransportFailure takes %s for maybe sent", (code) => {
    expect(classifyTransportFailure(thrown(failure(code)))).toEqual({ sent: "maybe", cause: { name: "Error", code } });
  });

  it.each([
    ["ETIMEDOUT", "connect", "no"],
    ["ETIMEDOUT", "read", "maybe"],
    ["ETIMEDOUT", undefined, "maybe"],
    ["EHOSTUNREACH", "connect", "no"],
    ["EHOSTUNREACH", "read", "maybe"],
    ["ENETUNREACH", "write", "maybe"],
  ])("classifyTransportFailure takes %s while it does %s for %s", (code, syscall, sent) => {
    expect(classifyTransportFailure(thrown(failure(code, syscall)))).toMatchObject({ sent });
  });

  it.each([
    ["every address refused", [failure("ECONNREFUSED"), failure("EHOSTUNREACH")], "no"],
    ["one connection broken", [failure("ECONNREFUSED"), failure("ECONNRESET")], "maybe"],
    ["no address at all", [], "maybe"],
  ])("classifyTransportFailure takes a host with %s for %s", (_what, errors, sent) => {
    const aggregate = Object.assign(new AggregateError(errors), { code: "ECONNREFUSED" });
    expect(classifyTransportFailure(thrown(aggregate))).toMatchObject({ sent });
  });

  it("classifyTransportFailure looks through the whole chain of causes", () => {
    expect(classifyTransportFailure(thrown(thrown(failure("ENOTFOUND"))))).toMatchObject({ sent: "no" });
  });

  it.each<[string, unknown]>([
    [
      "a broken connection above",
      Object.assign(new Error("x", { cause: failure("ECONNREFUSED") }), { code: "ECONNRESET" }),
    ],
    ["a broken connection below", Object.assign(failure("ECONNREFUSED"), { cause: failure("ECONNRESET") })],
    ["a wrapper of somebody else's, which may have tried before", unable(failure("ECONNREFUSED"))],
    ["such a wrapper deep down", thrown(unable(failure("ENOTFOUND")))],
    ["something beneath that is no error", thrown(Object.assign(failure("ENOTFOUND"), { cause: "?" }))],
  ])("classifyTransportFailure lets a maybe anywhere win: %s", (_what, error) => {
    expect(classifyTransportFailure(error)).toMatchObject({ sent: "maybe" });
  });

  it("classifyTransportFailure ends where causes turn in a circle, go on for ever, or throw when they are looked at", () => {
    const circle = new Error("circle");
    circle.cause = circle;
    expect(classifyTransportFailure(circle)).toEqual({ sent: "maybe", cause: { name: "Error" } });
    const many = new AggregateError([]);
    many.errors.push(many, failure("ECONNREFUSED"));
    expect(classifyTransportFailure(many)).toMatchObject({ sent: "no", cause: { code: "ECONNREFUSED" } });
    let deep: unknown = failure("ECONNREFUSED");
    for (let links = 0; links < 100; links += 1) deep = thrown(deep);
    expect(classifyTransportFailure(deep)).toMatchObject({ sent: "maybe" });
    const trap = () => {
      throw new Error("trap");
    };
    for (const key of ["code", "name", "cause", "syscall"]) {
      const odd = Object.defineProperty(new Error("odd"), key, { get: trap });
      expect(classifyTransportFailure(odd).sent).toBe("maybe");
    }
    expect(classifyTransportFailure(new Proxy(new Error("odd"), { getPrototypeOf: trap }))).toEqual({
      sent: "maybe",
      cause: { name: "unknown" },
    });
  });

  it.each([
    [new Error("getaddrinfo ENOTFOUND"), { name: "Error" }],
    [new DOMException("ECONNREFUSED", "AbortError"), { name: "AbortError" }],
    [Object.assign(new Error("odd"), { code: 111 }), { name: "Error" }],
    [{ code: "ECONNREFUSED" }, { name: "unknown" }],
    ["ECONNREFUSED", { name: "unknown" }],
    [undefined, { name: "unknown" }],
  ])("classifyTransportFailure believes no message and nothing that is not an error: %s", (error, cause) => {
    expect(classifyTransportFailure(error)).toEqual({ sent: "maybe", cause });
  });
});

it.each([
  ["a URL", "https://x.test/?apikey=4711"],
  ["more than 40 characters", "E".repeat(41)],
  ["spaces", "E NAME"],
])("describeFailure leaves out a name and a code with %s", (_what, text) => {
  const error = Object.assign(new Error("x"), { name: text, code: text });
  expect(describeFailure(error)).toEqual({ name: "unknown" });
});

it("describeFailure keeps name and code, and no message", () => {
  expect(describeFailure(failure("ENOTFOUND"))).toEqual({ name: "Error", code: "ENOTFOUND" });
});
