import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { parking } from "../test/parking.js";
import { createSandboxOf } from "./create-sandbox.js";
import { serveSandbox } from "./server.js";

const mebibyte = 1024 * 1024;
const start = new Date("2017-01-20T10:15:30+07:00");

const create = (options = {}) => createSandboxOf({ parking }, options);

async function listening() {
  const sandbox = create();
  const { url, close } = await serveSandbox(sandbox);
  return { sandbox, url, close, report: `${url}/parking/report` };
}

const postForm = (url: string, body: string) =>
  fetch(url, { method: "POST", body, headers: { "Content-Type": "application/x-www-form-urlencoded" } });

/** Sends a body that never ends, and gives how much of it was taken before the connection was closed. */
function pourInto(url: string): Promise<{ answer: string; taken: number }> {
  const { hostname, port, host, pathname } = new URL(url);
  const size = mebibyte;
  const chunk = Buffer.concat([Buffer.from(`${size.toString(16)}\r\n`), Buffer.alloc(size, "a"), Buffer.from("\r\n")]);
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => {
      socket.write(`POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: chunked\r\n\r\n`);
      const pour = (error?: Error | null) => error || socket.write(chunk, pour);
      pour();
    });
    socket.on("data", (bytes) => {
      answer += bytes;
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve({ answer, taken: socket.bytesWritten }));
  });
}

describe("a body", () => {
  it("a body of ten mebibytes is taken, and one of a byte more is HTTP 413", async () => {
    const { sandbox, close, report } = await listening();
    const [most, tooMuch] = [10 * mebibyte, 10 * mebibyte + 1].map((length) => "a".repeat(length));
    expect((await postForm(report, most ?? "")).status).toBe(200);
    const refused = await postForm(report, tooMuch ?? "");
    expect([refused.status, refused.headers.get("connection")]).toEqual([413, "close"]);
    expect(sandbox.journal.entries).toHaveLength(1);
    const inProcess = { method: "POST", body: tooMuch ?? "" };
    expect((await sandbox.fetch(`${sandbox.baseUrl("parking")}/report`, inProcess)).status).toBe(413);
    await close();
  });

  it("a body that never ends is answered 413, and its connection is closed", async () => {
    const { sandbox, close, report } = await listening();
    const { answer, taken } = await pourInto(report);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(taken).toBeLessThan(64 * mebibyte);
    expect(sandbox.journal.entries).toEqual([]);
    await close();
  });
});

describe("the journal", () => {
  it("the journal cuts a long value, and says so", async () => {
    const { sandbox, close, report } = await listening();
    await postForm(report, `pin=${"u".repeat(1_000)}&gate=${"7".repeat(1_000)}&${"n".repeat(1_000)}=1`);
    const { fields } = sandbox.journal.entries[0] ?? expect.unreachable();
    expect(fields["gate"]).toBe(`${"7".repeat(300)}… (1000 characters)`);
    expect(fields["pin"]).toBe("***");
    expect(Object.keys(fields)).toContain(`${"n".repeat(300)}… (1000 characters)`);
    await close();
  });

  it("the journal keeps fifty fields of a request, and counts the others", async () => {
    const { sandbox, close, report } = await listening();
    await postForm(report, Array.from({ length: 500 }, (_, index) => `f${index}=1`).join("&"));
    const { fields } = sandbox.journal.entries[0] ?? expect.unreachable();
    expect(Object.keys(fields)).toHaveLength(51);
    expect(fields["…"]).toBe("(450 more fields)");
    await close();
  });

  it("the journal drops the oldest of ten thousand entries, and no movement of money", async () => {
    const sandbox = create({ now: () => start });
    const get = (path: string) => sandbox.fetch(sandbox.baseUrl("parking") + path);
    await get("/pay/T-1");
    for (let call = 0; call < 10_000; call += 1) await get("/pay/T-2");
    expect(sandbox.journal.entries).toHaveLength(10_000);
    expect(sandbox.journal.dropped).toBe(1);
    expect(sandbox.journal.entries.some(({ fields }) => fields["ticket"] === "T-1")).toBe(false);
    expect(sandbox.journal.debits()).toEqual([{ vendor: "parking", operation: "pay", subject: "T-1", amount: 2_000 }]);
    sandbox.reset();
    expect([sandbox.journal.entries.length, sandbox.journal.dropped, sandbox.journal.debits()]).toEqual([0, 0, []]);
  });
});

describe("the rules of faults", () => {
  const rule = { vendor: "parking", operation: "pay", fault: "bom" } as const;

  it("the rules of faults are a thousand at most, and those that were applied make room", async () => {
    const sandbox = create();
    for (let count = 0; count < 1_000; count += 1) sandbox.faults.add(rule);
    expect(() => sandbox.faults.add(rule)).toThrow("there are 1000 rules already");
    await sandbox.fetch(`${sandbox.baseUrl("parking")}/pay/T-1`);
    expect(() => sandbox.faults.add(rule)).not.toThrow();
  });

  it.each([
    [{ times: -5 }, "`times` must be a whole number, 1 or more"],
    [{ times: 0 }, "`times` must be a whole number, 1 or more"],
    [{ times: 0.5 }, "`times` must be a whole number, 1 or more"],
    [{ skip: -1 }, "`skip` must be a whole number, 0 or more"],
    [{ skip: Number.POSITIVE_INFINITY }, "`skip` must be a whole number, 0 or more"],
    [{ seconds: Number.NaN }, "`seconds` must be a number, a year either way at most"],
    [{ seconds: 1e12 }, "`seconds` must be a number, a year either way at most"],
  ])("the rules of faults refuse %j", (numbers, message) => {
    expect(() => create().faults.add({ ...rule, ...numbers })).toThrow(message);
  });
});

describe("the clock", () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY, 8.64e15, 1e15, -1])("the clock does not move by %d ms", (ms) => {
    const sandbox = create({ now: () => start });
    expect(() => sandbox.advance(ms)).toThrow(TypeError);
    expect(sandbox.now()).toEqual(start);
  });

  it("the clock is unmoved by what JSON makes of a number that is too large", async () => {
    const { sandbox, url, close } = await listening();
    const headers = { "Content-Type": "application/json" };
    for (const ms of ["1e999", "8.64e15"]) {
      const answer = await fetch(`${url}/sandbox/advance`, { method: "POST", body: `{"ms": ${ms}}`, headers });
      expect([ms, answer.status, await answer.json()]).toEqual([
        ms,
        400,
        { message: expect.stringMatching(/^advance: /) },
      ]);
    }
    expect(sandbox.now().getTime()).toBeLessThanOrEqual(Date.now());
    await close();
  });
});
