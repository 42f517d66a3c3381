import type { Catalogue, Chips, FailureEntry, Headline, OperationEntry, VendorEntry } from "../catalogue/catalogue.js";
import { decide } from "./decide.js";
import { type Context, locate, type Place } from "./locate.js";
import { type Paste, readPaste } from "./paste.js";
import { referencesIn, timeIn } from "./references.js";
import { statusesOf } from "./signals.js";
import type { Ticket } from "./ticket.js";
import type { Verdict } from "./verdict.js";

/** What a pasted text means, and what to do about it. */
export interface Diagnosis {
  readonly chips: Chips;
  readonly title: string;
  readonly happened: string;
  /** What to do now, in order. */
  readonly steps: readonly string[];
  /** What to tell the customer; empty where there is nothing to tell. */
  readonly customer: string;
  readonly ticket: Ticket;
  readonly vendor?: VendorEntry;
  readonly operation?: OperationEntry;
  /** The documented answer that it is, by the name of its scenario. */
  readonly scenario?: string;
  /** The failures that it is or can be, the likeliest first. */
  readonly failures: readonly FailureEntry[];
  /** The kind, where it is no documented failure. */
  readonly kind?: string;
  /** Another answer is possible when somebody says the vendor, or the operation. */
  readonly unclear?: "vendor" | "operation";
  /** The fault of the sandbox that shows the same. */
  readonly fault?: string;
}

/** The faults of the sandbox, by the kinds that they show. */
export const faults: Readonly<Record<string, string>> = {
  "not-sent": "refuse-connection",
  lost: "reset-after-commit",
  timeout: "delay-after-commit",
  gateway: "html-502",
  page: "html-200",
  empty: "empty-200",
  redirect: "redirect-307",
  body: "contradiction",
  foreign: "duplicate-answer",
};

/**
 * What a pasted text says of the money, in the language of the catalogue; `undefined` when nothing in it is known.
 * Sends nothing and keeps nothing. In doubt it is careful: only what proves that nothing was sent, and what only reads,
 * may be sent again.
 */
export function diagnose(pasted: string, catalogue: Catalogue, context: Context = {}): Diagnosis | undefined {
  const paste = readPaste(pasted);
  if (paste.text === "") return undefined;
  const place = locate(paste, catalogue, context);
  const verdict = decide(paste, catalogue, place);
  return verdict === undefined ? undefined : compose(verdict, paste, place, catalogue);
}

/** What is known of a kind, without a text: where the decision tree ends. */
export function answerTo(kind: string, catalogue: Catalogue): Diagnosis {
  const entry = catalogue.kinds[kind];
  if (entry === undefined) throw new Error(`There is no kind "${kind}".`);
  const place: Place = { vendor: undefined, operation: undefined, sure: false, shown: false, possible: [] };
  const { money, again, contact } = entry;
  return compose({ kind, chips: { money, again, contact }, others: [] }, readPaste(""), place, catalogue);
}

function compose(verdict: Verdict, paste: Paste, place: Place, catalogue: Catalogue): Diagnosis {
  const { chips, kind, failure, answer } = verdict;
  const vendor = vendorOf(verdict, place, catalogue);
  const operation = vendor?.operations.find(({ id }) => id === place.operation?.id);
  const entry = kind === undefined ? undefined : catalogue.kinds[kind];
  const open = chips.again === "settle-first" && chips.money === "may-have-moved" && failure === undefined;
  const advice = open
    ? catalogue.failures.find((each) => each.vendor === vendor?.id && each.outcome === "unknown")
    : undefined;
  const common = catalogue.failures.find((each) => each.vendor === "common" && each.outcome === entry?.error);
  const time = timeIn(paste);
  const unclear = whatIsUnclear(verdict, vendor, operation);
  const title = entry?.title ?? catalogue.headlines[headlineOf(chips)];
  const fault = kind === undefined ? undefined : faults[kind];
  return {
    chips,
    title,
    happened: entry?.happened ?? failure?.cause ?? "",
    steps: advice === undefined ? (entry?.steps ?? sentences(failure?.action ?? "")) : sentences(advice.action),
    customer: catalogue.customers[entry?.customer ?? failure?.customer ?? "none"] ?? "",
    ticket: {
      ...(vendor === undefined ? {} : { support: vendor.support }),
      ...(time === undefined ? {} : { time }),
      ...(operation === undefined ? {} : { call: `${operation.id} (${vendor?.name})` }),
      references: referencesIn(paste, vendor, catalogue),
      received: receivedIn(verdict, statusesOf(paste, catalogue.vendors), title, catalogue),
      open: chips.money === "may-have-moved",
    },
    ...(vendor === undefined ? {} : { vendor }),
    ...(operation === undefined ? {} : { operation }),
    ...(answer === undefined || operation?.id !== answer.operation ? {} : { scenario: answer.scenario }),
    failures: [failure, advice, common, ...verdict.others].filter((each) => each !== undefined),
    ...(kind === undefined ? {} : { kind }),
    ...(unclear === undefined ? {} : { unclear }),
    ...(fault === undefined ? {} : { fault }),
  };
}

/** What came, as the vendor knows it: status, code and words of its own; otherwise what we call it. */
function receivedIn({ answer }: Verdict, statuses: readonly number[], title: string, { ticket }: Catalogue): string {
  const { code, words } = answer ?? {};
  const told = [
    ...statuses.map((status) => `HTTP ${status}`),
    code && ticket["code"]?.replace("{code}", () => code),
    words && `"${words.replace(/\s+/g, " ")}"`,
  ];
  return [...told.filter((each) => each !== undefined && each !== ""), title].join(", ");
}

/** The vendor of the text, or that of the only failure that it can be. */
function vendorOf({ failure, others }: Verdict, { vendor }: Place, { vendors }: Catalogue): VendorEntry | undefined {
  if (vendor !== undefined || failure === undefined) return vendor;
  const same = others.every((other) => other.vendor === failure.vendor);
  return same ? vendors.find(({ id }) => id === failure.vendor) : undefined;
}

function headlineOf({ money, again }: Chips): Headline {
  if (money === "may-have-moved") return "open";
  if (again === "yes") return "read-again";
  if (again === "no") return "refused-final";
  return again === "after-correction" ? "refused-correct" : "refused-settle";
}

/** Whether another answer might be given if more were known. */
function whatIsUnclear(
  { kind, failure, others, chips }: Verdict,
  vendor: VendorEntry | undefined,
  operation: OperationEntry | undefined,
): Diagnosis["unclear"] {
  if (kind !== undefined && (chips.again === "no" || kind === "not-sent" || kind === "argument")) return undefined;
  if (vendor === undefined) return "vendor";
  const several = vendor.operations.length > 1 && operation === undefined;
  return several && (failure === undefined || others.length > 0) ? "operation" : undefined;
}

/** Advice in steps: one sentence each. */
function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?]["”)]?)\s+(?=[A-Z`"“])/)
    .map((sentence) => sentence.replace(/\s+/g, " ").trim())
    .filter((sentence) => sentence !== "");
}
