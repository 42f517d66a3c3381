import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { jpeg, jpegPath, png, pngPath } from "../test/photo.js";
import { createNpwpOcr, type ExchangeRecord, type NpwpOcrOptions, type Photo } from "./index.js";

const read = {
  alamat: "BR.CONTOH ASRI RT 000 RW 000 KEL CONTOH",
  kpp: "KPP PRATAMA ANGGREK",
  nama: "SITI CONTOH",
  nik: "9901010101700001",
  noNpwp: "990990990999000",
};
const reading = { message: "", ocr_date: "2022-10-05T10:50:49+07:00", read, status: "SUCCESS" };
const unread = { alamat: null, kpp: null, nama: null, nik: null, noNpwp: null };

/** A client whose wire answers every call with this, and what was sent over it. */
function ocrAnswering(answer: unknown, options: Partial<NpwpOcrOptions> = {}) {
  const sent: { url: string; init: RequestInit }[] = [];
  const records: ExchangeRecord[] = [];
  const ocr = createNpwpOcr({
    key: "k3y-of-the-company",
    tenantCode: "T3NANT",
    onExchange: (record) => records.push(record),
    fetch: async (url, init) => {
      sent.push({ url, init });
      if (answer instanceof Error) throw answer;
      return answer instanceof Response ? answer : Response.json(answer);
    },
    ...options,
  });
  const form = () => new Response(sent[0]?.init.body ?? null, { headers: sent[0]?.init.headers ?? {} }).formData();
  return { ocr, sent, records, form };
}

