import type { Catalogue, Chips, FailureEntry, KnownAnswer } from "../catalogue/catalogue.js";
import { chipsOf, mostCareful } from "./chips.js";
import { contradicts, knownIn, type Match } from "./known.js";
import { isCheckInProse, type Place } from "./locate.js";
import { type Paste, valuesOf } from "./paste.js";
import type { Signal } from "./signal.js";
import { type Signs, signsIn } from "./signals.js";

/** What a text says: a kind of `docs/answers.yaml`, or a failure that has advice of its own. */
export interface Verdict {
  readonly kind?: string;
  readonly failure?: FailureEntry;
  /** The documented answer that says so. */
  readonly answer?: KnownAnswer;
  readonly chips: Chips;
  /** What else the same text can be. */
  readonly others: readonly FailureEntry[];
}

/** Kinds that stand, whatever else a text says. */
const receipts = ["paid", "reversed", "refunded"];

/** Open kinds that a receipt can come after. */
const passing = ["lost", "timeout", "gateway", "pending", "empty", "retried", "says-failed"];

/** What people say that outweighs a refusal. */
const claims = ["double", "debited", "callback"];

/** Kinds that are one event together: what came was no answer of the vendor's. */
const answered = ["gateway", "page", "program", "empty", "redirect", "body"];

/** Kinds of which no answer of the vendor's is a part. */
const unanswered = ["lost", "timeout", "gateway", "page", "program", "empty", "redirect", "crash"];

/** Of several open kinds, the one that tells most. */
const telling = [
  "claimed",
  "double",
  "callback",
  "debited",
  "pending",
  "foreign",
  "program",
  "stopped",
  "redirect",
  "gateway",
  "page",
  "empty",
  "body",
  "timeout",
  "lost",
  "crash",
];

const soft = [
  "callback",
  "double",
  "debited",
  "says-paid",
  "pending",
  "lost",
  "says-unpaid",
  "says-refunded",
  "says-failed",
  "says-success",
  "body",
];

/** What a text says of the money; `undefined` where it says nothing. */
export function decide(paste: Paste, catalogue: Catalogue, place: Place): Verdict | undefined {
  const signs = signsIn(paste, catalogue.vendors);
  const known = knownIn(paste, catalogue, place);
  const told = toldByClient(paste, catalogue, place);
  const open = signs.signals
    .filter(({ tier }) => tier === "open")
    .filter((signal) => !isExplained(signal, signs, known));
  const heard = signs.signals.filter(({ tier }) => tier === "soft");
  const judge = new Judge(catalogue, place, paste);
  return (
    judge.receipt(known, told, open, heard) ??
    judge.refusal(known, told, open, heard) ??
    judge.openKind(open, signs, heard) ??
    judge.unsent(signs, heard) ??
    judge.weak(signs, heard) ??
    judge.information(known, heard) ??
    judge.hearsay(heard)
  );
}

/** A status, or a word for one, that belongs to a documented answer which is there as well. */
function isExplained({ kind }: Signal, { statuses }: Signs, known: readonly Match[]): boolean {
  if (known.length === 0) return false;
  const own = new Set(known.map(({ answer }) => answer.status));
  const worded = known.some((match) => match.worded && match.exact);
  if (kind === "gateway") return statuses.every((status) => own.has(status)) && (worded || statuses.length > 0);
  return kind === "page" && worded;
}

/** What the result or the error of a client says. */
function toldByClient(paste: Paste, { failures }: Catalogue, { vendor }: Place): (FailureEntry | string)[] {
  const states = valuesOf(paste, "state");
  const words = [
    ...valuesOf(paste, "reason"),
    ...valuesOf(paste, "code"),
    ...(paste.text.length < 40 ? [paste.lower] : []),
  ];
  const own = failures.filter(
    ({ outcome, vendor: of }) =>
      (words.includes(outcome.toLowerCase()) || (of !== "common" && isNamed(outcome, paste, vendor !== undefined))) &&
      (of === "common" || vendor === undefined || of === vendor.id),
  );
  const done = states.filter((state) => [...receipts, "pending"].includes(state));
  const isOpen = states.includes("unknown");
  const openFailure = failures.find((each) => each.outcome === "unknown" && each.vendor === vendor?.id);
  return [...done, ...own.filter(({ outcome }) => outcome !== "not-sent"), ...(isOpen ? [openFailure ?? "body"] : [])];
}

/** Outcomes that others have under the same name. */
const everywhere = new Set(["not-found", "server-error", "bad-request"]);

/** Whether a text names an outcome that is no plain word. */
function isNamed(outcome: string, { lower }: Paste, known: boolean): boolean {
  if (!outcome.includes("-") || (everywhere.has(outcome) && !known)) return false;
  const at = lower.indexOf(outcome);
  return at >= 0 && !/[\w-]/.test(lower[at - 1] ?? " ") && !/[\w-]/.test(lower[at + outcome.length] ?? " ");
}

