import type { VendorEntry } from "../catalogue/catalogue.js";
import type { Paste } from "./paste.js";
import { answerRules, requestInLog, statusInLog, statusInText } from "./rules/answers.js";
import { argument, ownAddress, ownSystemRules } from "./rules/own-system.js";
import { peopleRules } from "./rules/people.js";
import { bareTimeout, earlierAttempts, transportRules } from "./rules/transport.js";
import type { Rule, Signal } from "./signal.js";

export interface Signs {
  readonly signals: readonly Signal[];
  /** Statuses of HTTP that are no success. */
  readonly statuses: readonly number[];
  /** Whether the text tells of attempts before the one that failed. */
  readonly retried: boolean;
  /** Whether it names an address of the machine itself. */
  readonly own: boolean;
  /** The call and the field of which a client complains. */
  readonly argument: { readonly operation: string; readonly field: string } | undefined;
}

/** Every sign in a text, strongest of each kind, where it stands last. */
export function signsIn(paste: Paste, vendors: readonly VendorEntry[]): Signs {
  const told = [...ownSystemRules, ...peopleRules, ...transportRules.filter(({ tier }) => tier === "unsent")];
  const beside = [...answerRules, ...transportRules.filter(({ tier }) => tier !== "unsent")];
  const rest = withoutUnsent(paste.lower);
  const found = [
    ...told.flatMap((rule) => signalOf(rule, paste.lower)),
    ...beside.flatMap((rule) => signalOf(rule, rest)),
  ];
  const statuses = statusesIn(rest, isRequest(rest, vendors));
  const complaint = argument.exec(paste.text);
  const [, operation = "", field = ""] = complaint ?? [];
  return {
    signals: [
      ...found,
      ...statuses.map(fromStatus),
      ...slowness(rest, found),
      ...structure(paste),
      ...notice(paste, vendors),
    ],
    statuses: statuses.map(({ status }) => status),
    retried: last(earlierAttempts, paste.lower) !== undefined,
    own: last(ownAddress, paste.lower) !== undefined,
    argument: complaint === null ? undefined : { operation, field },
  };
}

function signalOf({ kind, tier, pattern, beside }: Rule, text: string): Signal[] {
  const at = beside === undefined ? last(pattern, text) : lastBeside(pattern, beside, text);
  return at === undefined ? [] : [{ kind, tier, at }];
}

function last(pattern: RegExp, text: string): number | undefined {
  let at: number | undefined;
  for (const found of text.matchAll(pattern)) at = found.index;
  return at;
}

/** How close is close. */
const reach = 40;

function lastBeside(pattern: RegExp, beside: RegExp, text: string): number | undefined {
  let at: number | undefined;
  for (const { index, 0: found } of text.matchAll(pattern)) {
    const around = text.slice(Math.max(0, index - reach), index + found.length + reach);
    if (last(beside, around) !== undefined) at = index;
  }
  return at;
}

interface Status {
  readonly status: number;
  readonly at: number;
}

/** Whether a line tells of a request: by its method, its address, the path of an operation or the vendor's name. */
function isRequest(rest: string, vendors: readonly VendorEntry[]): boolean {
  const names = vendors.flatMap(({ words, operations }) => [...words, ...operations.flatMap(({ tokens }) => tokens)]);
  return requestInLog.test(rest) || names.some((name) => rest.includes(name));
}

function statusesIn(rest: string, logged: boolean): Status[] {
  const atEnd = logged ? rest.matchAll(statusInLog) : [];
  return [...rest.matchAll(statusInText), ...atEnd].map((found) => ({
    status: Number(found.slice(1).find((group) => group !== undefined)),
    at: found.index,
  }));
}

function fromStatus({ status, at }: Status): Signal {
  const kind = status < 400 ? "redirect" : status === 429 ? "throttled" : "gateway";
  return { kind, tier: "open", at };
}

/** What a text says beside that nothing was sent. */
function withoutUnsent(lower: string): string {
  return transportRules
    .filter(({ tier }) => tier === "unsent")
    .reduce((text, { pattern }) => text.replace(pattern, (part) => " ".repeat(part.length)), lower);
}

/** That a deadline passed. */
function slowness(rest: string, found: readonly Signal[]): Signal[] {
  const at = last(bareTimeout, rest);
  if (at === undefined) return [];
  const certain = found.some(({ kind, tier }) => kind === "timeout" && tier === "open");
  return certain ? [] : [{ kind: "timeout", tier: "open", at }];
}

/** A document, or a code, of which nobody knows what it says. */
function structure({ pairs, lower }: Paste): Signal[] {
  const told = pairs.find(({ name }) =>
    /^(?:status|code|kode|rc|message|result|success|error|state|reason|response_?code)$/.test(name),
  );
  const code = /\b(?:code|kode|rc|response ?code|message_code) ?[:=#]? ?\w{0,12}\d\b/.exec(lower);
  const at = told?.at ?? code?.index;
  return at === undefined ? [] : [{ kind: "body", tier: "soft", at }];
}

/** What a vendor sends by itself, by the fields that nothing else of it has. */
function notice({ pairs }: Paste, vendors: readonly VendorEntry[]): Signal[] {
  const names = new Set(pairs.map(({ name }) => name));
  const has = (fields: readonly string[]) => fields.some((field) => names.has(field));
  return vendors.some(({ notices, fields }) => has(notices) && has(fields))
    ? [{ kind: "callback", tier: "soft", at: 0 }]
    : [];
}

/** The statuses of HTTP that a text tells of, other than success; each once. */
export function statusesOf({ lower }: Paste, vendors: readonly VendorEntry[]): number[] {
  const rest = withoutUnsent(lower);
  return [...new Set(statusesIn(rest, isRequest(rest, vendors)).map(({ status }) => status))];
}
