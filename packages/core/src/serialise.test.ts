import { describe, expect, it } from "vitest";
import { find, pay } from "../test/operations.js";
import type { Operation } from "./operation.js";
import { serialise } from "./serialise.js";

const values = { note: "x", total: 183_500, key: "k", kind: "cash", bill: "4711" };

describe("serialise", () => {
  it("serialise puts each field where the spec says, in the order of the spec", () => {
    expect(serialise(pay, "https://x.test/api", values)).toEqual({
      method: "POST",
      url: "https://x.test/api/bills/4711?key=k",
      headers: { Accept: "application/json", "Content-Type": "application/json" },
      body: '{"kind":"cash","total":183500,"note":"x"}',
    });
  });

  it("serialise leaves out what is not given, and everything that a GET does not have", () => {
    expect(serialise(find, "https://x.test", { page: 0 })).toEqual({
      method: "GET",
      url: "https://x.test/bills?page=0",
      headers: { Accept: "application/json" },
      body: undefined,
    });
    expect(serialise(find, "https://x.test", {}).url).toBe("https://x.test/bills");
  });

  it.each([
    ["a b/c?d#e%f&g=h+i", "a%20b%2Fc%3Fd%23e%25f%26g%3Dh%2Bi"],
    ["é💳$&", "%C3%A9%F0%9F%92%B3%24%26"],
    ["{key}", "%7Bkey%7D"],
  ])("serialise percent-encodes %s in path and query", (text, encoded) => {
    const { url } = serialise(pay, "https://x.test", { ...values, bill: text, key: text });
    expect(url).toBe(`https://x.test/bills/${encoded}?key=${encoded}`);
  });

  it("serialise escapes what is not ASCII in JSON", () => {
    const { body } = serialise(pay, "https://x.test", { kind: "é\u007f💳\n" });
    expect(body).toBe('{"kind":"\\u00e9\\u007f\\ud83d\\udcb3\\n"}');
    expect(JSON.parse(String(body))).toEqual({ kind: "é\u007f💳\n" });
  });

  it("serialise writes a form as a form is written", () => {
    const form: Operation = { ...pay, requestType: "form" };
    expect(serialise(form, "https://x.test", { ...values, note: "a b&c=é" })).toMatchObject({
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "kind=cash&total=183500&note=a+b%26c%3D%C3%A9",
    });
  });

  it("serialise leaves the Content-Type of a multipart body to fetch, which knows the boundary", () => {
    const upload: Operation = { ...pay, requestType: "multipart" };
    const { headers, body } = serialise(upload, "https://x.test", { ...values, note: new Blob(["x"]) });
    expect(headers).toEqual({ Accept: "application/json" });
    expect(body instanceof FormData && [...body.keys()]).toEqual(["kind", "total", "note"]);
    expect(body instanceof FormData && body.get("note")).toBeInstanceOf(Blob);
    expect(body instanceof FormData && body.get("total")).toBe("183500");
  });

  it.each([
    ["https://x.test/api/", "/bills", "https://x.test/api/bills"],
    ["https://x.test/api", "/", "https://x.test/api"],
    ["https://x.test/api/", "/", "https://x.test/api/"],
  ])("serialise joins %s and %s", (baseUrl, path, url) => {
    expect(serialise({ ...find, path }, baseUrl, {}).url).toBe(url);
  });
});
