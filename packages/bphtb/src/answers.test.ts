import { describe, expect, it } from "vitest";
import { bill, bphtbAnswering, failure, ntpd, paid, payment } from "../test/bphtb-answering.js";

const notFound = { status: false, message_code: "4042401", message: "SSPD NTPD not found" };
const other = "9209411011001249943";

async function outcomeOf(body: unknown, status: number) {
  const answer = typeof body === "string" ? new Response(body, { status }) : Response.json(body, { status });
  return bphtbAnswering([answer]).bphtb.paySspd(payment);
}

describe("paySspd", () => {
  it.each<[string, unknown, number]>([
    ["a receipt under HTTP 400", paid, 400],
    ["a receipt under HTTP 401", paid, 401],
    ["a receipt with the code of a refusal", { ...paid, message_code: "4042401" }, 200],
    ["a receipt with another HTTP status inside", { ...paid, status_code: 400 }, 200],
    ["a receipt that did not succeed", { ...paid, status: false }, 200],
    ["a receipt of another bill", { ...paid, data: { ...paid.data, ntpd: other } }, 200],
    ["a receipt of another payment", { ...paid, data: { ...paid.data, rev_no: "20240926009" } }, 200],
    ["a receipt after a refusal of the same name", `{"status":false,${JSON.stringify(paid).slice(1)}`, 200],
    ["a refusal that succeeded", { ...notFound, status: true }, 404],
    ["a refusal with a paid bill", { ...notFound, data: { payment_status: "paid" } }, 404],
    ["a refusal with a list of paid bills", { ...notFound, data: [{ status: "paid" }] }, 404],
    ["a refusal about another bill", { ...notFound, data: { ntpd: other } }, 404],
    ["a refusal whose words name another bill", { ...notFound, message: `SSPD NTPD ${other} not found` }, 404],
    ["a refusal under another HTTP status", notFound, 400],
    ["a login page", "<html>login</html>", 401],
    ["nothing under HTTP 401", "", 401],
    ["HTTP 401 without a word", {}, 401],
    ["HTTP 401 that succeeded", { message: "ok", status: true }, 401],
    ["HTTP 401 with a code that is none of it", { message: "ok", message_code: "2002400" }, 401],
  ])("paySspd is unknown after %s", async (_what, body, status) => {
    expect(await outcomeOf(body, status)).toMatchObject({ state: "unknown", settlement: "call" });
  });

  it.each<[string, unknown, number, object]>([
    ["no bill", notFound, 404, { state: "refused", reason: "not-found" }],
    ["no bill, by its number", { ...notFound, message: `SSPD NTPD ${ntpd} not found` }, 404, { state: "refused" }],
    ["no bill, and no data", { ...notFound, data: null }, 404, { state: "refused" }],
    ["a bill that is unpaid", { ...notFound, data: { status: "unpaid" } }, 404, { state: "refused" }],
    ["words under HTTP 401", { message: "Unauthenticated." }, 401, { state: "refused", reason: "unauthorized" }],
    ["a receipt whose words are none", { ...paid, message: null }, 200, { state: "paid" }],
    ["a receipt of an odd bank", { ...paid, data: { ...paid.data, bank_perseption: {} } }, 200, { state: "paid" }],
  ])("paySspd knows %s", async (_what, body, status, expected) => {
    expect(await outcomeOf(body, status)).toMatchObject(expected);
  });

  it("paySspd gets a new token after a login page, which may mean that the old one is of no more use", async () => {
    const { bphtb, stored } = bphtbAnswering([new Response("<html>login</html>", { status: 401 })]);
    await bphtb.paySspd(payment);
    expect(stored()).toBeUndefined();
  });
});

describe("settle", () => {
  it("settle does not believe a bill that names another NTPD", async () => {
    const ofAnother = { ...bill("paid"), data: { ...bill("paid").data, ntpd: other } };
    const { bphtb } = bphtbAnswering([failure("ECONNRESET"), ofAnother]);
    const open = await bphtb.paySspd(payment);
    if (open.state !== "unknown") throw new Error("expected unknown");
    expect(await bphtb.settle(open.attempt)).toMatchObject({
      state: "unknown",
      error: { code: "correlation-mismatch" },
    });
  });
});
