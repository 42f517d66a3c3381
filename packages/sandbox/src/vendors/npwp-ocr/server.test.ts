import { createHash } from "node:crypto";
import { createNpwpOcr, type NpwpOcrOptions } from "@setor/npwp-ocr";
import { afterEach, describe, expect, it } from "vitest";
import { watchExchanges } from "../../../test/watch-exchanges.js";
import { createSandbox, type SandboxOptions } from "../../sandbox.js";
import { serveSandbox } from "../../server.js";
import { npwpOcrSeed } from "./seed.js";

const { problems, watching, watchingAnswers } = await watchExchanges("npwp-ocr");

const jpegStart = Uint8Array.of(0xff, 0xd8, 0xff);
const img = Uint8Array.of(...jpegStart, 0xe0, 1);
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1);
const unread = { alamat: null, kpp: null, nama: null, nik: null, noNpwp: null };

function start(seed?: NonNullable<SandboxOptions["seed"]>) {
  const sandbox = createSandbox({ now: () => new Date("2024-09-26T19:24:04.629Z"), ...(seed && { seed }) });
  const client = (options: Partial<NpwpOcrOptions> = {}) =>
    createNpwpOcr({
      key: "ADINS_key1234",
      tenantCode: "AIT",
      baseUrl: sandbox.baseUrl("npwp-ocr"),
      fetch: watching(sandbox.fetch),
      ...options,
    });
  /** Sends a form that the client would not make. */
  const post = async (parts: Record<string, string | Blob>) => {
    const body = new FormData();
    for (const [name, part] of Object.entries(parts)) body.append(name, part);
    const answer = await watchingAnswers(sandbox.fetch)(sandbox.baseUrl("npwp-ocr"), { method: "POST", body });
    return answer.json();
  };
  return { sandbox, client, post };
}

afterEach(() => {
  expect(problems.splice(0)).toEqual([]);
});

describe("npwp-ocr photos", () => {
  it("photos are read, billed and numbered", async () => {
    const { sandbox, client } = start();
    const ocr = client();
    expect(await ocr.readNpwp({ img, refNumber: "REF202209230001" })).toMatchObject({
      ok: true,
      trxNo: "10877",
      data: { status: "SUCCESS", ocr_date: "2024-09-27T02:24:04+07:00", read: { nama: "SITI CONTOH" } },
    });
    expect(await ocr.readNpwp({ img: png })).toMatchObject({ ok: true, trxNo: "10878" });
    expect(sandbox.journal.debits()).toEqual([
      { vendor: "npwp-ocr", operation: "readNpwp", subject: "REF202209230001", amount: 1_000 },
      { vendor: "npwp-ocr", operation: "readNpwp", subject: "10878", amount: 1_000 },
    ]);
    expect(sandbox.state["npwp-ocr"].balances.get("AIT")).toBe(998_000);
    expect(sandbox.state["npwp-ocr"].hits).toHaveLength(2);
  });

  it.each([
    ["success-1", { ok: true, data: { read: { nama: "SITI CONTOH", noNpwp: "990990990999000" } } }],
    ["success-with-confidence-1", { ok: true, data: { read: { nama: "WARSITO" }, read_confidence: { nik: 0.95 } } }],
    ["not-found-1", { ok: false, reason: "not-found", data: { read: unread, read_confidence: { nik: 0 } } }],
    ["resolution-1", { ok: false, reason: "resolution", data: { read: unread } }],
    ["unreadable-1", { ok: false, reason: "unreadable", data: { read: unread } }],
    ["unreadable-empty-1", { ok: false, reason: "unreadable", data: { read: unread, read_confidence: { nik: 0 } } }],
    ["incomplete-1", { ok: false, reason: "incomplete", data: { read: { nama: "WARSITO", noNpwp: null } } }],
    ["server-error-1", { ok: false, reason: "server-error", exchange: { status: 500 } }],
    ["other-1", { ok: false, reason: "other" }],
    ["no-such-behaviour-1", { ok: true }],
    ["unreadable", { ok: true }],
  ])("photos with the refNumber %s are read as it says, and billed", async (refNumber, expected) => {
    const { sandbox, client } = start();
    const result = await client().readNpwp({ img, refNumber });
    expect(result).toMatchObject(expected);
    expect("trxNo" in result).toBe(result.ok);
    expect(sandbox.journal.debits()).toMatchObject([{ subject: refNumber, amount: 1_000 }]);
  });

  it("an unreadable field is null in the documented form, an empty string in the newer one", async () => {
    const { post } = start();
    const form = { key: "ADINS_key1234", tenant_code: "AIT", img: new Blob([img]) };
    expect(await post({ ...form, refNumber: "unreadable-1" })).toMatchObject({ read: { nik: null } });
    expect(await post({ ...form, refNumber: "unreadable-empty-1" })).toMatchObject({ read: { nik: "" } });
  });

  it("photos are known by their bytes", async () => {
    const { client } = start();
    expect(await client().readNpwp({ img: jpegStart })).toMatchObject({ ok: false, reason: "unreadable" });
    expect(await client().readNpwp({ img: png.subarray(0, 8) })).toMatchObject({ ok: false, reason: "unreadable" });
    const sha256 = createHash("sha256").update(img).digest("hex");
    const seeded = start({ "npwp-ocr": { ...npwpOcrSeed, photos: [{ sha256, behaviour: "incomplete" }] } }).client();
    expect(await seeded.readNpwp({ img })).toMatchObject({ ok: false, reason: "incomplete" });
    expect(await seeded.readNpwp({ img, refNumber: "other-1" })).toMatchObject({ ok: false, reason: "other" });
    expect(await seeded.readNpwp({ img: png })).toMatchObject({ ok: true });
  });

  it("photos that are none are not found, and billed all the same", async () => {
    const { sandbox, post } = start();
    const form = { key: "ADINS_key1234", tenant_code: "AIT", img: new Blob(["%PDF-1.4"]), refNumber: "success-1" };
    expect(await post(form)).toMatchObject({ status: "FAILED", message: "NPWP NOT FOUND" });
    expect(sandbox.journal.debits()).toHaveLength(1);
  });

  it("photos are read over HTTP, with a slash at the end and without", async () => {
    const { sandbox, client } = start();
    const { url, close } = await serveSandbox(sandbox);
    for (const baseUrl of [`${url}/npwp-ocr`, `${url}/npwp-ocr/`]) {
      expect(await client({ baseUrl, fetch: watching(fetch) }).readNpwp({ img })).toMatchObject({ ok: true });
    }
    await close();
    expect(sandbox.journal.debits()).toHaveLength(2);
  });
});

