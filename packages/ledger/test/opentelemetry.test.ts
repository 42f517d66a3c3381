import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as api from "@opentelemetry/api";
import { afterEach, describe, expect, it } from "vitest";
import { type Ledger, type LedgerEvent, openLedger, sqlite } from "../src/index.js";
import { observeLedger } from "../src/opentelemetry.js";
import { bank, bankKind, type Said } from "./bills.js";

const kind = bankKind();
let opened: Ledger[] = [];

afterEach(async () => {
  await Promise.all(opened.map((ledger) => ledger.close()));
  opened = [];
});

/** A meter and a tracer that keep what they are told. */
function recorder() {
  const measured: { name: string; value: number; attributes: api.Attributes }[] = [];
  const spans: { name: string; attributes: api.Attributes; status?: api.SpanStatus; ended: boolean }[] = [];
  const callbacks = new Set<api.BatchObservableCallback>();
  const names = new Map<object, string>();
  const noop = api.createNoopMeter();
  const keep =
    (name: string) =>
    (value: number, attributes: api.Attributes = {}) => {
      measured.push({ name, value, attributes });
    };
  const meter: api.Meter = Object.assign(Object.create(noop), {
    createCounter: (name: string) => ({ add: keep(name) }),
    createHistogram: (name: string) => ({ record: keep(name) }),
    createObservableGauge(name: string) {
      const gauge = noop.createObservableGauge(name);
      const own = Object.create(gauge);
      names.set(own, name);
      return own;
    },
    addBatchObservableCallback: (callback: api.BatchObservableCallback) => callbacks.add(callback),
    removeBatchObservableCallback: (callback: api.BatchObservableCallback) => callbacks.delete(callback),
  });
  const tracer: api.Tracer = {
    startSpan(name, { attributes = {} } = {}) {
      const span: (typeof spans)[number] = { name, attributes: { ...attributes }, ended: false };
      spans.push(span);
      const made: api.Span = Object.assign(Object.create(api.trace.wrapSpanContext(api.INVALID_SPAN_CONTEXT)), {
        setAttribute: (key: string, value: string) => Object.assign(span.attributes, { [key]: value }),
        setStatus: (status: api.SpanStatus) => Object.assign(span, { status }),
        addEvent: () => made,
        end: () => Object.assign(span, { ended: true }),
      });
      return made;
    },
    startActiveSpan: () => {
      throw new Error("No span is made active: what happens in between is not the ledger's.");
    },
  };
  async function collect(): Promise<{ name: string; value: number; attributes: api.Attributes }[]> {
    const found: { name: string; value: number; attributes: api.Attributes }[] = [];
    const result: api.BatchObservableResult = {
      observe: (metric, value, attributes = {}) => {
        found.push({ name: names.get(metric) ?? "", value, attributes });
      },
    };
    for (const callback of callbacks) await callback(result);
    return found;
  }
  return { meter, tracer, measured, spans, collect };
}

async function open(onEvent: (event: LedgerEvent) => void, answer: (bill: string) => Said): Promise<Ledger> {
  const store = sqlite(":memory:", { acceptLossOnCrash: true });
  const ledger = await openLedger({ store, payables: [bank({ answer })], onEvent, worker: "till-3" });
  opened.push(ledger);
  return ledger;
}

const answers: Readonly<Record<string, Said>> = {
  paid: { state: "paid", receipt: { ntpn: "777" }, kept: { ntpn: "777" } },
  lost: { state: "unknown", reason: "timeout" },
};

function answerOf(bill: string): Said {
  return answers[bill] ?? { state: "refused", reason: "limit" };
}

