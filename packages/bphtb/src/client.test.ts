import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  bill,
  bphtbAnswering,
  failure,
  issued,
  ntpd,
  paid,
  payment,
  storeHolding,
  unauthorized,
  wrongSecret,
} from "../test/bphtb-answering.js";
import { createBphtb } from "./index.js";

describe("paySspd", () => {
  it("paySspd writes a Date in WIB, and sends text as it is", async () => {
    const { bphtb, sent } = bphtbAnswering([paid, paid]);
    expect(await bphtb.paySspd({ ...payment, payment_date: new Date("2024-09-26T06:02:51.000Z") })).toMatchObject({
      state: "paid",
      data: { rev_no: "20240926001" },
    });
    await bphtb.paySspd(payment);
    expect(sent.map(({ init }) => init.body)).toEqual([JSON.stringify(payment), JSON.stringify(payment)]);
  });

  it("paySspd leaves the description out when there is none", async () => {
    const { bphtb, sent } = bphtbAnswering([paid]);
    const { description: _, ...without } = payment;
    expect(await bphtb.paySspd(without)).toMatchObject({ state: "paid" });
    expect(sent[0]?.init.body).toBe(JSON.stringify(without));
  });

  it.each([
    ["payment_date", new Date(Number.NaN)],
    ["payment_date", "2024-09-26 13:02:51"],
    ["amount", "196.000.000"],
    ["ntpd", "1209411"],
  ])("paySspd refuses a wrong %s before anything is sent, a token included", async (field, value) => {
    const { bphtb, sent } = bphtbAnswering([], { tokenStore: storeHolding(undefined).store });
    await expect(bphtb.paySspd({ ...payment, [field]: value })).rejects.toThrow(
      new RegExp(`^paySspd: \`${field}\` must (match|be) .*, for example "`),
    );
    expect(sent).toEqual([]);
  });

  it.each([
    ["another bill", { ...paid, data: { ...paid.data, ntpd: "1209411011001249959" } }],
    ["another payment of that bill", { ...paid, data: { ...paid.data, rev_no: "20240926002" } }],
    ["a status nobody documents", { ...paid, data: { ...paid.data, status: "pending" } }],
    ["a failure under HTTP 200", { status: false, message: "ALREADY PAID" }],
    ["an empty body", new Response("")],
    ["an HTML page", new Response("<html>Maintenance</html>")],
    ["HTTP 500", Response.json(paid, { status: 500 })],
    ["a redirect", new Response(null, { status: 307, headers: { Location: "https://example.com" } })],
    ["a broken connection", failure("ECONNRESET")],
  ])("paySspd is unknown, with a way to settle, after %s", async (_what, answer) => {
    const { bphtb, sent } = bphtbAnswering([answer]);
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "unknown", settlement: "call" });
    expect(sent).toHaveLength(1);
  });

  it("paySspd is not sent when the host cannot be found", async () => {
    const { bphtb } = bphtbAnswering([failure("ENOTFOUND")]);
    expect(await bphtb.paySspd(payment)).toMatchObject({ state: "not-sent", error: { sent: "no" } });
  });
});

describe("createBphtb", () => {
  it("createBphtb names the option that is missing", () => {
    expect(() => createBphtb({ clientId: "your_client_id", clientSecret: "" })).toThrow(
      new TypeError("createBphtb: `clientSecret` is empty; pass the secret issued with your client id"),
    );
  });

  it("a client keeps secret and token out of itself, its results, errors and records", async () => {
    const answers = [issued, failure("ECONNRESET"), unauthorized(), wrongSecret(), failure("ECONNRESET"), issued];
    const { bphtb, records } = bphtbAnswering([...answers, unauthorized(), { accessToken: 5, T0k3n: 1 }], {
      tokenStore: storeHolding(undefined).store,
    });
    const seen: unknown[] = [bphtb, records, bphtb.explainSignature(payment)];
    const thrown = (error: unknown) => error;
    seen.push(await bphtb.paySspd(payment));
    seen.push(await bphtb.findSspd({ ntpd }));
    seen.push(await bphtb.findSspd({ ntpd }).catch(thrown));
    seen.push(await bphtb.paySspd(payment));
    seen.push(await bphtb.paySspd(payment));
    expect(records.map(({ operation, outcome }) => [operation, outcome])).toEqual([
      ["issueToken", "ok"],
      ["paySspd", "connection-lost"],
      ["findSspd", "refused"],
      ["issueToken", "refused"],
      ["issueToken", "connection-lost"],
      ["issueToken", "ok"],
      ["paySspd", "refused"],
      ["issueToken", "undocumented-body"],
    ]);
    const shown = inspect(seen, { depth: 9, showHidden: true }) + JSON.stringify(seen);
    expect(shown).not.toMatch(/S3cr3t|T0k3n/);
    expect(shown).toContain("Bearer ***");
  });

  it("a client with another base URL sends a read to it, signed with the same path", async () => {
    const { bphtb, sent } = bphtbAnswering([bill("unpaid")], { baseUrl: "http://127.0.0.1:4011/" });
    expect(await bphtb.findSspd({ ntpd })).toMatchObject({ ok: true, data: { payment_status: "unpaid" } });
    expect(sent[0]?.url).toBe(`http://127.0.0.1:4011/api/v1/integration/sspd/ntpd/${ntpd}`);
  });
});
