import { describe, expect, it } from "vitest";
import { loadDriver } from "../../../model/load-profile.js";
import { listOperations, readSpec } from "../../../model/spec/load.js";
import { listVendors } from "../../../model/vendors.js";
import { consoles } from "./presets.js";

describe.each(listVendors())("the console of $id", async (vendor) => {
  const { play } = await loadDriver(vendor);
  const called = new Set(consoles[vendor.id]?.presets.map(({ operation }) => operation));

  it("can send every operation that the sandbox plays, and nothing else", () => {
    const operations = listOperations(readSpec(vendor)).map(({ operation }) => operation.operationId);
    expect([...called].sort()).toEqual(play === undefined ? [] : operations.sort());
  });
});
