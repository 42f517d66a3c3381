import { checkOptions } from "@setor/core";
import { newId } from "./ids.js";
import type { Store } from "./store.js";

/** Who lets payments be made again, and why nothing is paid twice by it. */
export interface Resumption {
  /** Who says so: the id of a member of your staff. */
  readonly by: string;
  /** What was compared, for example the number of a reconciliation; no personal data. */
  readonly evidence: string;
}

const known = "select value from meta where name = 'memory'";

/** Whether the store is the one that was written to before. A new one is known from now on. */
export async function checkMemory(store: Store): Promise<boolean> {
  const memory = await store.memory();
  const insert = "insert into meta (name, value) values ('memory', ?) on conflict (name) do nothing";
  if ((await store.all(known))[0] === undefined) await store.all(insert, memory);
  return (await store.all(known))[0]?.["value"] === memory;
}

/** Makes the memory that is there the known one, and keeps who said so. False where it is. */
export async function resume(store: Store, now: () => number, resumption: Resumption): Promise<boolean> {
  const aText = (most: number) => (value: unknown) =>
    typeof value === "string" && value.trim() !== "" && value.length <= most && !/[\r\n]/.test(value)
      ? undefined
      : `must be a text on one line, of at most ${most} characters`;
  checkOptions("resume", resumption, { by: aText(100), evidence: aText(500) });
  const { by, evidence } = resumption;
  if (by === undefined || evidence === undefined) throw new TypeError("resume: pass `by` and `evidence`");
  const to = await store.memory();
  const from = String((await store.all(known))[0]?.["value"]);
  if (from === to) return false;
  const entry = { by: by.trim(), evidence: evidence.trim(), at: new Date(now()).toISOString(), from, to };
  return store.atomically([
    { sql: "update meta set value = ? where name = 'memory' and value = ?", values: [to, from], changes: 1 },
    {
      sql: "insert into meta (name, value) values (?, ?)",
      values: [`resumed ${newId(now())}`, JSON.stringify(entry)],
      changes: 1,
    },
  ]);
}
