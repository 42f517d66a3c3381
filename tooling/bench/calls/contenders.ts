import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import { createBphtb } from "@setor/bphtb";
import { createEsamsat } from "@setor/esamsat";
import { createPbb } from "@setor/pbb";
import axios from "axios";
import ky from "ky";
import { byOpenapiFetch } from "./openapi-fetch.js";

/** Somebody who makes a call, and resolves when the answer is read. */
export interface Contender {
  readonly name: string;
  call(): Promise<unknown>;
}

/** The same request, made by each. */
export interface Comparison {
  readonly title: string;
  readonly contenders: readonly Contender[];
}

interface Sent {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** Every other one is compared with this one. */
export const baseline = "fetch";

/** The requests that are compared. The first contender is the least that Node can do. */
export function comparisonsAt(origin: string): Comparison[] {
  return [payment(origin), inquiry(origin), signedFind(origin)];
}

function payment(origin: string): Comparison {
  const username = "dummy";
  const password = "dummy123";
  const invoice = "11111111111";
  const baseUrl = `${origin}/json`;
  const fields = { username, password, invoice };
  const body = String(new URLSearchParams(fields));
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  const sent: Sent = { method: "POST", url: `${baseUrl}/esamsat/pay_esamsat`, headers, body };
  const others = byOpenapiFetch(origin);
  const esamsat = createEsamsat({ username, password, baseUrl });
  return {
    title: "a form that is posted (e-Samsat, pay)",
    contenders: [
      // What a payment costs whose connection carries nothing else: the least that ours can.
      { name: "node:http, own connection", call: () => callByNode(sent, ownConnections) },
      ...everybody(sent, () => others.pay(fields)),
      {
        name: "@setor/esamsat pay",
        async call() {
          const paid = await esamsat.pay({ invoice });
          if (paid.state !== "paid") throw new Error(paid.state);
        },
      },
    ],
  };
}

function inquiry(origin: string): Comparison {
  const bill = { nop: "992901000100100010", thn: "2013" };
  const sent: Sent = { method: "GET", url: `${origin}/sppt/${bill.nop}/${bill.thn}`, headers: {} };
  const others = byOpenapiFetch(origin);
  const pbb = createPbb({ baseUrl: origin });
  return {
    title: "a GET (WS PBB, inquire)",
    contenders: [
      ...everybody(sent, () => others.inquire(bill)),
      {
        name: "@setor/pbb inquire",
        async call() {
          const found = await pbb.inquire(bill);
          if (!found.ok) throw new Error(found.reason);
        },
      },
    ],
  };
}

/** With a token that is there already; the signature is made for each call. */
function signedFind(origin: string): Comparison {
  const clientSecret = "S3cr3t";
  const accessToken = "T0k3n";
  const ntpd = "1209411011001249959";
  const path = `/integration/sspd/ntpd/${ntpd}`;
  const sign = (): Sent => {
    const timestamp = new Date().toISOString();
    const text = `path=${path}&verb=GET&token=Bearer ${accessToken}&timestamp=${timestamp}&body=`;
    const signature = createHmac("sha256", clientSecret).update(text).digest("base64");
    const headers = { Authorization: `Bearer ${accessToken}`, "X-Timestamp": timestamp, "X-Signature": signature };
    return { method: "GET", url: `${origin}/api/v1${path}`, headers };
  };
  const stored = { accessToken, expiresAt: Date.now() + 86_400_000 };
  const tokenStore = { get: async () => stored, set: async () => undefined };
  const bphtb = createBphtb({ clientId: "your_client_id", clientSecret, baseUrl: origin, tokenStore });
  return {
    title: "a signed GET (eBPHTB, findSspd)",
    contenders: [
      { name: "node:http and an HMAC", call: () => callByNode(sign()) },
      { name: baseline, call: () => callByFetch(sign()) },
      {
        name: "@setor/bphtb findSspd",
        async call() {
          const found = await bphtb.findSspd({ ntpd });
          if (!found.ok) throw new Error(found.reason);
        },
      },
    ],
  };
}

function everybody(sent: Sent, byTypes: Contender["call"]): Contender[] {
  const { method, url, headers, body } = sent;
  return [
    { name: "node:http, kept alive", call: () => callByNode(sent) },
    { name: baseline, call: () => callByFetch(sent) },
    { name: "openapi-fetch", call: byTypes },
    { name: "ky", call: () => ky(url, { method, headers, ...(body !== undefined && { body }) }).json() },
    { name: "axios", call: () => axios.request({ method, url, headers, ...(body !== undefined && { data: body }) }) },
  ];
}

async function callByFetch({ url, ...init }: Sent): Promise<unknown> {
  const response = await fetch(url, init);
  return response.json();
}

const keptConnections = new Agent({ keepAlive: true });
const ownConnections = new Agent({ keepAlive: false });

function callByNode({ method, url, headers, body = "" }: Sent, agent = keptConnections): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const length = method === "POST" ? { "Content-Length": Buffer.byteLength(body) } : {};
    const sending = request(url, { method, agent, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(JSON.parse(String(Buffer.concat(chunks)))));
      response.on("error", reject);
    });
    sending.on("error", reject);
    sending.end(body);
  });
}
