import type { Chips, FailureEntry, KnownAnswer } from "../catalogue/catalogue.js";
import { chipsOf, mostCareful } from "./chips.js";
import { contradicts } from "./known.js";
import { openBy } from "./open.js";
import type { Signal } from "./signal.js";
import { claims, type Findings, ofKind, openSign, type Verdict } from "./verdict.js";

/** Kinds that stand, whatever came before them. */
const receipts = ["paid", "reversed", "refunded"];

/** Open kinds that a receipt can come after. */
const passing = ["lost", "timeout", "gateway", "pending", "empty"];

/** What a status that settles a payment says, other than a receipt. */
const undecided = ["unpaid", "unpaid-bill", "pending"];

/** A documented receipt wins over what came before it, unless the same answer is damaged or two contradict. */
export function receiptOf(found: Findings): Verdict | undefined {
  const { known, states, heard, catalogue } = found;
  const matches = known.filter(({ answer, exact }) => exact && receipts.includes(meaningOf(answer)));
  const [kind, ...more] = new Set([
    ...matches.map(({ answer }) => meaningOf(answer)),
    ...states.filter((state) => receipts.includes(state)),
  ]);
  if (kind === undefined) return undefined;
  const at = Math.max(0, ...matches.map((match) => match.at));
  const against = [
    ...found.open.filter((sign) => !passing.includes(sign.kind) || sign.at > at),
    ...(heard.some((sign) => sign.kind === "callback") ? [openSign("callback")] : []),
    ...(isDoubtful(found, at) || more.length > 0 || matches.some(({ emptied }) => emptied) ? [openSign("body")] : []),
  ];
  if (against.length > 0) return openBy([...against, openSign("body")], found);
  return ofKind(catalogue, heard.some((sign) => sign.kind === "double") ? "double" : kind);
}

function meaningOf({ kind, outcome }: KnownAnswer): string {
  return kind ?? outcome ?? "";
}

/** Whether the text breaks off, or tells of something undecided after the receipt. */
function isDoubtful({ paste, known }: Findings, at: number): boolean {
  return paste.cut || known.some((match) => ["unknown", "pending"].includes(meaningOf(match.answer)) && match.at > at);
}

interface Candidate {
  readonly failure: FailureEntry;
  readonly answer?: KnownAnswer;
  readonly chips: Chips;
}

/** A documented failure, as careful as all that the text can be; anything that is open beside it leaves it open. */
export function failureOf(found: Findings): Verdict | undefined {
  const { catalogue, states } = found;
  if (states.includes("pending")) return ofKind(catalogue, "pending");
  const candidates = candidatesIn(found);
  const beside = besideIn(found);
  const [first] = candidates;
  if (first === undefined) return undecidedOf(found, beside);
  const chips = mostCareful(candidates.map((each) => each.chips));
  const main = candidates.find((each) => each.chips.again === chips.again && each.chips.money === chips.money) ?? first;
  const others = [...new Set(candidates.map(({ failure }) => failure))].filter((failure) => failure !== main.failure);
  const isCommon = candidates.every(({ failure }) => failure.vendor === "common");
  if (isCommon || (beside.length > 0 && chips.again !== "settle-first")) {
    const own = isCommon ? found.failures.map((failure) => openSign(kindOf(failure, found))) : [];
    const opened = openBy([...beside, ...own], found);
    if (opened !== undefined) return { ...opened, others: [main.failure, ...others] };
  }
  const safe = chips.again === "yes" && !found.place.shown ? { ...chips, again: "settle-first" as const } : chips;
  return { failure: main.failure, ...(main.answer && { answer: main.answer }), chips: safe, others };
}

function candidatesIn({ known, failures, catalogue, place }: Findings): Candidate[] {
  const matched = known.flatMap(({ answer }): Candidate[] => {
    const failure = catalogue.failures.find((each) => each.vendor === answer.vendor && each.outcome === answer.outcome);
    if (failure === undefined) return [];
    const vendor = catalogue.vendors.find(({ id }) => id === answer.vendor);
    const effects = vendor?.operations.filter(({ id }) => id === answer.operation).map(({ effect }) => effect) ?? [];
    return [{ failure, answer, chips: chipsOf(failure, effects) }];
  });
  const effects = place.operation === undefined ? [] : [place.operation.effect];
  return [...matched, ...failures.map((failure) => ({ failure, chips: chipsOf(failure, effects) }))];
}

/** What a refusal does not explain: something open, what a customer says, an answer that contradicts itself. */
function besideIn({ open, heard, known, paste, catalogue }: Findings): Signal[] {
  const torn = known.some(({ answer }) => answer.outcome !== undefined && contradicts(answer, paste, catalogue));
  return [...open, ...heard.filter(({ kind }) => claims.includes(kind)), ...(torn ? [openSign("body")] : [])];
}

/** A payment that is not decided yet. */
function undecidedOf(found: Findings, beside: readonly Signal[]): Verdict | undefined {
  const { known, states, catalogue } = found;
  const kind = known.find(({ answer }) => undecided.includes(meaningOf(answer)))?.answer.kind ?? states[0];
  if (kind === undefined) return undefined;
  return beside.length === 0 || kind === "body" ? ofKind(catalogue, kind) : openBy(beside, found);
}

/** A failure of every client, as one of the kinds. */
function kindOf({ outcome }: FailureEntry, { catalogue }: Findings): string {
  const kind = Object.entries(catalogue.kinds).find(([, { error }]) => error === outcome)?.[0];
  return kind ?? (outcome === "aborted" ? "lost" : "body");
}

/** What a call that reads answered, unless the text tells of more than that. */
export function informationOf({ known, heard, paste, catalogue }: Findings): Verdict | undefined {
  const kind = known.find(({ answer }) => answer.kind !== undefined)?.answer.kind;
  if (kind === undefined) return undefined;
  const verdict = ofKind(catalogue, kind);
  const harmless = ["says-success", "body"];
  const isDoubted = paste.cut || heard.some((sign) => !harmless.includes(sign.kind));
  return verdict.chips.again === "yes" && isDoubted ? undefined : verdict;
}
