import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCatalogues } from "./cases/catalogues.js";
import { readCases } from "./cases/read-cases.js";
import type { Chips } from "./catalogue/catalogue.js";
import { answerTo, diagnose } from "./engine/diagnose.js";
import { readPaste } from "./engine/paste.js";
import { signsIn } from "./engine/signals.js";

const cases = readCases();
const catalogues = await readCatalogues();
const { id: catalogue } = catalogues;

describe("the answers", () => {
  it.each(cases)("what is said of a pasted text is right: $text", ({ text, chips }) => {
    expect(diagnose(text, catalogue)?.chips).toEqual(chips);
  });

  it("a text is answered alike in both languages", () => {
    for (const { text } of cases) {
      expect(diagnose(text, catalogues.en)?.chips, text).toEqual(diagnose(text, catalogue)?.chips);
    }
  });

  it("an answer says what happened, what to do and what to tell the customer", () => {
    for (const { text } of cases) {
      const { title, happened, steps } = diagnose(text, catalogue) ?? { title: "", happened: "", steps: [] };
      expect(
        [title, happened, ...steps].every((each) => each.length > 5),
        text,
      ).toBe(true);
      expect(steps.length, text).toBeGreaterThan(0);
    }
  });

  it.each(["", "   ", "halo, apa kabar?", "lorem ipsum", "1234567890"])(
    "nothing is said of a text that says nothing: %j",
    (text) => {
      expect(diagnose(text, catalogue)).toBeUndefined();
    },
  );

  // Cut off, these prove that nothing was sent: that is why they are no cases.
  it.each([
    "Error: read EHOSTUNREACH",
    "write ENETUNREACH",
    "[cause]: Error: EHOSTUNREACH { errno: -113, code: 'EHOSTUNREACH', syscall: 'read' }",
    "ConnectionRefusedError: [Errno 111] Connection refused during pay() retry",
    "22:00:01 POST pay_esamsat INV1\n22:00:31 POST pay_esamsat INV1 ECONNREFUSED",
    "pertama loading, klik lagi ECONNREFUSED",
    "belum not-sent, statusnya unknown",
    "ECONNREFUSED, pelanggan bilang struk sudah keluar",
    "ENOTFOUND waktu bayar, dashboard MMBC ada transaksinya",
    "getaddrinfo EAI_AGAIN rabbit",
    "connect ECONNREFUSED 172.18.0.3:8081 ledger-service",
    "settle() getaddrinfo ENOTFOUND",
    "respon vendor: Unable to connect to biller",
    "HTTP 200 cURL error 7: Failed to connect to bank.co.id port 443",
  ])("one word beside a proof that nothing was sent takes it away: %s", (text) => {
    expect(diagnose(text, catalogue)?.chips.again).toMatch(/^(settle-first|no)$/);
  });

  it("every end of the decision tree has an answer, and every question is asked", () => {
    const { tree } = catalogue;
    const asked = new Set(tree.map(({ name }) => name));
    const ends = tree.flatMap(({ choices }) => choices.map(({ to }) => to));
    for (const end of ends.filter((to) => !asked.has(to))) expect(answerTo(end, catalogue).steps).not.toEqual([]);
    expect(tree.slice(1).every(({ name }) => ends.includes(name))).toBe(true);
  });

  it("who says which call it was gets the answer for that call", () => {
    const at = (operation: string) => diagnose("ECONNRESET", catalogue, { vendor: "esamsat", operation })?.chips.again;
    expect([at("pay"), at("checkStatus")]).toEqual(["settle-first", "yes"]);
  });
});

/** How careful an answer is; nothing is more careful than none. */
function care(chips: Chips | undefined): number {
  const order = ["yes", "after-correction", "no", "settle-first"];
  return chips === undefined ? order.length : order.indexOf(chips.again);
}

/** Ways in which the same text is pasted by somebody else. */
const asPasted: Readonly<Record<string, (text: string) => string>> = {
  "in capitals": (text) => text.toUpperCase(),
  "in lower case": (text) => text.toLowerCase(),
  "with other spaces": (text) => text.replace(/ /g, "  \n"),
  "as a string of JSON": (text) => JSON.stringify(text),
  "as a string in a string": (text) => JSON.stringify(JSON.stringify({ msg: text })),
  "in the line of a log": (text) => `2026-11-30T23:50:11.031+07:00 ERROR [worker-3] order=8812 ${text} (req 5f2e)`,
  "as a quotation": (text) => `> ${text.replace(/\n/g, "\n> ")}\n\nmohon bantuannya`,
  "with entities": (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;"),
  "percent-encoded": (text) => encodeURIComponent(text),
  "in colours": (text) => `\u001b[31m${text}\u001b[0m`,
  twice: (text) => `${text}\n${text}`,
};

/** Whether a text holds a proof that nothing was sent, beside which its caution stands: a cut can leave the proof alone. */
function holdsProof(text: string): boolean {
  return signsIn(readPaste(text), catalogue.vendors).signals.some(({ tier }) => tier === "unsent");
}

/** Kinds of which something is left open, whatever else a text says. */
const certain =
  "timeout lost gateway page program empty redirect foreign stopped claimed callback double debited pending crash".split(
    " ",
  );

/** What says no more than that something beneath it failed, or is what a person says of that. */
const wrapper = /^(?:TypeError: fetch failed|AxiosError: Network Error|AbortError.*|curl \(28\)|MMBC.*)$/;

describe("the answers to what is pasted badly", () => {
  it.each(Object.entries(asPasted))("no answer is less careful about a text %s", (_name, paste) => {
    for (const { text, chips } of cases) {
      const pasted = paste(text);
      expect(care(diagnose(pasted, catalogue)?.chips), pasted).toBeGreaterThanOrEqual(care(chips));
    }
  });

  it("nothing that is cut off at its end or its beginning may be sent again, unless the whole may", () => {
    const cut = cases.filter(({ text, chips }) => chips.again !== "yes" && !holdsProof(text));
    const places = fc.tuple(fc.constantFrom(...cut), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(places, ([{ text }, share]) => {
        const at = Math.floor(text.length * share);
        for (const part of [text.slice(0, at), text.slice(at)])
          expect(diagnose(part, catalogue)?.chips.again, part).not.toBe("yes");
      }),
      { numRuns: 800, seed: 11 },
    );
  });

  it("what was not sent may not be sent again beside anything that may have been", () => {
    const unsent = cases.filter(({ chips }) => chips.money === "not-moved" && chips.again === "yes");
    const open = cases.filter(
      ({ text }) => certain.includes(diagnose(text, catalogue)?.kind ?? "") && !wrapper.test(text),
    );
    fc.assert(
      fc.property(fc.constantFrom(...unsent), fc.constantFrom(...open), fc.boolean(), (one, other, first) => {
        const both = first ? `${one.text}\n${other.text}` : `${other.text}\n${one.text}`;
        expect(diagnose(both, catalogue)?.chips.again, both).not.toBe("yes");
      }),
      { numRuns: 800, seed: 12 },
    );
  });

  it("nothing in noise may be sent again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (noise) => {
        expect(diagnose(noise, catalogue)?.chips.again).not.toBe("yes");
      }),
      { seed: 13 },
    );
  });
});
