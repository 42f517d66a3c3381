import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Difference, explanations } from "./explained.js";
import { runSteps, type Step } from "./run-steps.js";
import { bills, scenarios, start } from "./scenarios.js";
import { sequences } from "./sequences.js";
import { openSandbox, openServer, type Setting } from "./targets.js";

const builds = ["WAR", "Boot"] as const;

/** Runs the same steps against both, and gives the first answer in which they differ. */
async function firstDifference(setting: Setting, steps: readonly Step[]): Promise<Difference | undefined> {
  const server = await openServer(setting);
  const sandbox = openSandbox(setting);
  try {
    const real = await runSteps(steps, server);
    const ours = await runSteps(steps, sandbox);
    const at = real.findIndex((outcome, index) => !isDeepStrictEqual(outcome, ours[index]));
    const asked = steps.filter((step) => "path" in step)[at];
    const said = real[at];
    const answered = ours[at];
    return asked && said && answered && { step: asked, server: said, sandbox: answered };
  } finally {
    await server.close();
  }
}

describe.each(builds)("the sandbox and WS PBB as %s", (build) => {
  const explained = explanations.filter((explanation) => (explanation.build ?? build) === build);

  it.each(scenarios)(
    "the sandbox and WS PBB answer alike, or otherwise for a known reason: $name",
    async ({ name, steps, ...surroundings }) => {
      const difference = await firstDifference({ build, start, bills, marksPaid: true, ...surroundings }, steps);
      const known = explained.find((explanation) => explanation.scenarios.includes(name));
      if (known === undefined || difference === undefined)
        expect({ difference }).toEqual({ difference: known?.reason });
      else expect(known.covers?.(difference) ?? true).toBe(true);
    },
  );

  it("the sandbox and WS PBB answer alike, or otherwise for a known reason, whatever is called", {
    timeout: 120_000,
  }, async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(sequences, async ({ steps, ...surroundings }) => {
        const difference = await firstDifference({ build, ...surroundings }, steps);
        if (difference === undefined) return;
        const known = explained.find(({ covers }) => covers?.(difference));
        if (known === undefined) expect(difference.sandbox).toEqual(difference.server);
        else seen.add(known.reason);
      }),
      { seed: 20_170_120, numRuns: 1_000 },
    );
    const unseen = explained.filter(({ reason, covers }) => covers !== undefined && !seen.has(reason));
    expect(unseen.map(({ reason }) => reason)).toEqual([]);
  });
});

it("every explained difference is one of a scenario that exists", () => {
  const names = scenarios.map(({ name }) => name);
  expect(explanations.flatMap((explanation) => explanation.scenarios).filter((name) => !names.includes(name))).toEqual(
    [],
  );
});
