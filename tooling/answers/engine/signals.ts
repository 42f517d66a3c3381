import type { Paste } from "./paste.js";
import { answerRules, statusInText } from "./rules/answers.js";
import { argument, ownSystemRules } from "./rules/own-system.js";
import { peopleRules } from "./rules/people.js";
import { bareTimeout, earlierAttempts, transportRules } from "./rules/transport.js";
import type { Rule, Signal } from "./signal.js";

export interface Signs {
  readonly signals: readonly Signal[];
  /** Statuses of HTTP that are no success. */
  readonly statuses: readonly number[];
  /** Whether the text tells of attempts before the one that failed. */
  readonly retried: boolean;
  /** The call and the field of which a client complains. */
  readonly argument: { readonly operation: string; readonly field: string } | undefined;
}

/** Every sign in a text, strongest of each kind, where it stands last. */
export function signsIn(paste: Paste): Signs {
  const rules = [...ownSystemRules, ...answerRules, ...transportRules, ...peopleRules];
  const found = rules.flatMap((rule) => signalOf(rule, paste.lower));
  const statuses = statusesIn(paste);
  const complaint = argument.exec(paste.text);
  const [, operation = "", field = ""] = complaint ?? [];
  return {
    signals: [...found, ...statuses.map(fromStatus), ...slowness(paste, found)],
    statuses: statuses.map(({ status }) => status),
    retried: last(earlierAttempts, paste.lower) !== undefined,
    argument: complaint === null ? undefined : { operation, field },
  };
}

function signalOf({ kind, tier, pattern }: Rule, text: string): Signal[] {
  const at = last(pattern, text);
  return at === undefined ? [] : [{ kind, tier, at }];
}

function last(pattern: RegExp, text: string): number | undefined {
  let at: number | undefined;
  for (const found of text.matchAll(pattern)) at = found.index;
  return at;
}

interface Status {
  readonly status: number;
  readonly at: number;
}

function statusesIn({ lower, text }: Paste): Status[] {
  if (/^[345]\d\d$/.test(text)) return [{ status: Number(text), at: 0 }];
  return [...lower.matchAll(statusInText)].map((found) => ({ status: Number(found[1]), at: found.index }));
}

function fromStatus({ status, at }: Status): Signal {
  return { kind: status < 400 ? "redirect" : "gateway", tier: "open", at };
}

/** That a deadline passed, outside what says that it passed before anything was sent. */
function slowness({ lower }: Paste, found: readonly Signal[]): Signal[] {
  const unsent = transportRules.find(({ tier }) => tier === "unsent")?.pattern;
  const rest = unsent === undefined ? lower : lower.replace(unsent, (part) => " ".repeat(part.length));
  const at = last(bareTimeout, rest);
  if (at === undefined) return [];
  const certain = found.some(({ kind, tier }) => kind === "timeout" && tier === "open");
  return certain ? [] : [{ kind: "timeout", tier: "open", at }];
}
