import type { Regression } from "@setor-tooling/long-run/long-run";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import { listVendors } from "@setor-tooling/model/vendors";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreesWithSpec, createCaller, jsonScenariosOf } from "./bad-input.js";
import { measure, megabytes } from "./megabyte.js";
import regressions from "./regressions.json" with { type: "json" };

const failures: readonly Regression[] = regressions;

// The long run is `pnpm fuzz`.
describe.each(listVendors())("a client of $id that gets a damaged answer", async (vendor) => {
  const property = await agreesWithSpec(vendor);

  it("a client understands a damaged answer exactly as the spec does, or says that it does not, in 500 cases", async () => {
    await fc.assert(property, { numRuns: 500 });
  }, 60_000);

  it("a recorded regression stays fixed", async () => {
    for (const { seed, path } of failures.filter((failure) => failure.vendor === vendor.id)) {
      await fc.assert(property, { seed, path, endOnFailure: true });
    }
  });

  it("a client stops reading an answer that never ends", async () => {
    const scenarios = jsonScenariosOf(vendor, await dereferenceSpec(vendor));
    const [scenario] = scenarios;
    if (scenario === undefined) throw new Error(`${vendor.id} has no scenario`);
    const interpret = await createCaller(vendor, scenarios);
    let sent = 0;
    const endless = () =>
      new ReadableStream({
        pull(controller) {
          sent += 65_536;
          controller.enqueue(new Uint8Array(65_536).fill(0x20));
        },
      });
    const said = await interpret(scenario, () => new Response(endless(), { status: scenario.status }));
    expect(said).toBe("error too-large");
    expect(sent).toBeLessThan(2 * 1_048_576);
  });
});

describe("a megabyte", () => {
  // A quadratic reader takes minutes. The figures are in `pnpm fuzz`.
  it.each(megabytes)("a megabyte of %s holds the event loop for less than a second", (kind) => {
    expect(measure(kind)).toBeLessThan(1_000);
  });
});