class Judge {
  constructor(
    readonly catalogue: Catalogue,
    readonly place: Place,
    readonly paste: Paste,
  ) {}

  /** A documented receipt wins over what came before it, unless the same answer is damaged or two contradict. */
  receipt(
    known: readonly Match[],
    told: readonly (FailureEntry | string)[],
    open: readonly Signal[],
    heard: readonly Signal[],
  ): Verdict | undefined {
    const found = known.filter(({ answer, exact }) => exact && receipts.includes(answer.kind ?? answer.outcome ?? ""));
    const kinds = new Set([
      ...found.map(({ answer }) => answer.kind ?? answer.outcome ?? ""),
      ...told.filter((each) => typeof each === "string" && receipts.includes(each)),
    ]);
    const [kind] = kinds;
    if (kind === undefined || typeof kind !== "string") return undefined;
    const at = Math.max(0, ...found.map((match) => match.at));
    const undecided = known.filter(({ answer }) =>
      ["unknown", "pending"].includes(answer.outcome ?? answer.kind ?? ""),
    );
    const after = open.filter((signal) => !passing.includes(signal.kind) || signal.at > at);
    const pendingAfter = undecided.some((match) => match.at > at);
    if (
      found.some(({ emptied }) => emptied) ||
      kinds.size > 1 ||
      after.length > 0 ||
      pendingAfter ||
      this.paste.cut ||
      this.isCallback(heard)
    ) {
      return this.openKind(
        [...after, { kind: this.isCallback(heard) ? "callback" : "body", tier: "open", at }],
        undefined,
        heard,
      );
    }
    if (heard.some((signal) => signal.kind === "double")) return this.ofKind("double");
    return this.ofKind(kind);
  }

  isCallback(heard: readonly Signal[]): boolean {
    return heard.some(({ kind }) => kind === "callback");
  }

  /** A documented failure, as careful as all that the text can be; anything that is open beside it leaves it open. */
  refusal(
    known: readonly Match[],
    told: readonly (FailureEntry | string)[],
    open: readonly Signal[],
    heard: readonly Signal[],
  ): Verdict | undefined {
    const { failures } = this.catalogue;
    const matched = known.flatMap(({ answer }) => {
      const failure = failures.find(({ vendor, outcome }) => vendor === answer.vendor && outcome === answer.outcome);
      return failure === undefined ? [] : [{ failure, answer, chips: this.chipsOf(failure, answer) }];
    });
    const said = told.flatMap((each) =>
      typeof each === "string" ? [] : [{ failure: each, answer: undefined, chips: this.chipsOf(each, undefined) }],
    );
    const candidates = [...matched, ...said];
    if (told.includes("pending")) return this.ofKind("pending");
    const kinds = told.filter((each) => typeof each === "string");
    const unpaid = known.find(
      ({ answer }) => answer.kind === "unpaid" || answer.kind === "unpaid-bill" || answer.kind === "pending",
    );
    if (candidates.length === 0 && kinds.length === 0 && unpaid === undefined) return undefined;
    const torn = known.some(
      ({ answer }) => answer.outcome !== undefined && contradicts(answer, this.paste, this.catalogue),
    );
    const claimed = heard.filter(({ kind }) => claims.includes(kind));
    const others = [...open, ...claimed, ...(torn ? [{ kind: "body", tier: "open", at: 0 } as const] : [])];
    if (candidates.length === 0) {
      const kind = unpaid?.answer.kind ?? kinds[0] ?? "body";
      return others.length === 0 || kind === "body" ? this.ofKind(kind) : this.openKind(others, undefined, heard);
    }
    const chips = mostCareful(candidates.map((each) => each.chips));
    const main =
      candidates.find((each) => each.chips.again === chips.again && each.chips.money === chips.money) ?? candidates[0];
    const rest = candidates.flatMap(({ failure }) => (failure === main?.failure ? [] : [failure]));
    const isCommon = candidates.every(({ failure }) => failure.vendor === "common");
    if (isCommon || (others.length > 0 && chips.again !== "settle-first")) {
      const opened = this.openKind(
        isCommon ? [...others, ...said.flatMap(({ failure }) => this.signalOf(failure))] : others,
        undefined,
        heard,
      );
      if (opened !== undefined)
        return { ...opened, others: [...new Set([...(main === undefined ? [] : [main.failure]), ...rest])] };
    }
    const safe = chips.again === "yes" && !this.place.shown ? { ...chips, again: "settle-first" as const } : chips;
    return main === undefined
      ? undefined
      : {
          failure: main.failure,
          ...(main.answer && { answer: main.answer }),
          chips: safe,
          others: [...new Set(rest)],
        };
  }

  /** A failure of every client, as one of the kinds. */
  signalOf({ outcome }: FailureEntry): Signal[] {
    const kind = Object.entries(this.catalogue.kinds).find(([, { error }]) => error === outcome)?.[0];
    return [{ kind: kind ?? (outcome === "aborted" ? "lost" : "body"), tier: "open", at: 0 }];
  }

