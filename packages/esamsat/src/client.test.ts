import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createEsamsat, type ExchangeRecord } from "./index.js";

const invoice = "11111111111";
const confirmed = {
  result: "ok",
  tanggal: "2019-07-07 13:14:15",
  product: "SAMSAT_JABAR",
  invoice,
  total: "183500",
  status: "CONFIRM",
};

/** A client whose wire answers with these in turn, and what was sent over it. */
function esamsatAnswering(...answers: (unknown | Error)[]) {
  const sent: { url: string; init: RequestInit }[] = [];
  const records: ExchangeRecord[] = [];
  let clock = new Date("2026-01-31T02:30:00Z");
  const esamsat = createEsamsat({
    username: "dummy",
    password: "p4ssw0rd",
    now: () => clock,
    onExchange: (record) => records.push(record),
    fetch: async (url, init) => {
      sent.push({ url, init });
      const answer = answers[sent.length - 1];
      if (answer instanceof Error) throw answer;
      if (answer instanceof Response) return answer;
      if (typeof answer === "function") return Response.json(answer());
      return Response.json(answer);
    },
  });
  const advance = (ms: number) => {
    clock = new Date(clock.getTime() + ms);
  };
  return { esamsat, sent, records, advance };
}

function failure(code: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error("password=p4ssw0rd"), { code }) });
}

describe("pay", () => {
  it("sends username, password and invoice as a form, once, and follows no redirect", async () => {
    const { esamsat, sent } = esamsatAnswering(confirmed);
    expect(await esamsat.pay({ invoice })).toMatchObject({ state: "paid", data: { total: "183500" } });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.url).toBe("https://klikmbc.co.id/json/esamsat/pay_esamsat");
    expect(sent[0]?.init.body).toBe("username=dummy&password=p4ssw0rd&invoice=11111111111");
    expect(sent[0]?.init.redirect).toBe("manual");
  });

  it.each([
    ["PENDING", "pending"],
    ["REFUND", "refunded"],
  ])("is not paid when the status is %s, although the result is ok", async (status, state) => {
    const { esamsat } = esamsatAnswering({ ...confirmed, status });
    expect(await esamsat.pay({ invoice })).toMatchObject({ state });
  });

  it.each([
    ["a status nobody documents", { ...confirmed, status: "SETTLED" }],
    ["an answer about another invoice", { ...confirmed, invoice: "22222222222" }],
    ["an amount with separators", { ...confirmed, total: "183.500" }],
    ["an empty body", new Response("")],
    ["an HTML page", new Response("<html>Maintenance</html>")],
    ["half a body", new Response('{"result":"ok","status":"CONF')],
    [
      "an unquoted key where the payment is proven",
      new Response(JSON.stringify(confirmed).replace('"status"', "status")),
    ],
    ["HTTP 500", Response.json(confirmed, { status: 500 })],
    ["a redirect", new Response(null, { status: 307, headers: { Location: "https://example.com" } })],
    ["a broken connection", failure("ECONNRESET")],
  ])("is unknown, with a way to settle, after %s", async (_what, answer) => {
    const { esamsat, sent } = esamsatAnswering(answer);
    expect(await esamsat.pay({ invoice })).toMatchObject({ state: "unknown", settlement: "call" });
    expect(sent).toHaveLength(1);
  });

  it.each(["ENOTFOUND", "ECONNREFUSED", "CERT_HAS_EXPIRED"])("is not sent after %s", async (code) => {
    const { esamsat } = esamsatAnswering(failure(code));
    expect(await esamsat.pay({ invoice })).toMatchObject({ state: "not-sent", error: { sent: "no" } });
  });

  it("reads a clean answer behind a PHP notice, and says so", async () => {
    const noisy = `<br />\n<b>Notice</b>: Undefined index: x in <b>pay.php</b>\n${JSON.stringify(confirmed)}`;
    const { esamsat } = esamsatAnswering(new Response(noisy));
    expect(await esamsat.pay({ invoice })).toMatchObject({
      state: "paid",
      exchange: { repairs: [{ kind: "noise", path: "" }] },
    });
  });

  it("refuses a wrong argument before anything is sent, without showing it", async () => {
    const { esamsat, sent } = esamsatAnswering();
    await expect(esamsat.pay({ invoice: "12-34" })).rejects.toThrow(
      new TypeError('pay: `invoice` must match ^[0-9]+$, for example "111111111111"'),
    );
    expect(sent).toEqual([]);
  });
});

