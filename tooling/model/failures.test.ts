import { describe, expect, it } from "vitest";
import { listFailures, readRemedies } from "./failures.js";
import { listScenarios } from "./scenarios.js";
import { SchemaCheck } from "./schema-check.js";
import { dereferenceSpec } from "./spec/load.js";
import { listVendors } from "./vendors.js";

describe.each(listVendors())("the advice about $id", async (vendor) => {
  const failures = listFailures(listScenarios(vendor.id, await dereferenceSpec(vendor)), new SchemaCheck());
  const remedies = readRemedies(vendor);

  it("the advice is there for every failure that the spec knows, and for no other", () => {
    const outcomes = [...new Set(failures.map(({ outcome }) => outcome))];
    expect(Object.keys(remedies).sort()).toEqual(outcomes.sort());
  });

  it.each(Object.entries(remedies))(
    "the advice says why and what to do, in both languages: %s",
    (_outcome, { cause, action }) => {
      for (const text of [cause.en, cause.id, action.en, action.id])
        expect(text.trim()).toMatch(/^[A-Z`][\s\S]{10,}[.]$/);
    },
  );
});
