import { Agent } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { property } from "@setor-tooling/model/property";
import { listScenarios } from "@setor-tooling/model/scenarios";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import { listVendors } from "@setor-tooling/model/vendors";
import { beforeEach, describe, expect, it, vi } from "vitest";

/** What a typing error, a store or a form may make of an option of any client. */
const wrongOptions: readonly object[] = [
  { baseURL: "http://127.0.0.1:9" },
  { baseUrl: null },
  { baseUrl: 7 },
  { baseUrl: "s3cret" },
  { fetch: 5 },
  { fetch: null },
  { agent: {} },
  { agent: new Agent(), fetch: () => {} },
  { now: new Date() },
  { now: Date.now },
  { now: () => new Date("s3cret") },
  { now: null },
  { monotonicNow: 5 },
  { monotonicNow: () => "5" },
  { sleep: 5 },
  { timeout: 5 },
  { timeoutMs: null },
  { timeoutMs: "5" },
  { timeoutMs: 0 },
  { connectTimeoutMs: -1 },
  { onExchange: 5 },
  { onRequest: {} },
  { toString: () => "s3cret" },
];

const wrongCallOptions: readonly unknown[] = [
  null,
  5,
  [],
  { timeout: 5 },
  { timeoutMs: 0.5 },
  { timeoutMs: null },
  { signal: new AbortController() },
  { signal: null },
  { beforeSending: "s3cret" },
  { retries: -1 },
  { retries: 0.5 },
  { retries: "2" },
];

const wrongArguments: readonly unknown[] = [undefined, null, "s3cret", 7, true, [], new Date(), () => {}];

/** What Node says when nobody has looked at a value first. */
const raw = /Cannot (destructure|read|convert)|is not (a function|iterable|defined)|undefined|\[object/;

function expectSentence(error: unknown): void {
  expect(error).toBeInstanceOf(TypeError);
  const message = property(error, "message");
  expect(message).toMatch(/^\w+: /);
  expect(message).not.toMatch(raw);
  expect(inspect(error)).not.toContain("s3cret");
}

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    return error;
  }
}

describe.each(listVendors())("the client of $id, used wrongly", async (vendor) => {
  const module: Record<string, unknown> = await import(pathToFileURL(join(vendor.packageDir, "src", "index.ts")).href);
  const profile = await loadProfile(vendor);
  const scenarios = listScenarios(vendor.id, await dereferenceSpec(vendor));
  const [scenario = expect.unreachable()] = scenarios;
  const right = profile.options(scenario);

  function create(options: unknown): Record<string, unknown> {
    const factory = module[profile.factory];
    return typeof factory === "function" ? factory(options) : expect.unreachable();
  }

  it.each([undefined, null, "s3cret", 7, []])("a client is not made of %j", async (options) => {
    expectSentence(await thrownBy(() => create(options)));
  });

  it.each(wrongOptions)("a client is not made with %o", async (wrong) => {
    expectSentence(await thrownBy(() => create({ ...right, ...wrong })));
  });

  it.each(Object.keys(right))("a client is not made without a usable %s", async (name) => {
    for (const value of [undefined, null, "", " ", 7, {}, "\ud800"]) {
      expectSentence(await thrownBy(() => create({ ...right, [name]: value })));
    }
  });

  const fetch = vi.fn(() => Promise.reject(new Error("sent")));
  const client = create({ ...right, fetch });
  const methods = Object.keys(client);
  beforeEach(() => {
    fetch.mockClear();
  });

  it.each(methods)("%s sends nothing for a wrong argument, and says what is wrong", async (name) => {
    const method = client[name];
    if (typeof method !== "function") return expect.unreachable();
    // Some operations need no argument, and an object without fields is as good as none.
    const optional = /^(issueToken|listProducts)$/.test(name);
    const isEmpty = (value: unknown) => value === undefined || value instanceof Date;
    for (const wrong of wrongArguments.filter((value) => !(optional && isEmpty(value)))) {
      expectSentence(await thrownBy(() => method(wrong)));
    }
    expect(fetch).not.toHaveBeenCalled();
  });

  const operations = [...new Set(scenarios.map(({ operationId }) => operationId))];

  it.each(operations)("%s sends nothing with a wrong option, and leaves no timer behind", async (operationId) => {
    vi.useFakeTimers();
    const method = client[operationId];
    const first = scenarios.find((each) => each.operationId === operationId);
    if (typeof method !== "function" || first === undefined) return expect.unreachable();
    for (const wrong of wrongCallOptions) {
      expectSentence(await thrownBy(() => method(profile.argument?.(first) ?? first.fields, wrong)));
    }
    expect(vi.getTimerCount()).toBe(0);
    expect(fetch).not.toHaveBeenCalled();
    vi.useRealTimers();
  });
});