describe("a ledger observed with OpenTelemetry", () => {
  it("each attempt is counted, measured and a span", async () => {
    const recorded = recorder();
    const ledger = await open(observeLedger(recorded).onEvent, answerOf);
    for (const bill of ["paid", "lost", "refused"])
      await ledger.pay(kind, { bill, amount: 5 }, { label: `ORDER-${bill}` });
    await ledger.seal();
    const counted = (name: string) =>
      recorded.measured.filter((each) => each.name === `setor.ledger.${name}`).map(({ attributes }) => attributes);
    const of = { "setor.vendor": "bank", "setor.operation": "pay" };
    expect(counted("claims")).toEqual([of, of, of]);
    expect(counted("claim.duration")).toHaveLength(3);
    expect(counted("settled")).toEqual([
      { ...of, "setor.state": "paid", "setor.by": "answer" },
      { ...of, "setor.state": "refused", "setor.by": "answer" },
    ]);
    expect(counted("time_to_settle")).toHaveLength(2);
    expect(counted("opened")).toEqual([{ ...of, "setor.state": "unknown" }]);
    expect(counted("seals")).toEqual([{}]);
    expect(recorded.spans).toEqual([
      span({ "setor.state": "paid" }),
      { ...span({ "setor.state": "unknown" }), status: { code: api.SpanStatusCode.ERROR } },
      span({ "setor.state": "refused" }),
    ]);
  });

  function span(more: api.Attributes) {
    const attributes = { "setor.vendor": "bank", "setor.operation": "pay", "setor.attempt": 1, ...more };
    return { name: "setor.ledger.attempt", attributes, ended: true };
  }

  it("what is observed names no payment, reference, label, key or receipt", async () => {
    const recorded = recorder();
    const observation = observeLedger(recorded);
    const ledger = await open(observation.onEvent, answerOf);
    observation.watch(ledger);
    const ids: string[] = [];
    for (const bill of ["paid", "lost"]) {
      const { payment = "none" } = await ledger.pay(kind, { bill }, { label: `ORDER-${bill}` });
      ids.push(payment);
    }
    const hash = await ledger.seal();
    const said = JSON.stringify([recorded.measured, recorded.spans, await recorded.collect()]);
    for (const secret of [...ids, "INV-", "ORDER-", "777", String(hash)]) expect(said).not.toContain(secret);
  });

  it("what happens beside the attempts is counted", () => {
    const recorded = recorder();
    const { onEvent } = observeLedger(recorded);
    const of = { payment: "p", vendor: "bank", operation: "pay", attempt: 2 };
    const events: readonly LedgerEvent[] = [
      { kind: "claim-lost", ...of },
      { kind: "window-missed", lateMs: 3, ...of },
      { kind: "taken-over", ...of },
      { kind: "asked", said: "pending", durationMs: 1_500, ...of },
      { kind: "pace-waited", vendor: "bank", account: "main" },
      { kind: "settled", state: "surplus", by: "asking", afterMs: 4_000, dispute: "paid-twice", ...of },
      { kind: "memory-changed" },
      { kind: "store-failed", while: "keeping", why: "StoreError" },
    ];
    for (const event of events) onEvent(event);
    const find = (name: string) => recorded.measured.filter((each) => each.name === `setor.ledger.${name}`);
    const name = { "setor.vendor": "bank", "setor.operation": "pay" };
    for (const counter of ["claims_lost", "window_misses", "take_overs"]) {
      expect(find(counter)).toMatchObject([{ value: 1, attributes: name }]);
    }
    expect(find("asks")).toMatchObject([{ attributes: { ...name, "setor.said": "pending" } }]);
    expect(find("ask.duration")).toMatchObject([{ value: 1.5 }]);
    expect(find("time_to_settle")).toMatchObject([{ value: 4 }]);
    expect(find("disputes")).toMatchObject([{ attributes: { ...name, "setor.dispute": "paid-twice" } }]);
    expect(find("pace_waits")).toMatchObject([{ attributes: { "setor.vendor": "bank", "setor.account": "main" } }]);
    expect(find("memory_changes")).toHaveLength(1);
    expect(find("store_failures")).toMatchObject([
      { attributes: { "setor.while": "keeping", "error.type": "StoreError" } },
    ]);
    // An attempt that was not written down here has no span.
    expect(recorded.spans).toEqual([]);
  });

  it("the gauges are read when they are collected, until they are let go", async () => {
    const recorded = recorder();
    const observation = observeLedger(recorded);
    const ledger = await open(observation.onEvent, answerOf);
    const stop = observation.watch(ledger);
    await ledger.pay(kind, { bill: "lost" });
    await ledger.seal();
    const found = await recorded.collect();
    expect(found.map(({ name }) => name.replace("setor.ledger.", ""))).toEqual([
      "open",
      "open_oldest_seconds",
      "disputed",
      "proposals",
      "seal_age_seconds",
    ]);
    expect(found).toMatchObject([
      { value: 1, attributes: { "setor.vendor": "bank" } },
      {},
      { value: 0 },
      { value: 0 },
      {},
    ]);
    stop();
    expect(await recorded.collect()).toEqual([]);
  });

  it("the package itself is taken as it is, and does nothing where no SDK is set up", async () => {
    const observation = observeLedger(api);
    const ledger = await open(observation.onEvent, answerOf);
    const stop = observation.watch(ledger);
    expect(await ledger.pay(kind, { bill: "paid" })).toMatchObject({ state: "paid" });
    stop();
  });

  it("nothing that is built loads OpenTelemetry", () => {
    const source = fileURLToPath(new URL("../src", import.meta.url));
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    const importing = files.flatMap((file) =>
      readFileSync(join(source, file), "utf8")
        .split("\n")
        .filter((line) => line.includes('"@opentelemetry/api"')),
    );
    expect(importing).toEqual([expect.stringMatching(/^import type /)]);
  });
});
