import { expect, it } from "vitest";
import { checkMemory, resume } from "./memory.js";
import { sqlite } from "./sqlite.js";
import type { Store } from "./store.js";

const now = () => Date.UTC(2026, 0, 1);
const resumption = { by: " ani ", evidence: "reconciliation 7" };

async function openStore(): Promise<Store> {
  const store = sqlite(":memory:", { acceptLossOnCrash: true });
  await store.open();
  return store;
}

it("memory is the same as long as the store says so, and a file always does", async () => {
  const store = await openStore();
  expect(await checkMemory(store)).toBe(true);
  expect(await checkMemory(store)).toBe(true);
  expect(await resume(store, now, resumption)).toBe(false);
  await store.close();
});

it("memory that has changed is known once somebody says so, and his words are kept", async () => {
  const store = await openStore();
  await checkMemory({ ...store, memory: async () => "system/1" });
  const promoted: Store = { ...store, memory: async () => "system/2" };
  expect(await checkMemory(promoted)).toBe(false);
  expect(await resume(promoted, now, resumption)).toBe(true);
  expect(await checkMemory(promoted)).toBe(true);
  expect(await resume(promoted, now, resumption)).toBe(false);
  const [row] = await store.all("select value from meta where name like 'resumed %'");
  expect(JSON.parse(String(row?.["value"]))).toEqual({
    by: "ani",
    evidence: "reconciliation 7",
    at: "2026-01-01T00:00:00.000Z",
    from: "system/1",
    to: "system/2",
  });
  await store.close();
});

it.each([
  { by: "", evidence: "x" },
  { by: "ani", evidence: "two\nlines" },
  { by: "ani", evidence: "x".repeat(501) },
])("memory is not resumed without a person and a reason: %j", async (given) => {
  const store = await openStore();
  await expect(resume(store, now, given)).rejects.toThrow(/^resume: `(by|evidence)` must be a text on one line/);
  await store.close();
});