  chipsOf(failure: FailureEntry, answer: KnownAnswer | undefined): Chips {
    const vendor = this.catalogue.vendors.find(({ id }) => id === failure.vendor);
    const operation = vendor?.operations.find(({ id }) => id === answer?.operation) ?? this.place.operation;
    return chipsOf(failure, operation === undefined ? [] : [operation.effect]);
  }

  openKind(open: readonly Signal[], signs: Signs | undefined, heard: readonly Signal[]): Verdict | undefined {
    const claimed = heard.filter(({ kind }) => claims.includes(kind)).map(({ kind }) => kind);
    const kinds = [...open.map(({ kind }) => kind), ...claimed];
    if (open.length === 0) return undefined;
    const kind = telling.find((each) => kinds.includes(each)) ?? "body";
    if (signs?.argument !== undefined && kind === "crash") return undefined;
    const several =
      new Set(open.map((signal) => signal.kind)).size > 1 && !open.every((signal) => answered.includes(signal.kind));
    return several ? this.ofKind(kind) : this.byEffect(kind, claimed.length > 0);
  }

  /** Nothing left, unless the text tells of more than this one attempt. */
  unsent(signs: Signs, heard: readonly Signal[]): Verdict | undefined {
    if (signs.argument !== undefined && this.isClients(signs.argument.operation)) return this.ofKind("argument");
    const found = signs.signals.find(({ tier }) => tier === "unsent");
    if (found === undefined) return undefined;
    if (signs.retried || this.paste.cut) return this.ofKind("retried");
    if (signs.signals.some(({ kind }) => kind === "crash")) return this.ofKind("crash");
    if (signs.own) return this.ofKind("stopped");
    const strong = heard.find(({ kind }) =>
      [...claims, "pending", "says-paid", "lost", "says-refunded"].includes(kind),
    );
    if (strong !== undefined) return this.ofKind(strong.kind === "says-paid" ? "says-paid" : strong.kind);
    const { effect } = this.place.operation ?? { effect: "money" };
    const verdict = this.ofKind("not-sent");
    const isPaying = effect === "money" || effect === "create" || !this.place.sure;
    return isPaying ? verdict : { ...verdict, chips: { ...verdict.chips, money: "no-money-involved" } };
  }

  isClients(name: string): boolean {
    const names = this.catalogue.vendors.flatMap(({ operations }) => operations.map(({ id }) => id.toLowerCase()));
    return /^create[A-Z]|^settle/.test(name) || names.includes(name.toLowerCase());
  }

  weak(signs: Signs, heard: readonly Signal[]): Verdict | undefined {
    const weak = signs.signals.filter(({ tier }) => tier === "weak");
    return this.openKind(weak, signs, heard);
  }

  /** What a call that reads answered. */
  information(known: readonly Match[], heard: readonly Signal[]): Verdict | undefined {
    const found = known.find(({ answer }) => answer.kind !== undefined)?.answer.kind;
    if (found === undefined) return undefined;
    const verdict = this.ofKind(found);
    const doubted =
      verdict.chips.again === "yes" &&
      (heard.some(({ kind }) => kind !== "says-success" && kind !== "body") || this.paste.cut);
    return doubted ? undefined : verdict;
  }

  hearsay(heard: readonly Signal[]): Verdict | undefined {
    const kinds = heard.map(({ kind }) => kind);
    const kind = soft.find((each) => kinds.includes(each));
    if (kind === undefined) return undefined;
    const isQr = this.place.vendor?.operations.some(({ effect }) => effect === "create");
    if (kind === "says-paid" && isQr === true) return this.ofKind("says-success");
    return kind === "says-unpaid" && isQr === true ? this.ofKind("unpaid") : this.byEffect(kind, claims.includes(kind));
  }

  /** What is lost of a call that only reads may be asked again; what may have been opened or billed has rules of its own. */
  byEffect(kind: string, isClaimed: boolean): Verdict {
    const { sure, operation, possible } = this.place;
    const own = [
      "claimed",
      "stopped",
      "pending",
      "foreign",
      "says-paid",
      "says-success",
      "says-refunded",
      "says-unpaid",
    ];
    if (isClaimed || own.includes(kind)) return this.ofKind(kind);
    const effect = operation?.effect;
    if (unanswered.includes(kind)) {
      if (sure && (effect === "read" || effect === "auth")) return this.ofKind("read-failed");
      if (possible.length === 0 && isCheckInProse(this.paste)) return this.ofKind("read-failed");
    }
    if (sure && effect === "create") return this.ofKind("create-lost");
    if (effect === "billed") return this.ofKind("billed-lost");
    return this.ofKind(kind);
  }

  ofKind(kind: string): Verdict {
    const entry = this.catalogue.kinds[kind];
    if (entry === undefined) throw new Error(`There is no kind "${kind}".`);
    const { money, again, contact } = entry;
    return { kind, chips: { money, again, contact }, others: [] };
  }
}
