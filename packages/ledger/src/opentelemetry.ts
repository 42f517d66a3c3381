import type { Attributes, Meter, MetricsAPI, Span, TraceAPI, Tracer } from "@opentelemetry/api";
import type { AttemptClaimed, AttemptOpened, AttemptSettled, LedgerEvent } from "./events.js";
import type { LedgerMetrics } from "./metrics.js";

/** Where a ledger is observed: `@opentelemetry/api` as it is imported, or a meter and a tracer of yours. */
export type Observer =
  | {
      /** The `metrics` of `@opentelemetry/api`. */
      readonly metrics: Pick<MetricsAPI, "getMeter">;
      /** The `trace` of `@opentelemetry/api`. */
      readonly trace: Pick<TraceAPI, "getTracer">;
    }
  | {
      /** Makes the counters, histograms and gauges. */
      readonly meter: Meter;
      /** Makes the spans. */
      readonly tracer: Tracer;
    };

/** What observing a ledger gives. */
export interface LedgerObservation {
  /** For the options of `openLedger`: counts, measures, and makes a span of each attempt. */
  readonly onEvent: (event: LedgerEvent) => void;
  /** Adds the gauges of what is open, read whenever they are collected. Gives what ends that, before the ledger closes. */
  readonly watch: (ledger: Metered) => () => void;
}

/** The part of a ledger that gauges are read from. */
export interface Metered {
  /** How much is open and for how long. */
  metrics(): Promise<LedgerMetrics>;
}

const name = "@setor/ledger";

/** `SpanStatusCode.ERROR`; the package itself is not loaded. */
const error = 2;

/** More attempts than that are never in the air at once: what is older has been forgotten by the ledger. */
const mostSpans = 10_000;

/**
 * Observes a ledger with OpenTelemetry: counters and histograms of what happens, a span for each attempt from when it was
 * written down until its call ended, and gauges of what is open. In all of it stands no key, reference, label or URL, and
 * no id of a payment.
 */
export function observeLedger(observer: Observer): LedgerObservation {
  const meter = "meter" in observer ? observer.meter : observer.metrics.getMeter(name);
  const tracer = "tracer" in observer ? observer.tracer : observer.trace.getTracer(name);
  const instruments = createInstruments(meter);
  const span = createSpans(tracer);
  return {
    onEvent(event) {
      count(instruments, event);
      span(event);
    },
    watch: (ledger) => watchGauges(meter, ledger),
  };
}

/** Counters and histograms. */
function createInstruments(meter: Meter) {
  const counter = (what: string, description: string) => meter.createCounter(`setor.ledger.${what}`, { description });
  const seconds = (what: string, description: string) =>
    meter.createHistogram(`setor.ledger.${what}`, { description, unit: "s" });
  return {
    claims: counter("claims", "Attempts that were written down before they were sent"),
    claimsLost: counter("claims_lost", "Attempts that another process wrote down first"),
    windowMisses: counter("window_misses", "Attempts that were written down too late to be sent"),
    settled: counter("settled", "Attempts whose end is known, by state and by who found out"),
    opened: counter("opened", "Attempts whose call ended without saying where the money is"),
    asks: counter("asks", "Askings, by what the vendor said"),
    paceWaits: counter("pace_waits", "Rounds in which an account had no asking left"),
    takeOvers: counter("take_overs", "Attempts taken over from a process that is gone"),
    disputes: counter("disputes", "Findings that people have to look at"),
    resolved: counter("resolved", "Disputes that two people have settled"),
    seals: counter("seals", "Seals over the journal"),
    memoryChanges: counter("memory_changes", "Openings of a store that may have forgotten payments"),
    storeFailures: counter("store_failures", "Failures of the store"),
    claimDuration: seconds("claim.duration", "How long writing an attempt down took"),
    askDuration: seconds("ask.duration", "How long an asking took"),
    timeToSettle: seconds("time_to_settle", "From writing an attempt down until its end was known"),
  };
}

