import { languages } from "@setor-tooling/model/languages";
import { describe, expect, it } from "vitest";
import { checkRun } from "./check-run.js";
import type { Player } from "./engine/player.js";
import { ledgerLines } from "./ledger-lines.js";
import { lessons } from "./lessons.js";
import { listPlayVendors, play } from "./load-vendors.js";
import { defaultStart } from "./run.js";

const vendors = await listPlayVendors();

const debits = ({ events }: Player) =>
  events.flatMap((event) => (event.kind === "booked" && event.debit !== 0 ? [event.debit] : []));

const skipped = ({ events }: Player) => events.filter(({ kind }) => kind === "skipped");

/** What the vendor has booked after each choice, in order. */
const booked: Readonly<Record<string, readonly (readonly number[])[]>> = {
  "paid-again-after-timeout": [[183_500, 183_500], [183_500]],
  "redirect-followed": [[], []],
  "pending-taken-for-failed": [[183_500], [183_500]],
  "unpaid-believed-too-early": [[5_000_000, 5_000_000], [5_000_000]],
  "unknown-given-up": [[35_750, 35_750], [35_750]],
  "reversed-twice": [
    [35_750, -35_750, 35_750, -35_750],
    [35_750, -35_750, 35_750],
  ],
  "callback-trusted": [[], []],
};

it("there are seven lessons, each under a name of its own", () => {
  expect(lessons.map(({ id }) => id)).toEqual(Object.keys(booked));
});

describe.each(lessons)("the lesson $id", ({ id, vendor: name, choices, before, ...texts }) => {
  const vendor = vendors.find((each) => each.id === name);
  if (vendor === undefined) throw new Error(name);

  it.each(choices.map((choice, index) => ({ ...choice, index })))(
    "the lesson's choice ends as it says: $text.en",
    async ({ steps, index, loses }) => {
      const run = { vendor: name, start: defaultStart, steps: [...before, ...steps] };
      expect(checkRun(run, vendor)).toMatchObject({ ok: true });
      const player = await play(vendor, run);
      expect(skipped(player)).toEqual([]);
      expect(debits(player)).toEqual(booked[id]?.[index]);
      expect(loses).toBe(index === 0);
    },
  );

  it("the lesson's question is about what the program has seen last", async () => {
    const player = await play(vendor, { steps: before });
    const { answer } = texts;
    const open = [...player.returned.values()].some(({ outcome }) => outcome.state === "unknown");
    const told = player.events.some(({ kind }) => kind === "acted");
    expect(answer === "nobody-knows").toBe(open || told);
    expect(player.inAir).toBeUndefined();
  });

  it.each(languages)("the lesson is told in %s", (language) => {
    const told = [texts.title, texts.story, texts.because, ...choices.flatMap(({ text, because }) => [text, because])];
    for (const text of told) expect(text[language].length).toBeGreaterThan(10);
  });
});

describe("what a ledger would have written", () => {
  it("a ledger writes down before it sends, asks, and books once", async () => {
    const [lesson] = lessons;
    const vendor = vendors.find((each) => each.id === lesson?.vendor);
    if (lesson === undefined || vendor === undefined) throw new Error("There is no lesson.");
    const player = await play(vendor, { steps: [...lesson.before, ...(lesson.choices[1]?.steps ?? [])] });
    expect(ledgerLines(player.events, vendor).map(({ of, entry, why }) => [of, entry, why])).toEqual([
      [1, "claimed", undefined],
      [1, "unknown", "timeout"],
      [1, "asked", undefined],
      [1, "paid", undefined],
    ]);
  });
});
