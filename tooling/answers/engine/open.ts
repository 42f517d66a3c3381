import { isCheckInProse } from "./locate.js";
import type { Signal } from "./signal.js";
import { claims, type Findings, ofKind, type Verdict } from "./verdict.js";

/** Of several open kinds, the one that tells most. */
const telling =
  "claimed double callback debited pending foreign program stopped throttled redirect gateway page empty body timeout lost crash".split(
    " ",
  );

/** Kinds that are one event together: what came was no answer of the vendor's. */
const answered = ["gateway", "page", "program", "empty", "redirect", "body", "throttled"];

/** Kinds of which no answer of the vendor's is a part: what only reads may be asked again after them. */
const unanswered = ["lost", "timeout", "gateway", "page", "program", "empty", "redirect", "crash"];

/** Kinds that mean the same whatever the call was. */
const anyCall =
  "claimed stopped pending foreign double debited callback says-paid says-success says-refunded says-unpaid".split(" ");

/** What the signs leave open, and what people say beside them; several events are none of a check alone. */
export function openBy(open: readonly Signal[], found: Findings): Verdict | undefined {
  if (open.length === 0) return undefined;
  const claimed = found.heard.filter(({ kind }) => claims.includes(kind));
  const kinds = [...open, ...claimed].map(({ kind }) => kind);
  const kind = telling.find((each) => kinds.includes(each)) ?? "body";
  const isOne = new Set(open.map((each) => each.kind)).size === 1 || open.every((each) => answered.includes(each.kind));
  return isOne ? byEffect(kind, found) : ofKind(found.catalogue, kind);
}

/** What is lost of a call that only reads may be asked again; what may have been opened or billed has its own rules. */
export function byEffect(kind: string, { place, paste, catalogue }: Findings): Verdict {
  const { sure, operation, possible } = place;
  const effect = operation?.effect;
  if (anyCall.includes(kind)) return ofKind(catalogue, kind);
  if (unanswered.includes(kind)) {
    const reads = sure && (effect === "read" || effect === "auth");
    if (reads || (possible.length === 0 && isCheckInProse(paste))) return ofKind(catalogue, "read-failed");
  }
  if (sure && effect === "create") return ofKind(catalogue, "create-lost");
  return ofKind(catalogue, effect === "billed" ? "billed-lost" : kind);
}
