import type { Reply } from "./exchange.js";
import type { FaultName } from "./faults.js";

/** What goes back over the wire, whichever wire it is. */
export type Transmission =
  | { readonly kind: "refused" | "reset" }
  | {
      readonly kind: "answer";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly bytes: Uint8Array<ArrayBuffer>;
      /** The connection breaks after this many bytes of the body. */
      readonly cutAfter?: number;
      /** The body comes a byte at a time. */
      readonly drip?: true;
    };

const encoder = new TextEncoder();
const page = "<!DOCTYPE html><html><body><h1>Sedang dalam pemeliharaan</h1></body></html>";
const notice =
  "<br />\n<b>Notice</b>: Undefined index: trx in <b>/var/www/html/index.php</b> on line <b>42</b><br />\n";

const unanswered: readonly FaultName[] = ["reset-before-reading", "reset-after-commit", "late-delivery", "slow-settle"];

/** Writes a reply, with what a fault makes of it. */
export function transmit(reply: Reply, fault: FaultName | undefined, location: string): Transmission {
  if (fault === "refuse-connection") return { kind: "refused" };
  if (fault !== undefined && unanswered.includes(fault)) return { kind: "reset" };
  const json = typeof reply.body !== "string";
  const text = json ? JSON.stringify(reply.body) : String(reply.body);
  const type = json ? "application/json" : "text/html; charset=utf-8";
  const answer = answerOf(reply.status, { "Content-Type": type, ...reply.headers }, text);
  switch (fault) {
    case "cut-body":
      return { ...answer, cutAfter: Math.floor(answer.bytes.length / 2) };
    case "drip":
      return { ...answer, drip: true };
    case "empty-200":
      return answerOf(200, { "Content-Type": type }, "");
    case "html-502":
      return answerOf(502, { "Content-Type": "text/html" }, page);
    case "html-200":
      return answerOf(200, { "Content-Type": "text/html" }, page);
    case "misdirected-421":
      return answerOf(421, { "Content-Type": "text/html" }, "");
    case "redirect-307":
      return answerOf(307, { Location: location }, "");
    case "wrong-content-type":
      return { ...answer, headers: { ...answer.headers, "Content-Type": "text/plain" } };
    default:
      return { ...answer, bytes: encoder.encode(json ? distort(text, fault) : text) };
  }
}

/** JSON as some servers write it. */
function distort(text: string, fault: FaultName | undefined): string {
  switch (fault) {
    case "bom":
      return `\uFEFF${text}`;
    case "leading-zero":
      return text.replace(/"code":(\d)/, '"code":0$1');
    case "unquoted-keys":
      return text.replace(/"(\w+)":/g, "$1: ");
    case "php-notice":
      return notice + text;
    case "nan":
      return text.replace(/}$/, ',"elapsed":NaN}');
    default:
      return text;
  }
}

function answerOf(status: number, headers: Record<string, string>, text: string) {
  return { kind: "answer", status, headers, bytes: encoder.encode(text) } as const;
}
