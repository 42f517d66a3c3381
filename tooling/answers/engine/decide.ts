import type { Catalogue } from "../catalogue/catalogue.js";
import { failureOf, informationOf, receiptOf } from "./documented.js";
import { knownIn, type Match } from "./known.js";
import type { Place } from "./locate.js";
import { byEffect, openBy } from "./open.js";
import type { Paste } from "./paste.js";
import type { Signal } from "./signal.js";
import { type Signs, signsIn } from "./signals.js";
import { toldByClient } from "./told.js";
import { unsentOf } from "./unsent.js";
import { type Findings, ofKind, type Verdict } from "./verdict.js";

/**
 * What a text says of the money; `undefined` where it says nothing. What is documented comes first, then what leaves the
 * money open, and only after that what proves that nothing was sent.
 */
export function decide(paste: Paste, catalogue: Catalogue, place: Place): Verdict | undefined {
  const signs = signsIn(paste, catalogue.vendors);
  const known = knownIn(paste, catalogue, place);
  const ofTier = (wanted: Signal["tier"]) => signs.signals.filter(({ tier }) => tier === wanted);
  const found: Findings = {
    ...{ paste, catalogue, place, signs, known },
    ...toldByClient({ paste, catalogue, place }),
    open: ofTier("open").filter((signal) => !isExplained(signal, signs, known, paste)),
    heard: ofTier("soft"),
  };
  return (
    receiptOf(found) ??
    failureOf(found) ??
    openBy(found.open, found) ??
    unsentOf(found) ??
    openBy(ofTier("weak"), found) ??
    informationOf(found) ??
    hearsay(found)
  );
}

/** A status, or a word for one, that belongs to a documented answer which is there as well. */
function isExplained({ kind }: Signal, { statuses }: Signs, known: readonly Match[], { lower }: Paste): boolean {
  // A word of a vendor within a page of anybody's is no answer of the vendor.
  if (known.length === 0 || /<!doctype|<html/.test(lower)) return false;
  const own = new Set(known.map(({ answer }) => answer.status));
  const worded = known.some((match) => match.worded && match.exact);
  if (kind === "gateway") return statuses.every((status) => own.has(status)) && (worded || statuses.length > 0);
  return kind === "page" && worded;
}

/** What people say, what tells most first. */
const telling =
  "callback double debited says-paid pending lost says-unpaid says-refunded says-failed says-success body".split(" ");

/** Words of people prove nothing; of a QR they are about whether its payer has paid. */
function hearsay(found: Findings): Verdict | undefined {
  const kind = telling.find((each) => found.heard.some((sign) => sign.kind === each));
  if (kind === undefined) return undefined;
  const isQr = found.place.vendor?.operations.some(({ effect }) => effect === "create") ?? false;
  if (isQr && kind === "says-paid") return ofKind(found.catalogue, "says-success");
  return isQr && kind === "says-unpaid" ? ofKind(found.catalogue, "unpaid") : byEffect(kind, found);
}
