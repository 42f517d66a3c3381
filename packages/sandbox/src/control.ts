import type { RawRequest, Reply } from "./exchange.js";
import { type FaultRule, type Faults, faultNames } from "./faults.js";
import type { Journal } from "./journal.js";
import {
  type QrisCallbackOptions,
  type QrisDeliveryKind,
  type QrisNotice,
  qrisDeliveries,
  requireLoopback,
} from "./vendors/qris/callback.js";
import type { QrisWallet } from "./vendors/qris/wallet.js";

type Body = Readonly<Record<string, unknown>>;
type Action = (body: Body) => Reply | Promise<Reply>;

/** What is wrong with a request of a tester, in words. */
class Unusable extends Error {}

/** What a tester may do with a sandbox, in this process or over HTTP. */
export interface Controls {
  /** The time in the sandbox. */
  now(): Date;
  /** Moves the time forward, in milliseconds. */
  advance(ms: number): void;
  readonly faults: Faults;
  readonly journal: Journal;
  /** The wallet of somebody who pays invoices of QRIS, and what the vendor tells the merchant of it. */
  readonly qris: QrisWallet;
  /** Back to the seed and to the time as it is; forgets faults and journal. */
  reset(): void;
}

/** The sandbox's own path beside those of the vendors: what a test does in this process, over HTTP. */
export function createControl(sandbox: Controls): (request: RawRequest) => Promise<Reply> {
  const actions: Readonly<Record<string, Action>> = {
    "GET /journal": () =>
      done({
        now: sandbox.now(),
        entries: sandbox.journal.entries,
        dropped: sandbox.journal.dropped,
        debits: sandbox.journal.debits(),
      }),
    "POST /advance": (body) => {
      sandbox.advance(numberIn(body, "ms"));
      return done({ now: sandbox.now() });
    },
    "POST /faults": (body) => {
      sandbox.faults.add(ruleIn(body));
      return done({ added: body });
    },
    "DELETE /faults": () => {
      sandbox.faults.clear();
      return done({ cleared: true });
    },
    "POST /qris/pay": async (body) => {
      const callback = "callback" in body ? { callback: callbackIn(Object(body["callback"])) } : {};
      const result = sandbox.qris.pay(textIn(body, "invoiceId"), { late: body["late"] === true, ...callback });
      if (!result.paid) return done(result);
      const { notice, ...payment } = result;
      return done({ ...payment, ...(notice && (await tell(notice, callback.callback?.delivery))) });
    },
    "POST /qris/callback": async (body) => {
      const options = callbackIn(body);
      return done(await tell(sandbox.qris.callback(textIn(body, "invoiceId"), options), options.delivery));
    },
    "POST /reset": () => {
      sandbox.reset();
      return done({ reset: true });
    },
  };
  return async ({ method, path, bytes, headers }) => {
    const action = actions[`${method} ${path}`];
    if (action === undefined) return { status: 404, body: { message: `There is ${Object.keys(actions).join(", ")}.` } };
    // Whatever else a page can send without asking first.
    if (bytes.length > 0 && !/^application\/json *(;|$)/i.test(headers.get("content-type") ?? "")) {
      return { status: 415, body: { message: "A body must have the Content-Type application/json." } };
    }
    try {
      return await action(readBody(bytes));
    } catch (error) {
      if (!(error instanceof Unusable || error instanceof TypeError)) throw error;
      return { status: 400, body: { message: error.message } };
    }
  };
}

function done(body: object): Reply {
  return { status: 200, body };
}

function readBody(bytes: Uint8Array): Body {
  if (bytes.length === 0) return {};
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof body === "object" && body !== null) return { ...body };
  } catch {
    // Said below.
  }
  throw new Unusable("The body must be a JSON object.");
}

function ruleIn(body: Body): FaultRule {
  const fault = faultNames.find((name) => name === body["fault"]);
  if (fault === undefined) throw new Unusable(`\`fault\` must be one of ${faultNames.join(", ")}.`);
  const numbers = ["times", "skip", "seconds"]
    .filter((name) => name in body)
    .map((name) => [name, numberIn(body, name)]);
  return {
    vendor: textIn(body, "vendor"),
    operation: textIn(body, "operation"),
    fault,
    ...Object.fromEntries(numbers),
  };
}

/** A callback that goes to this machine only: whoever asks for it over HTTP is not this process. */
function callbackIn(body: Body): QrisCallbackOptions {
  const kind = body["delivery"] ?? "once";
  const delivery = qrisDeliveries.find((known) => known === kind);
  if (delivery === undefined) throw new Unusable(`\`delivery\` must be one of ${qrisDeliveries.join(", ")}.`);
  if (!("url" in body)) return { delivery };
  const url = textIn(body, "url");
  requireLoopback(url);
  return { delivery, url };
}

/** What was posted and what became of it; what comes late is not waited for, since the time may never come. */
async function tell({ body, delivered }: QrisNotice, delivery: QrisDeliveryKind | undefined) {
  return { callback: body, delivered: delivery === "late" ? [] : await delivered };
}

function textIn(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== "string") throw new Unusable(`\`${name}\` must be a text.`);
  return value;
}

function numberIn(body: Body, name: string): number {
  const value = body[name];
  if (typeof value !== "number") throw new Unusable(`\`${name}\` must be a number.`);
  return value;
}