describe("readNpwp", () => {
  it("readNpwp sends one multipart form with the photo as a real file", async () => {
    const { ocr, sent, form } = ocrAnswering(reading);
    const result = await ocr.readNpwp({ img: jpeg, nik: "0123456789101112", refNumber: "REF202209230001" });
    expect(result).toMatchObject({ ok: true, data: reading });
    const { img, ...fields } = Object.fromEntries(await form());
    expect(fields).toEqual({
      key: "k3y-of-the-company",
      tenant_code: "T3NANT",
      nik: "0123456789101112",
      refNumber: "REF202209230001",
    });
    if (!(img instanceof File)) throw new Error("expected a file");
    expect({ name: img.name, type: img.type }).toEqual({ name: "npwp.jpg", type: "image/jpeg" });
    expect(new Uint8Array(await img.arrayBuffer())).toEqual(jpeg);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.init.redirect).toBe("manual");
    expect(sent[0]?.init.body).toBeInstanceOf(Uint8Array);
  });

  it.each<[string, Photo, string, string]>([
    ["the bytes of a JPEG", jpeg, "npwp.jpg", "image/jpeg"],
    ["the bytes of a PNG", png, "npwp.png", "image/png"],
    ["a Buffer", Buffer.from(png), "npwp.png", "image/png"],
    ["a Blob without a type", new Blob([jpeg]), "npwp.jpg", "image/jpeg"],
    ["a File that names the owner and lies about its type", new File([png], "budi.gif"), "npwp.png", "image/png"],
    ["the path of a JPEG", jpegPath, "npwp.jpg", "image/jpeg"],
    ["the path of a PNG", pngPath, "npwp.png", "image/png"],
  ])("readNpwp takes %s", async (_what, img, name, type) => {
    const { ocr, form } = ocrAnswering(reading);
    await ocr.readNpwp({ img });
    const part = (await form()).get("img");
    if (!(part instanceof File)) throw new Error("expected a file");
    expect({ name: part.name, type: part.type }).toEqual({ name, type });
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(type === "image/png" ? png : jpeg);
  });

  it.each([
    [undefined, "https://5236635838005115.ap-southeast-5.fc.aliyuncs.com/2016-08-15/proxy/ocr/npwp/"],
    ["https://api.eendigo.app/ocr/npwp", "https://api.eendigo.app/ocr/npwp"],
  ])("readNpwp sends to the base URL %s as it is, with a slash or without", async (baseUrl, url) => {
    const { ocr, sent } = ocrAnswering(reading, baseUrl === undefined ? {} : { baseUrl });
    await ocr.readNpwp({ img: jpeg });
    expect(sent[0]?.url).toBe(url);
  });

  it("readNpwp hands over the number of the transaction where there is one", async () => {
    const { ocr } = ocrAnswering(Response.json(reading, { headers: { "X-Trx-No": "10877" } }));
    expect(await ocr.readNpwp({ img: jpeg })).toMatchObject({ ok: true, trxNo: "10877" });
    expect(await ocrAnswering(reading).ocr.readNpwp({ img: jpeg })).not.toHaveProperty("trxNo");
  });

  it.each([
    ["empty texts", { ...read, nik: "", kpp: "" }],
    ["nulls", { ...read, nik: null, kpp: null }],
    ["missing keys", { alamat: read.alamat, nama: read.nama, noNpwp: read.noNpwp }],
  ])("readNpwp gives what was not read one form: %s", async (_what, sparse) => {
    const { ocr } = ocrAnswering({ ...reading, read: sparse });
    const result = await ocr.readNpwp({ img: jpeg });
    expect(result.data).toEqual({ ...reading, read: { ...read, nik: null, kpp: null } });
  });

  it("readNpwp gives what was not read one form in a refusal too, and keeps what was read", async () => {
    const refusal = { message: "", status: "FAILED", read: { ...read, noNpwp: "" } };
    const { ocr } = ocrAnswering(refusal);
    expect(await ocr.readNpwp({ img: jpeg })).toMatchObject({
      ok: false,
      reason: "incomplete",
      data: { ...refusal, read: { ...read, noNpwp: null } },
    });
    const empty = ocrAnswering({ message: "Image is noisy;", status: "FAILED", read: {} });
    expect((await empty.ocr.readNpwp({ img: jpeg })).data).toMatchObject({ read: unread });
  });

  it.each([
    [{ status: "FAILED", message: "Insufficient balance" }, "insufficient-balance"],
    [{ status: "key or tenant invalid" }, "unauthorized"],
  ])("readNpwp leaves a refusal that never saw the photo without `read`: %j", async (answer, reason) => {
    const result = await ocrAnswering(answer).ocr.readNpwp({ img: jpeg });
    expect(result).toMatchObject({ ok: false, reason });
    expect(result.data).toEqual(answer);
  });

  it("readNpwp does not lose a reading to a bare NaN", async () => {
    const body = JSON.stringify({ ...reading, read_confidence: { nik: "?", nama: 0.97 } }).replace('"?"', "NaN");
    const { ocr } = ocrAnswering(new Response(body));
    expect(await ocr.readNpwp({ img: jpeg })).toMatchObject({
      ok: true,
      data: { read, read_confidence: { nik: null, nama: 0.97 } },
      exchange: { repairs: [{ kind: "not-a-number", path: "/read_confidence/nik" }] },
    });
  });

  it("readNpwp reads a refusal under HTTP 500, but never a success", async () => {
    const failed = Response.json({ status: "FAILED", message: "Unexpected Error" }, { status: 500 });
    expect(await ocrAnswering(failed).ocr.readNpwp({ img: jpeg })).toMatchObject({ ok: false, reason: "server-error" });
    const success = Response.json(reading, { status: 500 });
    await expect(ocrAnswering(success).ocr.readNpwp({ img: jpeg })).rejects.toMatchObject({
      code: "undocumented-body",
    });
  });

  it.each([
    ["an unknown status", { ...reading, status: "OK" }, "undocumented-body"],
    ["an HTML page", new Response("<html>Bad gateway</html>", { status: 502 }), "undocumented-status"],
    ["a redirect", new Response(null, { status: 307, headers: { Location: "/elsewhere" } }), "redirect"],
    ["an empty body", new Response(""), "empty-body"],
    ["a broken connection", Object.assign(new Error("k3y-of-the-company"), { code: "ECONNRESET" }), "connection-lost"],
    ["an unknown host", Object.assign(new Error("k3y-of-the-company"), { code: "ENOTFOUND" }), "not-sent"],
  ])("readNpwp throws after %s and never sends again, because the call may be billed", async (_what, answer, code) => {
    const { ocr, sent } = ocrAnswering(answer);
    await expect(ocr.readNpwp({ img: jpeg })).rejects.toMatchObject({ operation: "readNpwp", code });
    expect(sent).toHaveLength(1);
  });
});