describe("npwp-ocr refuses", () => {
  it.each([
    [{ key: "wrong" }, { status: "FAILED", message: "Invalid API key or tenant code" }],
    [{ tenantCode: "NOBODY" }, { status: "FAILED", message: "Invalid API key or tenant code" }],
    [{ tenantCode: "CONTOH" }, { status: "key or tenant invalid" }],
  ])("npwp-ocr refuses a wrong key or tenant, %j, without a bill", async (wrong, data) => {
    const { sandbox, client } = start();
    const result = await client(wrong).readNpwp({ img });
    expect(result).toMatchObject({ ok: false, reason: "unauthorized" });
    expect(result.data).toEqual(data);
    expect(sandbox.journal.debits()).toEqual([]);
  });

  it("npwp-ocr refuses a form without a file, without a bill", async () => {
    const { sandbox, post } = start();
    const form = { key: "ADINS_key1234", tenant_code: "AIT" };
    const expected = { status: "FAILED", message: "Parameter invalid, please check your request" };
    expect(await post(form)).toEqual(expected);
    expect(await post({ ...form, img: "npwp.jpg" })).toEqual(expected);
    expect(sandbox.journal.debits()).toEqual([]);
  });

  it("npwp-ocr refuses what the balance does not cover, also when two come at once", async () => {
    const { sandbox, client } = start();
    const ocr = client({ key: "ADINS_key9012", tenantCode: "HABIS" });
    const reasons = (await Promise.all([ocr.readNpwp({ img }), ocr.readNpwp({ img })])).map((result) =>
      result.ok ? "read" : result.reason,
    );
    expect(reasons.sort()).toEqual(["insufficient-balance", "read"]);
    expect(sandbox.state["npwp-ocr"].balances.get("HABIS")).toBe(0);
    expect(await client().readNpwp({ img })).toMatchObject({ ok: true });
    sandbox.reset();
    expect(await ocr.readNpwp({ img })).toMatchObject({ ok: true });
  });
});

describe("the journal of npwp-ocr", () => {
  it("the journal of npwp-ocr holds neither the credentials nor the photo", async () => {
    const { sandbox, client } = start();
    await client().readNpwp({ img, source: "Mobile" });
    expect(sandbox.journal.entries[0]?.fields).toEqual({
      key: "***",
      tenant_code: "***",
      source: "Mobile",
      img: "(5 bytes)",
    });
  });

  it("the journal of npwp-ocr has the bill of a reading whose answer was lost", async () => {
    const { sandbox, client } = start();
    sandbox.faults.add({ vendor: "npwp-ocr", operation: "readNpwp", fault: "reset-after-commit" });
    await expect(client().readNpwp({ img, refNumber: "REF1" })).rejects.toMatchObject({ code: "connection-lost" });
    expect(sandbox.journal.debits()).toMatchObject([{ subject: "REF1", amount: 1_000 }]);
  });
});