describe("settle", () => {
  it("finds the payment whose answer was lost", async () => {
    const { esamsat, sent } = esamsatAnswering(failure("UND_ERR_SOCKET"), confirmed);
    const open = await esamsat.pay({ invoice });
    if (open.state !== "unknown") throw new Error("expected unknown");
    expect(await open.settle()).toMatchObject({ state: "paid", data: { invoice } });
    expect(sent.map(({ url }) => url.split("/").at(-1))).toEqual(["pay_esamsat", "status_invoice"]);
  });

  it("believes FAILURE only after MMBC's own 60 seconds", async () => {
    const failed = { result: "no", status: "FAILURE", reason: `Failure Invoice ${invoice}!` };
    const { esamsat, advance } = esamsatAnswering(failure("ECONNRESET"), failed, failed);
    const open = await esamsat.pay({ invoice });
    if (open.state !== "unknown") throw new Error("expected unknown");
    advance(59_999);
    expect(await open.settle()).toMatchObject({ state: "unknown", settlement: "call" });
    advance(1);
    expect(await open.settle()).toMatchObject({ state: "refused", reason: "failure" });
  });

  it("does not count the time that MMBC takes to answer", async () => {
    const late = () => {
      advance(30_000);
      return { result: "no", status: "FAILURE", reason: `Failure Invoice ${invoice}!` };
    };
    const { esamsat, advance } = esamsatAnswering(failure("ECONNRESET"), late);
    const open = await esamsat.pay({ invoice });
    if (open.state !== "unknown") throw new Error("expected unknown");
    advance(30_000);
    expect(await open.settle()).toMatchObject({ state: "unknown", settlement: "call" });
  });

  it("stays unknown when the status cannot be had", async () => {
    const { esamsat } = esamsatAnswering(failure("ECONNRESET"), failure("ENOTFOUND"));
    const open = await esamsat.pay({ invoice });
    if (open.state !== "unknown") throw new Error("expected unknown");
    expect(await open.settle()).toMatchObject({ state: "unknown", error: { code: "not-sent" } });
  });
});

describe("checkStatus", () => {
  it("throws for an answer that MMBC does not document, with the text kept off the message", async () => {
    const { esamsat } = esamsatAnswering(new Response("<html>CONTOH</html>"));
    const error = await esamsat.checkStatus({ invoice }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ProtocolError", code: "not-json", sent: "maybe" });
    expect(inspect(error, { depth: 9 })).not.toContain("CONTOH");
  });
});

describe("createEsamsat", () => {
  it("names the option that is missing", () => {
    expect(() => createEsamsat({ username: "dummy", password: "" })).toThrow(
      new TypeError("createEsamsat: `password` is empty; pass the password of that account"),
    );
  });

  it("refuses a base URL that would send the password in clear", () => {
    const options = { username: "dummy", password: "p4ssw0rd", baseUrl: "http://klikmbc.co.id/json" };
    expect(() => createEsamsat(options)).toThrow(/`baseUrl` must be an https URL/);
  });

  it("keeps the password out of the client, its results and its records", async () => {
    const { esamsat, records } = esamsatAnswering(failure("ECONNRESET"), confirmed);
    const seen = [esamsat, await esamsat.pay({ invoice }), await esamsat.checkStatus({ invoice }), records];
    expect(inspect(seen, { depth: 9, showHidden: true }) + JSON.stringify(seen)).not.toContain("p4ssw0rd");
    expect(records).toMatchObject([{ outcome: "connection-lost" }, { outcome: "ok", status: 200 }]);
  });
});
