import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "@setor-tooling/model/vendors";
import { afterAll, describe, expect, it } from "vitest";
import { leadTo } from "./lead-to.js";
import { listPlayVendors, play } from "./load-vendors.js";
import type { Step } from "./run.js";
import { defaultStart } from "./run.js";
import type { PlayVendor } from "./vendor.js";
import { writeTest } from "./write-test.js";

const folder = fileURLToPath(new URL(".results/written", import.meta.url));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a reader does who goes on until he knows. */
function storyOf(vendor: PlayVendor, fault: string): Step[] {
  const dangerous = vendor.operations.find(({ effect }) => /money|billed|create/.test(effect));
  if (dangerous === undefined) throw new Error(`${vendor.id} moves nothing`);
  const { before, input } = leadTo(vendor, dangerous.id);
  const call = { do: "call", operation: dangerous.id, input, fault } as Step;
  const of = before.length;
  return [
    ...before,
    call,
    { do: "advance", ms: 75_000 },
    { do: "settle", of },
    { do: "advance", ms: 700_000 },
    { do: "settle", of: of + 2 },
  ];
}

/** Things that no fault is needed for: a refusal, another account, what somebody else does, a reset. */
function calmStories(vendor: PlayVendor): Step[][] {
  const presets = vendor.presets.map(({ operation, options }): Step[] => {
    const { before, input } = leadTo(vendor, operation);
    return [...before, { do: "call", operation, input, ...(options && { options: toTexts(options) }) }];
  });
  const acted = (vendor.actions ?? []).map((_, action): Step[] => {
    const { before, input } = leadTo(vendor, vendor.operations.at(-1)?.id ?? "");
    const check = { do: "call", operation: vendor.operations.at(-1)?.id ?? "", input } as const;
    return [...before, { do: "act", action, of: before.length - 1 }, check];
  });
  const reset: Step[] = [...(presets[0] ?? []), { do: "reset" }];
  return [...presets, ...acted, reset];
}

function toTexts(options: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name, String(value)]));
}

describe("the written tests", async () => {
  const vendors = await listPlayVendors();

  it("a run of every vendor under every fault, and every call that the page offers, is written as a test that passes", async () => {
    mkdirSync(folder, { recursive: true });
    let count = 0;
    for (const vendor of vendors) {
      const faults = vendor.operations.find(({ effect }) => /money|billed|create/.test(effect))?.faults ?? [];
      const stories = [...calmStories(vendor), ...faults.map((fault) => storyOf(vendor, fault))];
      for (const [index, steps] of stories.entries()) {
        const player = await play(vendor, { steps });
        const text = writeTest({ run: { start: defaultStart }, vendor, player });
        writeFileSync(join(folder, `${vendor.id}-${index}.test.ts`), text);
        count += 1;
      }
    }
    const report = join(folder, "report.json");
    const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
    const args = [vitest, "run", folder, "--reporter=json", `--outputFile=${report}`];
    const { stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    const { numPassedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
    const failures = testResults.flatMap(
      ({ message, assertionResults }: { message: string; assertionResults: { failureMessages: string[] }[] }) => [
        ...(message === "" ? [] : [message]),
        ...assertionResults.flatMap(({ failureMessages }) => failureMessages),
      ],
    );
    expect(failures, stderr).toEqual([]);
    expect(numPassedTests).toBe(count);
  }, 120_000);
});
