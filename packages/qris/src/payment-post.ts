/** What a notice of payment is good for: the invoice to ask about. */
export interface PaymentPost {
  /** Number of the invoice, digits: the `invid` of the `check` that was stored with the order. */
  readonly invid: string;
}

/** Some fifty times what such a notice was seen to have. */
const mostBytes = 16_384;

const fatalUtf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads which invoice a notice of payment is about, which InterActive posts as JSON to the URL of a merchant
 * [observed in one public project]. The notice is not signed, so anybody can send one: it proves nothing. Find the order
 * that has this `invid`, and ask `checkInvoice` with the `check` that is stored with it; only its `paid` is a payment.
 * Ask for open orders only, and not more often than every 15 seconds: who can make you ask can have your apikey blocked.
 * Nothing else of the notice comes out: status, payer and times may be invented, and amount and date are the order's own.
 * @param body text, bytes or the parsed value; at most 16 KiB
 * @returns `undefined` for whatever names no invoice, or two; never throws
 */
export function parsePaymentPost(body: unknown): PaymentPost | undefined {
  try {
    const invid = invoiceOf(parsed(body));
    return invid === undefined ? undefined : { invid };
  } catch {
    // Not JSON, not UTF-8, or an object that was made to throw: none of it is a notice.
    return undefined;
  }
}

function parsed(body: unknown): unknown {
  if (typeof body === "string") return body.length <= mostBytes ? parseText(body) : undefined;
  if (!(body instanceof Uint8Array || body instanceof ArrayBuffer)) return body;
  return body.byteLength <= mostBytes ? parseText(fatalUtf8.decode(body)) : undefined;
}

function parseText(text: string): unknown {
  const json = text.replace(/^\ufeff/, "");
  const value: unknown = JSON.parse(json);
  return namesTwice(json) ? undefined : value;
}

/** Looks at the value's own data only: what is inherited, or computed by a getter, was not sent. */
function invoiceOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const invoice: unknown = Object.getOwnPropertyDescriptor(value, "invoice")?.value;
  const digits = Number.isSafeInteger(invoice) ? String(invoice) : invoice;
  return typeof digits === "string" && /^[0-9]{1,20}$/.test(digits) ? digits : undefined;
}

/** Whether a JSON text has the key twice at its top, where `JSON.parse` takes the last one and says nothing. */
function namesTwice(json: string): boolean {
  let depth = 0;
  let found = 0;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]]/g)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    else if (depth === 1 && token.endsWith(":") && JSON.parse(token.slice(0, -1)) === "invoice") found += 1;
  }
  return found > 1;
}
