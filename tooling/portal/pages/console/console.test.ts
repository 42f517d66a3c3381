import { loadProfile } from "@setor-tooling/model/load-profile";
import { listOperations, readSpec } from "@setor-tooling/model/spec/load";
import { listVendors } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";

describe.each(listVendors())("the console of $id", async (vendor) => {
  const { workflows, console } = await loadProfile(vendor);
  const called = new Set(console?.presets.map(({ operation }) => operation));

  it("the console can send every operation that the sandbox supports, and nothing else", () => {
    const operations = listOperations(readSpec(vendor)).map(({ operation }) => operation.operationId);
    expect([...called].sort()).toEqual(workflows === undefined ? [] : operations.sort());
  });
});
