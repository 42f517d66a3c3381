import { shortenFields } from "../../shorten.js";
import type { ActionContext, SandboxFetch } from "../../vendor.js";
import type { QrisCallback, QrisDelivery, QrisDeliveryKind } from "./callback.js";

type NotifierContext = Omit<ActionContext<object>, "state">;

/** Delivers one callback; never rejects. */
export type Notify = (url: string, body: QrisCallback, kind: QrisDeliveryKind) => Promise<QrisDelivery[]>;

const lateMs = 10 * 60_000;

/** A merchant that is slower than this gets on without the sandbox. */
const patienceMs = 30_000;

/** The whole of `{"status":"ok"}`, and some space. */
const longestAnswer = 1_000;

export function createNotifier(context: NotifierContext): Notify {
  const { activity, clock } = context;
  return (url, body, kind) =>
    activity.during(async () => {
      const isOver = context.watchReset();
      if (kind === "late") await clock.sleep(lateMs, activity.rest());
      const deliveries: QrisDelivery[] = [];
      const times = { once: 1, twice: 2, late: 1, never: 0, forged: 1 }[kind];
      while (deliveries.length < times && !isOver()) deliveries.push(await deliver(context, url, body, kind));
      return deliveries;
    });
}

async function deliver(
  { clock, journal, fetch = globalThis.fetch }: NotifierContext,
  url: string,
  body: QrisCallback,
  kind: QrisDeliveryKind,
): Promise<QrisDelivery> {
  const at = clock.now();
  const answer = await post(fetch, url, body);
  const acknowledged = answer?.status === 200 && isOk(answer.text);
  const said = [
    ...(kind === "forged" ? ["forged: nobody has paid this invoice"] : []),
    ...(acknowledged ? [] : ["not acknowledged"]),
  ].join("; ");
  const status = answer && { status: answer.status };
  const fields = shortenFields(Object.entries({ url, ...body }));
  journal.write({ at, vendor: "qris", operation: "callback", fields, ...status, ...(said && { diagnosis: said }) });
  return { at, ...status, acknowledged };
}

/** Nothing when there was no answer, or none that could be read. */
async function post(fetch: SandboxFetch, url: string, body: QrisCallback) {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      // What is on this machine must not send it elsewhere.
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    return { status: response.status, text: await readStart(response) };
  } catch {
    return undefined;
  }
}

async function readStart({ body }: Response): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > longestAnswer) await reader?.cancel();
  }
  return text;
}

function isOk(text: string): boolean {
  try {
    return Object(JSON.parse(text)).status === "ok";
  } catch {
    return false;
  }
}