function count(instruments: ReturnType<typeof createInstruments>, event: LedgerEvent): void {
  switch (event.kind) {
    case "claimed":
      instruments.claims.add(1, nameOf(event));
      instruments.claimDuration.record(event.durationMs / 1000, nameOf(event));
      break;
    case "claim-lost":
      instruments.claimsLost.add(1, nameOf(event));
      break;
    case "window-missed":
      instruments.windowMisses.add(1, nameOf(event));
      break;
    case "settled":
      countSettled(instruments, event);
      break;
    case "opened":
      instruments.opened.add(1, { ...nameOf(event), "setor.state": event.state });
      break;
    case "resolved":
      instruments.resolved.add(1, nameOf(event));
      break;
    case "taken-over":
      instruments.takeOvers.add(1, nameOf(event));
      break;
    case "asked":
      instruments.asks.add(1, { ...nameOf(event), "setor.said": event.said });
      instruments.askDuration.record(event.durationMs / 1000, nameOf(event));
      break;
    case "pace-waited":
      instruments.paceWaits.add(1, { "setor.vendor": event.vendor, "setor.account": event.account });
      break;
    case "sealed":
      instruments.seals.add(1);
      break;
    case "memory-changed":
      instruments.memoryChanges.add(1);
      break;
    case "store-failed":
      instruments.storeFailures.add(1, { "setor.while": event.while, "error.type": event.why });
      break;
  }
}

function countSettled(instruments: ReturnType<typeof createInstruments>, event: AttemptSettled): void {
  const { state, by, dispute, afterMs } = event;
  const attributes = { ...nameOf(event), "setor.state": state, "setor.by": by };
  instruments.settled.add(1, attributes);
  instruments.timeToSettle.record(afterMs / 1000, attributes);
  if (dispute !== undefined) instruments.disputes.add(1, { ...nameOf(event), "setor.dispute": dispute });
}

/** A span for each attempt of this process, from when it was written down until it was settled or left open. */
function createSpans(tracer: Tracer): (event: LedgerEvent) => void {
  const spans = new Map<string, Span>();

  function begin(event: AttemptClaimed): void {
    const [oldest] = spans.keys();
    if (spans.size >= mostSpans && oldest !== undefined) {
      spans.get(oldest)?.end();
      spans.delete(oldest);
    }
    const attributes = { ...nameOf(event), "setor.attempt": event.attempt };
    spans.set(keyOf(event), tracer.startSpan("setor.ledger.attempt", { attributes }));
  }

  function end(event: AttemptSettled | AttemptOpened): void {
    const span = spans.get(keyOf(event));
    if (span === undefined) return;
    spans.delete(keyOf(event));
    span.setAttribute("setor.state", event.state);
    if (event.kind === "settled" && event.dispute !== undefined) span.setAttribute("setor.dispute", event.dispute);
    if (event.state === "unknown") span.setStatus({ code: error });
    span.end();
  }

  return (event) => {
    if (event.kind === "claimed") begin(event);
    if (event.kind === "window-missed") spans.get(keyOf(event))?.addEvent("window-missed");
    if (event.kind === "settled" || event.kind === "opened") end(event);
  };
}

function watchGauges(meter: Meter, ledger: Metered): () => void {
  const gauge = (what: string, description: string, unit?: string) =>
    meter.createObservableGauge(`setor.ledger.${what}`, { description, ...(unit !== undefined && { unit }) });
  const open = gauge("open", "Payments whose end is not known");
  const oldest = gauge("open_oldest_seconds", "Age of the oldest of them", "s");
  const disputed = gauge("disputed", "Payments that people have to look at");
  const proposed = gauge("proposals", "Payments that wait for a second person");
  const sealAge = gauge("seal_age_seconds", "Age of the newest seal", "s");
  const gauges = [open, oldest, disputed, proposed, sealAge];
  const read: Parameters<Meter["addBatchObservableCallback"]>[0] = async (result) => {
    const found = await ledger.metrics();
    for (const { vendor, n, oldestSeconds } of found.open) {
      result.observe(open, n, { "setor.vendor": vendor });
      result.observe(oldest, oldestSeconds, { "setor.vendor": vendor });
    }
    result.observe(disputed, found.disputes);
    result.observe(proposed, found.proposals);
    if (found.sealAgeSeconds !== undefined) result.observe(sealAge, found.sealAgeSeconds);
  };
  meter.addBatchObservableCallback(read, gauges);
  return () => meter.removeBatchObservableCallback(read, gauges);
}

function nameOf({ vendor, operation }: { readonly vendor: string; readonly operation: string }): Attributes {
  return { "setor.vendor": vendor, "setor.operation": operation };
}

function keyOf({ payment, attempt }: { readonly payment: string; readonly attempt: number }): string {
  return `${payment}/${attempt}`;
}
