import { inspect } from "node:util";
import { expect, it } from "vitest";
import { createQris, type ExchangeRecord, type Fetch } from "./index.js";

it("a secret is in no error, record, inspection, JSON or stack, also when fetch tells the URL", async () => {
  const records: ExchangeRecord[] = [];
  const fetch: Fetch = async (url) => {
    throw new TypeError(`request to ${url} failed`, { cause: Object.assign(new Error(url), { code: "ECONNRESET" }) });
  };
  const credentials = { apiKey: "1234567890123", merchantId: "12345678" };
  const qris = createQris({ ...credentials, fetch, onExchange: (record) => records.push(record) });
  const error = await qris.createInvoice({ cliTrxNumber: "INV-1", cliTrxAmount: 25_578 }).catch((thrown) => thrown);
  expect(error).toMatchObject({ code: "connection-lost" });
  const seen = [qris, error, records];
  const shown = [inspect(seen, { depth: 9, showHidden: true }), JSON.stringify(seen), error.stack, String(error)];
  expect(shown.join("\n")).not.toMatch(/1234567890123|12345678/);
});
