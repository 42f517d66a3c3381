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
  const pauses: number[] = [];
  const startedAt = new Date("2026-01-31T02:30:00Z");
  let passedMs = 0;
  const esamsat = createEsamsat({
    username: "dummy",
    password: "p4ssw0rd",
    now: () => startedAt,
    monotonicNow: () => passedMs,
    sleep: async (ms) => {
      pauses.push(ms);
      passedMs += ms;
    },
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
    passedMs += ms;
  };
  return { esamsat, sent, records, pauses, advance };
}

function failure(code: string): Error {
  return new TypeError("fetch failed", { cause: Object.assign(new Error("password=p4ssw0rd"), { code }) });
}

describe("pay", () => {
  it("pay sends username, password and invoice as a form, once, and follows no redirect", async () => {
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
  ])("pay is not paid when the status is %s, although the result is ok", async (status, state) => {
    const { esamsat } = esamsatAnswering({ ...confirmed, status });
    expect(await esamsat.pay({ invoice })).toMatchObject({ state });
  });

  it.each([
    ["a status nobody documents", { ...confirmed, status: "SETTLED" }],
    ["an answer about another invoice", { ...confirmed, invoice: "22222222222" }],
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
  ])("pay is unknown, with a way to settle, after %s", async (_what, answer) => {
    const { esamsat, sent } = esamsatAnswering(answer);
    expect(await esamsat.pay({ invoice })).toMatchObject({ state: "unknown", settlement: "call" });
    expect(sent).toHaveLength(1);
  });

  it.each(["ENOTFOUND", "ECONNREFUSED", "CERT_HAS_EXPIRED"])("pay is not sent after %s", async (code) => {
    const { esamsat } = esamsatAnswering(failure(code));
    expect(await esamsat.pay({ invoice })).toMatchObject({ state: "not-sent", error: { sent: "no" } });
  });

  it("pay reads a clean answer behind a PHP notice, and says so", async () => {
    const noisy = `<br />\n<b>Notice</b>: Undefined index: x in <b>pay.php</b>\n${JSON.stringify(confirmed)}`;
    const { esamsat } = esamsatAnswering(new Response(noisy));
    expect(await esamsat.pay({ invoice })).toMatchObject({
      state: "paid",
      exchange: { repairs: [{ kind: "notice", path: "" }] },
    });
  });

  it.each([
    ["null", null],
    ["empty", ""],
    ["a number", 183_500],
    ["with separators", "183.500"],
    ["an empty object, as PHP writes what XML left empty", {}],
    ["an empty list", []],
  ])("pay is paid whatever the descriptive fields are: %s", async (_what, odd) => {
    const described = { tanggal: odd, total: odd, customer_name: odd, year_built: odd, reference_number: odd };
    const { esamsat } = esamsatAnswering({ ...confirmed, ...described });
    expect(await esamsat.pay({ invoice })).toMatchObject({ state: "paid", data: described });
  });

  it.each<[string, object]>([
    ["another invoice", { invoice: "999", reason: "Sisa saldo tidak cukup" }],
    ["another invoice as paid", { invoice: "999", reason: "Tagihan sudah dibayar (Kode: 0054)" }],
    ["CONFIRM beside a refusal", { status: "CONFIRM", reason: "Tagihan sudah dibayar (Kode: 0054)" }],
    ["PENDING beside a refusal", { status: "PENDING", reason: "Sisa saldo tidak cukup" }],
    ["a status that nobody knows", { status: "SETTLED", reason: "invalid login" }],
    ["another invoice in its text", { reason: "Sisa saldo tidak cukup (No. INVOICE: 999)" }],
    ["a number of the bank's", { reason: "Sisa saldo tidak cukup", reference_number: "5A834FE7" }],
  ])("pay is unknown after a refusal that says %s", async (_what, said) => {
    const { esamsat } = esamsatAnswering({ result: "no", ...said });
    expect(await esamsat.pay({ invoice })).toMatchObject({ state: "unknown", settlement: "call" });
  });

  it.each(["", null, "FAILURE"])("pay is refused where the refusal's status is %j", async (status) => {
    const { esamsat } = esamsatAnswering({ result: "no", status, reason: "Sisa saldo tidak cukup" });
    expect(await esamsat.pay({ invoice })).toMatchObject({ state: "refused", reason: "insufficient-balance" });
  });

  it("pay refuses a wrong argument before anything is sent, without showing it", async () => {
    const { esamsat, sent } = esamsatAnswering();
    await expect(esamsat.pay({ invoice: "12-34" })).rejects.toThrow(
      new TypeError('pay: `invoice` must match ^[0-9]+$, for example "111111111111"'),
    );
    expect(sent).toEqual([]);
  });
});

