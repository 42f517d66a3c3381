import { doubts, times } from "./rules/doubts.js";
import { claims, type Findings, ofKind, type Verdict } from "./verdict.js";

/** What people say beside a proof that nothing was sent, and that tells of another sending. */
const contrary = [...claims, "pending", "says-paid", "lost", "says-refunded", "says-success"];

/** Nothing left, unless the text tells of more than this one attempt. */
export function unsentOf({ signs, paste, heard, place, catalogue }: Findings): Verdict | undefined {
  const of = (kind: string) => ofKind(catalogue, kind);
  if (signs.argument !== undefined && isClients(signs.argument.operation, catalogue)) return of("argument");
  if (!signs.signals.some(({ tier }) => tier === "unsent")) return undefined;
  if (signs.retried || paste.cut) return of("retried");
  if (signs.signals.some(({ kind }) => kind === "crash")) return of("crash");
  if (signs.own) return of("stopped");
  const said = heard.find(({ kind }) => contrary.includes(kind));
  if (said !== undefined) return of(said.kind);
  const doubt = doubtIn(paste.lower);
  if (doubt !== undefined) return of(doubt);
  const verdict = of("not-sent");
  const effect = place.operation?.effect ?? "money";
  const isPaying = !place.sure || effect === "money" || effect === "create";
  return isPaying ? verdict : { ...verdict, chips: { ...verdict.chips, money: "no-money-involved" } };
}

/** Why the proof is none, as a kind: the text tells of more than this one attempt. */
function doubtIn(text: string): string | undefined {
  const told = doubts.find(([, pattern]) => text.match(pattern) !== null)?.[0];
  if (told !== undefined) return told;
  return new Set(text.match(times)).size > 1 ? "retried" : undefined;
}

/** Whether a name is that of a method or a factory of ours. */
function isClients(name: string, { vendors }: Findings["catalogue"]): boolean {
  const methods = vendors.flatMap(({ operations }) => operations.map(({ id }) => id.toLowerCase()));
  return /^create[A-Z]|^settle/.test(name) || methods.includes(name.toLowerCase());
}