describe("readNpwp, before anything is sent", () => {
  it.each<[string, unknown, string]>([
    ["no bytes", new Uint8Array(), "readNpwp: `img` is empty"],
    ["an empty Blob", new Blob([]), "readNpwp: `img` is empty"],
    ["a PDF", new TextEncoder().encode("%PDF-1.4"), "readNpwp: `img` is neither a JPEG nor a PNG"],
    ["the start of a PNG alone", png.subarray(0, 7), "readNpwp: `img` is neither a JPEG nor a PNG"],
    ["a file that is no photo", import.meta.filename, "readNpwp: `img` is neither a JPEG nor a PNG"],
    ["an empty path", "", "readNpwp: `img` must be a Blob, a Uint8Array or the path of a file"],
    ["nothing", undefined, "readNpwp: `img` must be a Blob, a Uint8Array or the path of a file"],
  ])("readNpwp refuses %s before anything is sent", async (_what, img, message) => {
    const { ocr, sent } = ocrAnswering(reading);
    await expect(ocr.readNpwp({ img: img as Photo })).rejects.toThrow(new TypeError(message));
    expect(sent).toEqual([]);
  });

  it("readNpwp sends a photo beyond the documented limits, which the server does not enforce", async () => {
    const { ocr, sent } = ocrAnswering(reading);
    await ocr.readNpwp({ img: jpeg.subarray(0, 4) });
    expect(sent).toHaveLength(1);
  });

  it("readNpwp says that a file cannot be read, without its path", async () => {
    const { ocr, sent } = ocrAnswering(reading);
    const error = await ocr.readNpwp({ img: "/nowhere/kartu-budi.jpg" }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "NotSentError", sent: "no", cause: { code: "ENOENT" } });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("budi");
    expect(sent).toEqual([]);
  });

  it("readNpwp refuses a NIK that is not 16 digits, without showing it", async () => {
    const { ocr, sent } = ocrAnswering(reading);
    await expect(ocr.readNpwp({ img: jpeg, nik: "51010302" })).rejects.toThrow(
      new TypeError('readNpwp: `nik` must match ^[0-9]{16}$, for example "0123456789101112"'),
    );
    expect(sent).toEqual([]);
  });
});

describe("createNpwpOcr", () => {
  it("createNpwpOcr names the option that is missing", () => {
    expect(() => createNpwpOcr({ key: "k3y", tenantCode: "" })).toThrow(
      new TypeError("createNpwpOcr: `tenantCode` is empty; pass the code of the company that owns the key"),
    );
  });

  it("a client keeps the credentials out of itself, and the card out of its records", async () => {
    const { ocr, records } = ocrAnswering(reading);
    const lost = ocrAnswering(new Error("k3y-of-the-company T3NANT"));
    const error = await lost.ocr.readNpwp({ img: jpeg }).catch((thrown: unknown) => thrown);
    const { data, ...result } = await ocr.readNpwp({ img: jpeg });
    const seen = inspect([ocr, result, error, records, lost.records], { depth: 9, showHidden: true });
    expect(data).toMatchObject({ read });
    for (const hidden of ["k3y-of-the-company", "T3NANT", read.nama, read.nik]) expect(seen).not.toContain(hidden);
  });
});