describe("settle", () => {
  const failed = { result: "no", status: "FAILURE", reason: `Failure Invoice ${invoice}!` };

  /** A payment whose answer was lost; the wire then answers with these. */
  async function lostPayment(...answers: (unknown | Error)[]) {
    const wire = esamsatAnswering(failure("UND_ERR_SOCKET"), ...answers);
    const open = await wire.esamsat.pay({ invoice });
    if (open.state !== "unknown") throw new Error("expected unknown");
    const settle = () => wire.esamsat.settle(open.attempt);
    return { ...wire, open, settle };
  }

  it("settle finds the payment whose answer was lost", async () => {
    const { settle, sent, open } = await lostPayment(confirmed);
    expect(await settle()).toMatchObject({ state: "paid", data: { invoice }, attemptId: open.attemptId });
    expect(sent.map(({ url }) => url.split("/").at(-1))).toEqual(["pay_esamsat", "status_invoice"]);
  });

  it("settle takes an attempt out of a store, in another process, as plain data", async () => {
    const { open } = await lostPayment();
    const stored = JSON.stringify(open.attempt);
    expect(JSON.parse(stored)).toEqual({
      id: open.attemptId,
      operation: "pay",
      sentAt: "2026-01-31T02:30:00.000Z",
      invoice,
    });
    const other = esamsatAnswering(confirmed);
    expect(await other.esamsat.settle(JSON.parse(stored))).toMatchObject({ state: "paid", data: { invoice } });
  });

  it("settle asks about the invoice that was sent, whatever the caller does with his object meanwhile", async () => {
    const { esamsat, sent } = esamsatAnswering(failure("ECONNRESET"), confirmed);
    const input = { invoice };
    const paying = esamsat.pay(input);
    input.invoice = "22222222222";
    const open = await paying;
    if (open.state !== "unknown") throw new Error("expected unknown");
    expect(await esamsat.settle(open.attempt)).toMatchObject({ state: "paid" });
    expect(sent[1]?.init.body).toContain(`invoice=${invoice}`);
  });

  it("settle believes FAILURE only when it is asked after transport time and MMBC's own", async () => {
    const { settle, advance } = await lostPayment(failed, failed);
    advance(184_999);
    expect(await settle()).toMatchObject({ state: "unknown", settlement: "call" });
    advance(1);
    expect(await settle()).toMatchObject({ state: "refused", reason: "failure" });
  });

  it("settle does not count the time that MMBC takes to answer", async () => {
    const late = () => {
      advance(100_000);
      return failed;
    };
    const { settle, advance } = await lostPayment(late);
    advance(100_000);
    expect(await settle()).toMatchObject({ state: "unknown", settlement: "call" });
  });

  it("settle counts for an attempt of another process from when it first hears of it, or what the caller vouches for", async () => {
    const { open } = await lostPayment();
    const { esamsat, advance } = esamsatAnswering(failed, failed, failed, failed);
    advance(3_600_000);
    expect(await esamsat.settle(open.attempt)).toMatchObject({ state: "unknown" });
    expect(await esamsat.settle(open.attempt, { ageMs: 185_000 })).toMatchObject({ state: "refused" });
    expect(await esamsat.settle(open.attempt, { ageMs: 0 })).toMatchObject({ state: "unknown" });
    advance(185_000);
    expect(await esamsat.settle(open.attempt)).toMatchObject({ state: "refused" });
  });

  it.each<[string, object]>([
    ["about another invoice in its text", { ...failed, reason: "Failure Invoice 2222222222!" }],
    ["about another invoice in its field", { ...failed, invoice: "2222222222" }],
    ["with PENDING as well", { ...failed, reason: "invalid login", status: "PENDING" }],
  ])("settle does not believe a failure %s, however late", async (_what, answer) => {
    const { settle, advance } = await lostPayment(answer);
    advance(3_600_000);
    expect(await settle()).toMatchObject({ state: "unknown", settlement: "call" });
  });

  it.each([
    ["unquoted keys", `{result:"ok",invoice:"${invoice}",status:"CONFIRM"}`],
    ["a log line around it", `INFO bank answered ${JSON.stringify(confirmed)} ERROR rolled back`],
    ["another status before", `{"status":"PENDING",${JSON.stringify(confirmed).slice(1)}`],
  ])("settle believes no paid that pay would not believe: %s", async (_what, body) => {
    const { settle } = await lostPayment(new Response(body));
    expect(await settle()).toMatchObject({ state: "unknown", error: { code: "repaired-body" } });
  });

  it("settle stays unknown when the status cannot be had", async () => {
    const { settle } = await lostPayment(failure("ENOTFOUND"));
    expect(await settle()).toMatchObject({ state: "unknown", error: { code: "not-sent" } });
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["another operation", { id: "1", sentAt: "2026-01-31T02:30:00.000Z", operation: "paySspd", invoice }],
    ["no invoice", { id: "1", sentAt: "2026-01-31T02:30:00.000Z", operation: "pay" }],
  ])("settle refuses %s for an attempt", async (_what, attempt) => {
    const { esamsat, sent } = esamsatAnswering();
    // A store is not typed.
    await expect(esamsat.settle(attempt as Parameters<typeof esamsat.settle>[0])).rejects.toThrow(TypeError);
    expect(sent).toEqual([]);
  });

  it("settle settles the attempt that it checked, whatever the caller's object says when it is read again", async () => {
    let reads = 0;
    const flipping = {
      id: "4711",
      operation: "pay",
      sentAt: "2026-01-31T02:30:00.000Z",
      get invoice() {
        return reads++ === 0 ? invoice : "22222222222";
      },
    } as const;
    const { esamsat, sent } = esamsatAnswering(confirmed);
    expect(await esamsat.settle(flipping)).toMatchObject({ state: "paid", data: { invoice } });
    expect(sent).toHaveLength(1);
    expect(reads).toBe(1);
  });
});

