import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNoopMeter, type Meter, type MetricOptions, trace } from "@opentelemetry/api";
import type { Ledger } from "@setor/ledger";
import { observeLedger } from "@setor/ledger/opentelemetry";
import { guideFile } from "@setor-tooling/model/guides";
import { languages } from "@setor-tooling/model/languages";
import { evaluate } from "@setor-tooling/samples/evaluate";
import { describe, expect, it } from "vitest";

const guide = readFileSync(guideFile("ledger", "en"), "utf8");
const programs = [...guide.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, text = ""]) => text);

/** The instruments that a ledger is observed with: each with its kind and unit, as the guide says it. */
function instruments(): string[] {
  const made: string[] = [];
  const noop = createNoopMeter();
  const note = (kind: string, name: string, { unit }: MetricOptions = {}) =>
    made.push([name, [kind, ...(unit === undefined ? [] : [unit])].join(", ")].join(" | "));
  const meter: Meter = Object.assign(Object.create(noop), {
    createCounter(name: string, options?: MetricOptions) {
      note("counter", name, options);
      return noop.createCounter(name);
    },
    createHistogram(name: string, options?: MetricOptions) {
      note("histogram", name, options);
      return noop.createHistogram(name);
    },
    createObservableGauge(name: string, options?: MetricOptions) {
      note("gauge", name, options);
      return noop.createObservableGauge(name);
    },
  });
  const observation = observeLedger({ meter, tracer: trace.getTracer("none") });
  observation.watch({ metrics: async () => ({ open: [], disputes: 0, proposals: 0 }) })();
  return made;
}

describe("the guide on the ledger, of metrics", () => {
  it.each(languages)("it lists in %s every instrument with its kind and unit, and no other", (language) => {
    const text = readFileSync(guideFile("ledger", language), "utf8");
    const listed = [...text.matchAll(/^\| `([\w.]+)` \| ((?:counter|histogram|gauge)[^|]*) \|/gm)];
    const named = listed.map(([, name, kind]) => `setor.ledger.${name} | ${kind}`);
    expect(named.sort()).toEqual(instruments().sort());
  });

  it.each(languages)("it alarms in %s on what is measured", (language) => {
    const text = readFileSync(guideFile("ledger", language), "utf8");
    const [, table = ""] = /\n\| alarm \|.*\n\|[-|]+\n((?:\|.*\n)+)/.exec(text) ?? [];
    const named = [...table.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = ""]) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name),
    );
    const known = instruments().map((each) => each.split(" | ")[0]?.replace("setor.ledger.", ""));
    expect(named).toEqual(expect.arrayContaining(["open_oldest_seconds", "window_misses", "disputes"]));
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it("its program observes a ledger and closes it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "setor-guide-"));
    const program = programs.find((text) => text.includes("observeLedger")) ?? expect.unreachable();
    const placed = program.replace('"ledger.db"', JSON.stringify(join(folder, "ledger.db")));
    // The program gives nothing else.
    const { ledger, close } = (await evaluate(placed)) as { ledger: Ledger; close: () => Promise<void> };
    expect(await ledger.metrics()).toMatchObject({ open: [{ vendor: "esamsat", n: 0, oldestSeconds: 0 }] });
    await close();
    await expect(ledger.metrics()).rejects.toThrow();
    rmSync(folder, { recursive: true });
  });
});
