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
  ])("takes %s for not sent", (code) => {
    expect(classifyTransportFailure(thrown(failure(code)))).toEqual({ sent: "no", cause: { name: "Error", code } });
  });

  it.each([
    "ECONNRESET",
    "EPIPE",
    "UND_ERR_SOCKET",
    "UND_ERR_HEADERS_TIMEOUT",
    "UND_ERR_BODY_TIMEOUT",
    "HPE_INVALID_CONSTANT",
  ])("takes %s for maybe sent", (code) => {
    expect(classifyTransportFailure(thrown(failure(code)))).toEqual({ sent: "maybe", cause: { name: "Error", code } });
  });

  it.each([
    ["ETIMEDOUT", "connect", "no"],
    ["ETIMEDOUT", "read", "maybe"],
    ["ETIMEDOUT", undefined, "maybe"],
    ["EHOSTUNREACH", "connect", "no"],
    ["EHOSTUNREACH", "read", "maybe"],
    ["ENETUNREACH", "write", "maybe"],
  ])("takes %s while it does %s for %s", (code, syscall, sent) => {
    expect(classifyTransportFailure(thrown(failure(code, syscall)))).toMatchObject({ sent });
  });

  it.each([
    ["every address refused", [failure("ECONNREFUSED"), failure("EHOSTUNREACH")], "no"],
    ["one connection broken", [failure("ECONNREFUSED"), failure("ECONNRESET")], "maybe"],
    ["no address at all", [], "maybe"],
  ])("takes a host with %s for %s", (_what, errors, sent) => {
    const aggregate = Object.assign(new AggregateError(errors), { code: "ECONNREFUSED" });
    expect(classifyTransportFailure(thrown(aggregate))).toMatchObject({ sent });
  });

  it("looks through the whole chain of causes, and ends where it turns in a circle", () => {
    expect(classifyTransportFailure(thrown(unable(unable(failure("ENOTFOUND")))))).toMatchObject({ sent: "no" });
    const circle = new Error("circle");
    circle.cause = circle;
    expect(classifyTransportFailure(circle)).toEqual({ sent: "maybe", cause: { name: "Error" } });
  });

  it.each([
    [new Error("getaddrinfo ENOTFOUND"), { name: "Error" }],
    [new DOMException("ECONNREFUSED", "AbortError"), { name: "AbortError" }],
    [Object.assign(new Error("odd"), { code: 111 }), { name: "Error" }],
    [{ code: "ECONNREFUSED" }, { name: "unknown" }],
    ["ECONNREFUSED", { name: "unknown" }],
    [undefined, { name: "unknown" }],
  ])("believes no message and nothing that is not an error: %s", (error, cause) => {
    expect(classifyTransportFailure(error)).toEqual({ sent: "maybe", cause });
  });
});

it("describeFailure keeps name and code, and no message", () => {
  expect(describeFailure(failure("ENOTFOUND"))).toEqual({ name: "Error", code: "ENOTFOUND" });
});
