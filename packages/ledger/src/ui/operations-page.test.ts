import { mkdtempSync, rmSync } from "node:fs";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bank, bankKind } from "../../test/bills.js";
import { type Ledger, openLedger } from "../ledger.js";
import { sqlite } from "../sqlite.js";
import { type OperationsPage, serveOperationsPage } from "./operations-page.js";
import type { Served } from "./served.js";

/** Tokens are for tests only. */
const people = ["ani", "budi"].map((id) => ({ id, token: `a token of ${id} alone` }));
const tokenOf = (person: string) =>
  people.find(({ id }) => id === person.toLowerCase())?.token ?? "no token of anybody";
const minute = 60_000;

let folder: string;
let now: number;
let closing: (() => Promise<void>)[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "setor-page-"));
  now = Date.parse("2026-11-24T09:00:00+07:00");
  closing = [];
});

afterEach(async () => {
  for (const close of closing.toReversed()) await close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Asks as no browser would: with whatever headers a test likes. */
function ask(page: OperationsPage, method: string, path: string, headers: Record<string, string> = {}, body = "") {
  return new Promise<Answer>((resolve, reject) => {
    const { port } = new URL(page.url);
    const asked = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** A browser of one person: keeps its cookie, and sends forms from the page itself. */
function browserOf(page: OperationsPage) {
  let cookie = "";
  async function go(method: string, path: string, fields?: Record<string, string>, more: Record<string, string> = {}) {
    const headers = {
      ...(cookie !== "" && { cookie }),
      ...(method === "POST" && { origin: page.url, "content-type": "application/x-www-form-urlencoded" }),
      ...more,
    };
    const answer = await ask(page, method, path, headers, fields && String(new URLSearchParams(fields)));
    const [set = ""] = answer.headers["set-cookie"] ?? [];
    if (set !== "") cookie = set.split(";")[0] ?? "";
    return answer;
  }
  return {
    get: (path: string, more?: Record<string, string>) => go("GET", path, undefined, more),
    post: (path: string, fields: Record<string, string>, more?: Record<string, string>) =>
      go("POST", path, fields, more),
    async csrf(path: string) {
      // The last form of the page; the first one logs out.
      return [...(await go("GET", path)).body.matchAll(/name="csrf" value="([^"]+)"/g)].at(-1)?.[1] ?? "";
    },
    async logIn(person: string, given = tokenOf(person)) {
      return go("POST", "/login", { csrf: await this.csrf("/login"), person, token: given });
    },
  };
}

async function open(labels: readonly string[] = ["ORDER-17"], more: Partial<Served> = {}) {
  const store = () => sqlite(join(folder, "ledger.db"), { now: () => now });
  const till = await openLedger({
    store: store(),
    payables: [bank({ answer: () => ({ state: "unknown", reason: "timeout" }) })],
    worker: "till-3",
    now: () => now,
  });
  closing.push(() => till.close());
  const ids: string[] = [];
  for (const [index, label] of labels.entries()) {
    const { payment = "" } = await till.pay(bankKind(), { bill: String(index), amount: 183_500 }, { label });
    ids.push(payment);
  }
  const ledger: Ledger = await openLedger({ store: store(), payables: [], now: () => now });
  closing.push(() => ledger.close());
  const page = await serveOperationsPage({ ledger, port: 0, people, now: () => now, ...more });
  closing.push(() => page.close());
  return { page, ledger, ids, id: ids[0] ?? "" };
}

const proposal = (csrf: string) => ({ csrf, attempt: "1", verdict: "paid", evidence: "letter 12" });

describe("who may ask the operations page", () => {
  it("another host, by which a foreign name leads here, is refused", async () => {
    const { page } = await open();
    const { port } = new URL(page.url);
    for (const host of [`evil.example:${port}`, "127.0.0.1", `127.0.0.1:${Number(port) + 1}`, `0.0.0.0:${port}`]) {
      const answer = await ask(page, "GET", "/", { host });
      expect([host, answer.status, answer.body]).toEqual([host, 421, "This page has another address.\n"]);
    }
    expect((await ask(page, "GET", "/", { host: `localhost:${port}` })).status).toBe(200);
  });

  it("another origin is refused, also where it only reads", async () => {
    const { page } = await open();
    for (const origin of ["http://evil.example", "null", page.url.replace("127.0.0.1", "localhost")]) {
      expect((await ask(page, "GET", "/", { origin })).status).toBe(403);
      expect((await browserOf(page).post("/login", {}, { origin })).status).toBe(403);
    }
  });

  it("a form of which nobody knows where it comes from is refused", async () => {
    const { page } = await open();
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await ask(page, "POST", "/login", form)).status).toBe(403);
    expect((await ask(page, "POST", "/login", { ...form, "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await ask(page, "POST", "/login", { ...form, "sec-fetch-site": "same-origin" })).status).toBe(422);
  });

  it("other methods, other bodies and paths that are none are refused", async () => {
    const { page } = await open();
    for (const method of ["PUT", "DELETE", "OPTIONS", "TRACE"]) {
      expect((await ask(page, method, "/")).status).toBe(405);
    }
    const json = { origin: page.url, "content-type": "application/json" };
    expect((await ask(page, "POST", "/login", json, "{}")).status).toBe(415);
    expect((await ask(page, "GET", "//evil.example/")).status).toBe(400);
    const long = await browserOf(page).post("/login", { token: "x".repeat(20_000) });
    expect(long.status).toBe(413);
  });

  it("every answer forbids scripts, frames and keeping", async () => {
    const { page, id } = await open();
    for (const path of ["/", "/find", `/payment/${id}`, "/login", "/nothing", "/style.css", "/icon.svg"]) {
      const { headers, body } = await ask(page, "GET", path);
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; style-src 'self'; /);
      expect(headers).toMatchObject({ "x-frame-options": "DENY", "cache-control": "no-store" });
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(body).not.toMatch(/<script|<style|style="|\son\w+="/);
    }
  });

  it("a HEAD has the headers of a GET, and no body", async () => {
    const { page } = await open();
    const { status, body, headers } = await ask(page, "HEAD", "/");
    expect([status, body]).toEqual([200, ""]);
    expect(Number(headers["content-length"])).toBeGreaterThan(1_000);
  });
});

describe("what the operations page shows", () => {
  it("the overview says what is open, why, how it is settled and what to do next", async () => {
    const { page } = await open();
    now += 90 * minute;
    const { status, body } = await browserOf(page).get("/");
    expect(status).toBe(200);
    for (const said of ["ORDER-17", "1\u00a0h 30\u00a0min", "Rp\u00a0183,500", "timeout", "two people"]) {
      expect(body).toContain(said);
    }
    expect(body).toContain("Ask the vendor with the reference, never pay it again");
    expect(body).toContain("“Not paid” can never be believed");
    expect(body).toContain('Totals of today, <time datetime="2026-11-24">24 Nov 2026</time>');
  });

  it("the page of a payment has its timeline, without what its call was named by", async () => {
    const { page, id } = await open();
    const { body } = await browserOf(page).get(`/payment/${id}`);
    expect(body).toContain("Written down, before it is sent");
    expect(body).toContain("24 Nov 2026 09:00:00 WIB");
    expect(body).toContain("<bdi>till-3/1</bdi>");
    expect(body).toContain("INV-0");
    expect(body).not.toContain("attemptId");
  });

  it("labels are shown as they are and run nothing, however hostile", async () => {
    const labels = [
      "<script>alert(1)</script>",
      `"><img src=x onerror="alert(1)">`,
      "' onmouseover='alert(1)",
      "</title><script>",
      "\u202Etxt.exe طلب",
      "&lt;b&gt;",
      "9".repeat(200),
    ];
    const { page, ids } = await open(labels);
    for (const path of [
      "/",
      ...ids.map((id) => `/payment/${id}`),
      ...labels.map((l) => `/find?label=${encodeURIComponent(l)}`),
    ]) {
      const { status, body } = await browserOf(page).get(path);
      expect(status).toBe(200);
      expect(body).not.toMatch(/<script|<img|<b&|onmouseover='/);
      // What stands in quotes is a value, whatever it looks like.
      expect(body.replace(/"[^"]*"/g, "")).not.toMatch(/<[^>]*\son\w+=/);
    }
    const { body } = await browserOf(page).get("/find?label=%26lt%3Bb%26gt%3B");
    expect(body).toContain("<bdi>&#38;lt;b&#38;gt;</bdi>");
    expect((await browserOf(page).get(`/payment/${ids[4]}`)).body).toContain("<bdi>\u202Etxt.exe طلب</bdi>");
  });

  it("a payment is found by its label or its id, exactly", async () => {
    const { page, id } = await open(["ORDER-17", "ORDER-18"]);
    const found = async (label: string) =>
      (await browserOf(page).get(`/find?label=${encodeURIComponent(label)}`)).body.match(/class="label"/g)?.length ?? 0;
    expect(await found("ORDER-17")).toBe(1);
    expect(await found(` ${id} `)).toBe(1);
    for (const nothing of ["ORDER", "%", "' or 1=1 --", "ORDER-17' --"]) expect(await found(nothing)).toBe(0);
  });

  it("what is no id of a payment is not found, SQL included", async () => {
    const { page } = await open();
    for (const id of ["1", "%27%20or%201=1%20--", "00000000-0000-0000-0000-000000000000", "..%2F", "a".repeat(3_000)]) {
      expect((await browserOf(page).get(`/payment/${id}`)).status).toBe(404);
    }
    expect((await browserOf(page).get("/?day=2026-11-24%27%20or%201=1")).status).toBe(200);
  });

  it("the language is what the browser prefers, what was asked for, or what the page was started with", async () => {
    const { page } = await open();
    const lang = async (path: string, accepted?: string) =>
      /<html lang="(\w+)"/.exec(
        (await browserOf(page).get(path, accepted === undefined ? {} : { "accept-language": accepted })).body,
      )?.[1];
    expect(await lang("/")).toBe("en");
    expect(await lang("/", "id-ID,id;q=0.9,en;q=0.8")).toBe("id");
    expect(await lang("/", "en;q=0.5, id;q=0.7")).toBe("id");
    expect(await lang("/", "fr, id;q=0")).toBe("en");
    expect(await lang("/?lang=en", "id")).toBe("en");
    expect(await lang("/?lang=xx", "id")).toBe("id");
    const { body } = await browserOf(page).get("/?lang=id&day=2026-11-23");
    expect(body).toContain('href="/find?lang=id"');
    expect(body).toContain('href="/?day=2026-11-23&#38;lang=en"');
    const other = await serveOperationsPage({ ledger: (await open([])).ledger, port: 0, language: "id" });
    closing.push(() => other.close());
    expect((await ask(other, "GET", "/")).body).toContain('<html lang="id">');
  });

  it("a database that fails is said in a sentence, without what it said", async () => {
    const complaints: string[] = [];
    const { page, ledger } = await open([], { complain: (why) => complaints.push(why) });
    await ledger.close();
    const { status, body } = await browserOf(page).get("/");
    expect(status).toBe(503);
    expect(body).toContain("The ledger cannot be read now");
    expect(body).not.toContain(folder);
    expect(complaints).toEqual(["StoreError"]);
  });

  it("a database that may have forgotten payments is said on every page", async () => {
    const { page } = await open([], { isForgetful: () => true });
    expect((await browserOf(page).get("/find")).body).toContain("may have forgotten payments");
  });
});

describe("who may decide on the operations page", () => {
  it("two people decide, and the journal has it", async () => {
    const { page, ledger, id } = await open();
    const [ani, budi] = [browserOf(page), browserOf(page)];
    expect((await ani.logIn("ani")).headers).toMatchObject({ location: "/" });
    const proposed = await ani.post(`/payment/${id}/propose`, proposal(await ani.csrf(`/payment/${id}`)));
    expect([proposed.status, proposed.headers.location]).toEqual([303, `/payment/${id}?said=proposed`]);
    expect((await ani.get(`/payment/${id}?said=proposed`)).body).toContain("Another person has to approve it");
    await budi.logIn("budi");
    const { body } = await budi.get(`/payment/${id}`);
    const proposedAt = /name="proposedAt" value="([^"]+)"/.exec(body)?.[1] ?? "";
    const approved = await budi.post(`/payment/${id}/approve`, { csrf: await budi.csrf(`/payment/${id}`), proposedAt });
    expect(approved.headers.location).toBe(`/payment/${id}?said=approved`);
    expect(await ledger.find({ payment: id })).toMatchObject([{ state: "paid" }]);
    expect((await ledger.timeline(id)).decisions).toMatchObject([{ proposedBy: "ani", approvedBy: "budi" }]);
    expect((await budi.get(`/payment/${id}`)).body).not.toContain("/approve");
  });

  it("the same person in another case approves nothing, also without the page's own check", async () => {
    const { page, ledger, id } = await open();
    const [ani, again] = [browserOf(page), browserOf(page)];
    await ani.logIn("ani");
    await ani.post(`/payment/${id}/propose`, proposal(await ani.csrf(`/payment/${id}`)));
    await again.logIn("ANI");
    expect((await again.get(`/payment/${id}`)).body).toContain("another person has to approve it");
    const csrf = await again.csrf(`/payment/${id}`);
    const [found] = await ledger.find({ payment: id });
    const proposedAt = found?.proposal?.proposedAt ?? "";
    const refused = await again.post(`/payment/${id}/approve`, { csrf, proposedAt });
    expect(refused.headers.location).toBe(`/payment/${id}?said=same-person`);
    await expect(ledger.approve(id, { by: "aNi" })).rejects.toThrow("another person");
    expect(await ledger.open()).toHaveLength(1);
  });

  it("a proposal that was replaced since it was read is not approved", async () => {
    const { page, ledger, id } = await open();
    const [ani, budi] = [browserOf(page), browserOf(page)];
    await ani.logIn("ani");
    const csrf = await ani.csrf(`/payment/${id}`);
    await ani.post(`/payment/${id}/propose`, proposal(csrf));
    await budi.logIn("budi");
    const proposedAt = new Date(now).toISOString();
    now += minute;
    await ani.post(`/payment/${id}/propose`, { ...proposal(csrf), verdict: "not-paid" });
    const stale = { csrf: await budi.csrf(`/payment/${id}`), proposedAt };
    expect((await budi.post(`/payment/${id}/approve`, stale)).headers.location).toBe(`/payment/${id}?said=changed`);
    const without = { csrf: stale.csrf };
    expect((await budi.post(`/payment/${id}/approve`, without)).headers.location).toBe(`/payment/${id}?said=changed`);
    expect(await ledger.open()).toHaveLength(1);
  });

  it("whoever is not logged in decides nothing, whatever he sends", async () => {
    const { page, ledger, id } = await open();
    const stranger = browserOf(page);
    const guessed = { cookie: `setor-ledger-${new URL(page.url).port}=guessed` };
    for (const more of [{}, guessed]) {
      const { headers } = await stranger.post(`/payment/${id}/propose`, proposal("x"), more);
      expect(headers.location).toBe(`/login?payment=${id}`);
    }
    expect((await ledger.timeline(id)).decisions).toEqual([]);
    expect((await stranger.get(`/payment/${id}`)).body).not.toContain("/propose");
  });

  it("a form with a wrong token of its own changes nothing", async () => {
    const { page, ledger, id } = await open();
    const [ani, budi] = [browserOf(page), browserOf(page)];
    await ani.logIn("ani");
    await budi.logIn("budi");
    for (const csrf of ["", "x", await budi.csrf(`/payment/${id}`)]) {
      const { headers } = await ani.post(`/payment/${id}/propose`, proposal(csrf));
      expect(headers.location).toBe(`/payment/${id}?said=expired`);
    }
    expect((await ani.post("/logout", { csrf: "x" })).headers.location).toBe("/?said=expired");
    expect((await ani.get("/")).body).toContain("<b><bdi>ani</bdi></b>");
    expect((await ledger.timeline(id)).decisions).toEqual([]);
  });

  it("what cannot be decided is refused in a sentence", async () => {
    const { page, id } = await open();
    const ani = browserOf(page);
    await ani.logIn("ani");
    const csrf = await ani.csrf(`/payment/${id}`);
    const said = async (fields: Record<string, string>, step = "propose") => {
      const { headers } = await ani.post(`/payment/${id}/${step}`, { ...proposal(csrf), ...fields });
      return new URL(String(headers.location), page.url).searchParams.get("said");
    };
    expect(await said({ verdict: "gone" })).toBe("bad-verdict");
    expect(await said({ evidence: "  " })).toBe("bad-evidence");
    expect(await said({ evidence: "x".repeat(501) })).toBe("bad-evidence");
    for (const verdict of ["reopen", "reversed", "resolved"]) expect(await said({ verdict })).toBe("changed");
    for (const attempt of ["2", "-1", "1.5", "x", "1e400"]) expect(await said({ attempt })).toBe("changed");
    expect(await said({}, "approve")).toBe("no-proposal");
    expect((await ani.post("/payment/x'%20or%201=1/propose", proposal(csrf))).status).toBe(404);
    expect((await ani.get(`/payment/${id}?said=<b>`)).body).not.toContain('class="notice');
  });

  it("the cookie is for this page only, and ends with a log-out or after eight hours", async () => {
    const { page } = await open();
    const ani = browserOf(page);
    const [cookie = ""] = (await ani.logIn("ani")).headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^setor-ledger-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    const isIn = async () => (await ani.get("/")).body.includes("<bdi>ani</bdi>");
    expect(await isIn()).toBe(true);
    const csrf = await ani.csrf("/");
    expect((await ani.post("/logout", { csrf })).headers.location).toBe("/?said=logged-out");
    expect(await isIn()).toBe(false);
    expect((await ani.get("/", { cookie: cookie.split(";")[0] ?? "" })).body).not.toContain("<bdi>ani</bdi>");
    await ani.logIn("ani");
    now += 8 * 60 * minute;
    expect(await isIn()).toBe(false);
  });

  it("a wrong token, or one of another person, does not log in", async () => {
    const { page } = await open();
    const browser = browserOf(page);
    const token = tokenOf("ani");
    for (const wrong of ["", "x", `${token}x`, token.toUpperCase(), tokenOf("budi")]) {
      const { status, body } = await browser.logIn("ani", wrong);
      expect(status).toBe(422);
      expect(body).toContain("This id and this token do not belong together.");
    }
    for (const person of ["", "an i", "аni", "<b>", "a".repeat(61), "ani\u202E"]) {
      expect((await browser.logIn(person, token)).status).toBe(422);
    }
    const { body } = await browser.logIn(`"><script>`, "x");
    expect(body).toContain("&#34;&#62;&#60;script&#62;");
    expect((await browser.post("/login", { csrf: "x", person: "ani", token })).status).toBe(422);
  });

  it("after ten wrong tokens nobody logs in under that id for a minute", async () => {
    const { page } = await open();
    const browser = browserOf(page);
    for (let n = 0; n < 10; n += 1) await browser.logIn("ani", "wrong");
    expect((await browser.logIn("ani")).status).toBe(429);
    expect((await browser.logIn("budi")).status).toBe(303);
    now += minute;
    expect((await browser.logIn("ani")).status).toBe(303);
  });

  it("a login leads back to the payment, and to no other place", async () => {
    const { page, id } = await open();
    const browser = browserOf(page);
    const back = async (payment: string) => {
      const csrf = await browser.csrf("/login");
      return (await browser.post("/login?lang=id", { csrf, person: "ani", token: tokenOf("ani"), payment })).headers
        .location;
    };
    expect(await back(id)).toBe(`/payment/${id}?lang=id`);
    for (const elsewhere of ["//evil.example", "http://evil.example", "../x"]) {
      expect(await back(elsewhere)).toBe("/?lang=id");
    }
  });

  it("without anybody who may decide the page is only read", async () => {
    const { ledger, id } = await open();
    const page = await serveOperationsPage({ ledger, port: 0, now: () => now });
    closing.push(() => page.close());
    const browser = browserOf(page);
    expect((await browser.get("/login")).status).toBe(404);
    for (const path of ["/login", "/logout", `/payment/${id}/propose`, `/payment/${id}/approve`]) {
      expect((await browser.post(path, { ...proposal(""), person: "ani", token: "" })).status).toBe(404);
    }
    const { body } = await browser.get(`/payment/${id}`);
    expect(body).toContain("it was started without anybody who may decide");
    expect(body).not.toContain('method="post"');
  });
});