it("settle takes any age of an attempt, of nothing, of a fraction or of a year, and nothing else for one", async () => {
  const attempt = { id: "4711", operation: "pay", sentAt: "2026-01-31T02:30:00.000Z", invoice } as const;
  const failed = { result: "no", status: "FAILURE", reason: `Failure Invoice ${invoice}!` };
  const { esamsat, sent } = esamsatAnswering(failed, failed, failed);
  expect(await esamsat.settle(attempt, { ageMs: 0 })).toMatchObject({ state: "unknown" });
  expect(await esamsat.settle(attempt, { ageMs: 0.5 })).toMatchObject({ state: "unknown" });
  expect(await esamsat.settle(attempt, { ageMs: 365 * 86_400_000 })).toMatchObject({ state: "refused" });
  for (const ageMs of [-1, Number.NaN, Number.POSITIVE_INFINITY, "185000"]) {
    // A store is not typed.
    const asking = esamsat.settle(attempt, { ageMs: ageMs as number });
    await expect(asking).rejects.toThrow("settle: `ageMs` must be milliseconds, 0 or more");
  }
  expect(sent).toHaveLength(3);
});

describe("settleUntil", () => {
  const failed = { result: "no", status: "FAILURE", reason: `Failure Invoice ${invoice}!` };
  const attempt = { id: "4711", operation: "pay", sentAt: "2026-01-31T02:30:00.000Z", invoice } as const;

  it("settleUntil asks with growing pauses until it is settled", async () => {
    const { esamsat, pauses } = esamsatAnswering(
      failed,
      new Response(""),
      { ...confirmed, status: "PENDING" },
      confirmed,
    );
    expect(await esamsat.settleUntil(attempt)).toMatchObject({ state: "paid" });
    expect(pauses).toEqual([5_000, 10_000, 20_000]);
  });

  it("settleUntil finds FAILURE final by the time that it has seen pass itself", async () => {
    const { esamsat, pauses } = esamsatAnswering(...Array.from({ length: 12 }, () => failed));
    expect(await esamsat.settleUntil(attempt)).toMatchObject({ state: "refused", reason: "failure" });
    expect(pauses.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(185_000);
  });

  it("settleUntil gives what it found last when the caller ends it", async () => {
    const controller = new AbortController();
    const ending = () => {
      controller.abort();
      return failed;
    };
    const { esamsat, sent } = esamsatAnswering(failed, ending);
    expect(await esamsat.settleUntil(attempt, { signal: controller.signal })).toMatchObject({
      state: "unknown",
      attempt,
    });
    expect(sent).toHaveLength(2);
  });

  it("settleUntil goes on with the attempt that it was given, whatever becomes of the caller's object", async () => {
    const own = { ...attempt, invoice: String(invoice) };
    const { esamsat } = esamsatAnswering(() => {
      own.invoice = "22222222222";
      return failed;
    }, confirmed);
    expect(await esamsat.settleUntil(own)).toMatchObject({ state: "paid", data: { invoice } });
  });

  it("settleUntil ends with the time that it was given", async () => {
    const { esamsat, pauses } = esamsatAnswering(failed, failed, failed);
    expect(await esamsat.settleUntil(attempt, { untilMs: 15_000 })).toMatchObject({ state: "unknown", attempt });
    expect(pauses).toEqual([5_000, 10_000]);
  });
});

describe("inquire", () => {
  const bill = { ...confirmed, status: "INQUIRY", structure_number: "MHZ99D999ZZ4010000" };
  const vehicle = {
    product: "SAMSAT_JABAR",
    customer_number: "990111111111111",
    structure_number: "mhz99d999zz4010000",
  };

  it("inquire takes the bill of the vehicle, in capitals or not", async () => {
    const { esamsat } = esamsatAnswering(bill);
    expect(await esamsat.inquire(vehicle)).toMatchObject({ ok: true, data: { invoice } });
  });

  it.each([
    ["product", { ...bill, product: "SAMSAT_BANTEN" }],
    ["chassis", { ...bill, structure_number: "ZZZZZ99999ZZZZZ99" }],
  ])("inquire does not take the bill of another %s", async (_what, answer) => {
    const { esamsat } = esamsatAnswering(answer);
    await expect(esamsat.inquire(vehicle)).rejects.toMatchObject({ code: "correlation-mismatch" });
  });
});

describe("checkStatus", () => {
  it("checkStatus throws for an answer that MMBC does not document, with the text kept off the message", async () => {
    const { esamsat } = esamsatAnswering(new Response("<html>CONTOH</html>"));
    const error = await esamsat.checkStatus({ invoice }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ProtocolError", code: "not-json", sent: "maybe" });
    expect(inspect(error, { depth: 9 })).not.toContain("CONTOH");
  });
});

describe("createEsamsat", () => {
  it("createEsamsat names the option that is missing", () => {
    expect(() => createEsamsat({ username: "dummy", password: "" })).toThrow(
      new TypeError("createEsamsat: `password` is empty; pass the password of that account"),
    );
  });

  it("createEsamsat refuses a base URL that would send the password in clear", () => {
    const options = { username: "dummy", password: "p4ssw0rd", baseUrl: "http://klikmbc.co.id/json" };
    expect(() => createEsamsat(options)).toThrow(/`baseUrl` must be an https URL/);
  });

  it("a client keeps the password out of itself, its results and its records", async () => {
    const { esamsat, records } = esamsatAnswering(failure("ECONNRESET"), confirmed);
    const seen = [esamsat, await esamsat.pay({ invoice }), await esamsat.checkStatus({ invoice }), records];
    expect(inspect(seen, { depth: 9, showHidden: true }) + JSON.stringify(seen)).not.toContain("p4ssw0rd");
    expect(records).toMatchObject([{ outcome: "connection-lost" }, { outcome: "ok", status: 200 }]);
  });
});
