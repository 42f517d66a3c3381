import { postgres } from "@setor/ledger";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { postgresBin } from "../../../scripts/postgres.mjs";
import { type Cluster, startPostgres } from "./cluster.js";
import { openFor } from "./opened.js";
import { countingPayments, createVendor } from "./vendor.js";

describe.skipIf(postgresBin === "")("a statement in Postgres", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startPostgres();
  });
  afterAll(() => cluster.stop());

  it("a statement of many lines is imported once, and compared with what was paid", async () => {
    const ledger = await openFor(createVendor(), postgres(cluster.url, { schema: "statements" }));
    const { vendor } = countingPayments;
    for (const bill of ["INV-000001", "INV-000002"]) await ledger.pay(countingPayments, { bill });
    const day = "2026-01-31";
    const lines = Array.from({ length: 1_200 }, (_, index) => `${day},INV-${String(index).padStart(6, "0")},1500`);
    const text = `at,ref,amount\n${lines.join("\n")}\n`;
    const options = { vendor, file: "statement.csv", columns: { at: "at", ref: "ref", amount: "amount" } };
    expect(await ledger.importStatement(text, options)).toMatchObject({ lines: 1_200 });
    await expect(ledger.importStatement(text, options)).rejects.toThrow("imported at");
    const { totals } = await ledger.reconcile({ vendor, day });
    expect(totals.theirs).toMatchObject({ n: 1_200, rupiah: 1_800_000 });
    await ledger.close();
  });
});
