import { languages } from "@setor-tooling/model/languages";
import type { SpecOperation } from "@setor-tooling/model/spec/document";
import { listOperations } from "@setor-tooling/model/spec/load";
import { readVendorDocs, type VendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors } from "@setor-tooling/model/vendors";
import { Fragment, h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { messagesFor } from "../layout/messages/messages.js";
import { vendorPage } from "../layout/page.js";
import { overviewPage } from "./overview.js";

/** The rules on a vendor's page, without markup, by the ids of their rows. */
function rulesOf(docs: VendorDocs): Readonly<Record<string, string>> {
  const address = { language: docs.language, name: vendorPage(docs.vendor, "overview") };
  const { content } = overviewPage(docs, address, messagesFor(docs.language));
  const rows = [...renderToString(h(Fragment, null, content)).matchAll(/<tr id="policy-(\w+)">([\s\S]*?)<\/tr>/g)];
  return Object.fromEntries(rows.map(([, rule = "", row = ""]) => [rule, plain(row)]));
}

function plain(html: string): string {
  const words = html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("\u00a0", " ")
    .replaceAll("&quot;", '"');
  return words
    .replace(/\s+/g, " ")
    .replace(/ ([,)])/g, "$1")
    .trim();
}

function operationsWithPolicy(docs: VendorDocs): SpecOperation[] {
  return listOperations(docs.spec)
    .map(({ operation }) => operation)
    .filter((operation) => operation["x-business-key"] !== undefined);
}

const pages = listVendors().flatMap((vendor) => languages.map((language) => ({ vendor, language })));

describe.each(pages)("the page of $vendor.id in $language", async ({ vendor, language }) => {
  const docs = await readVendorDocs(vendor, language);
  const rules = rulesOf(docs);

  it.skipIf(operationsWithPolicy(docs).length === 0)("shows the rules of paying once, as the spec has them", () => {
    for (const operation of operationsWithPolicy(docs)) {
      const { "x-business-key": key = [], "x-reference": reference = [], "x-settled-by": settledBy } = operation;
      for (const name of key) expect(rules["businessKey"]).toContain(name.replace("+", ""));
      for (const name of reference) expect(rules["reference"]).toContain(name);
      if (operation["x-undoes"] !== undefined) expect(rules["undoes"]).toContain(operation["x-undoes"]);
      const { people } = messagesFor(language).policy;
      expect(rules["settledBy"]).toContain(settledBy === undefined || settledBy === "manual" ? people : settledBy);
      for (const rule of ["x-final-after-ms", "x-ask"] as const) {
        const evidence = operation[rule]?.["x-evidence"];
        const row = rules[rule === "x-ask" ? "ask" : "final"] ?? "";
        if (evidence !== undefined) expect(row).toContain(evidence.source.replace(/\s+/g, " "));
      }
    }
  });

  it("shows every rule with words and no place that was left open", () => {
    for (const row of Object.values(rules)) expect(row).not.toMatch(/\{\w+\}|undefined|NaN/);
  });
});

describe("the rules of e-Samsat", async () => {
  const vendor = listVendors().find(({ id }) => id === "esamsat") ?? expect.unreachable();
  const docs = await readVendorDocs(vendor, "en");

  /** The rules that another value of the spec changes, with what they say then. */
  function changedBy(change: (pay: SpecOperation) => void): Record<string, string | undefined> {
    const spec = structuredClone(docs.spec);
    const pay = listOperations(spec).find(({ operation }) => operation.operationId === "pay")?.operation;
    change(pay ?? expect.unreachable());
    const [before, after] = [rulesOf(docs), rulesOf({ ...docs, spec })];
    return Object.fromEntries(Object.entries(after).filter(([rule, row]) => row !== before[rule]));
  }

  it("say which part of the key the caller adds, and how long to wait, with the evidence of that", () => {
    expect(rulesOf(docs)).toMatchObject({
      businessKey: "Once for each product, structure_number, period (which you pass)",
      reference: "Written down first invoice",
      settledBy: "Settled by checkStatus",
      final: expect.stringMatching(/the vendor's limit of 60 s assumed Bayar Tagihan e-Samsat, "maksimal timeout/),
      ask: expect.stringMatching(/first 5 s after it was written down, then every 5 s at most, for 24 h assumed /),
      resend: "A new attempt with a new reference, once the one before is known to have failed",
    });
  });

  it.each<[string, (pay: SpecOperation) => void, Record<string, unknown>]>([
    ["business key", (pay) => pay["x-business-key"]?.push("+city"), { businessKey: expect.stringContaining("city (") }],
    ["reference", (pay) => pay["x-reference"]?.push("product"), { reference: "Written down first invoice, product" }],
    [
      "call that settles",
      (pay) => Object.assign(pay, { "x-settled-by": "manual" }),
      { settledBy: "Settled by two people: no call can" },
    ],
    [
      "limit",
      (pay) => Object.assign(pay["x-final-after-ms"] ?? {}, { value: 61_000 }),
      { final: expect.stringContaining("61 s") },
    ],
    [
      "pace",
      (pay) => Object.assign(pay["x-ask"] ?? {}, { max: 30, "pace-ms": 15_000 }),
      { ask: expect.stringContaining("30 times at most for each attempt; once in 15 s for each account") },
    ],
    [
      "payment that is taken back",
      (pay) => Object.assign(pay, { "x-undoes": "inquire" }),
      { undoes: "Takes back inquire" },
    ],
    [
      "way of sending again",
      (pay) => Object.assign(pay, { "x-resend": "by-decision" }),
      { resend: expect.stringContaining("or two people say that it failed") },
    ],
  ])("follow another %s of the spec, and nothing else changes", (_, change, expected) => {
    expect(changedBy(change)).toEqual(expected);
  });

  it("are left out where no operation has any", () => {
    const spec = structuredClone(docs.spec);
    for (const { operation } of listOperations(spec)) delete operation["x-business-key"];
    expect(rulesOf({ ...docs, spec })).toEqual({});
  });
});
