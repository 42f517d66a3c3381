import { decode } from "./decode.js";
import type { SetorErrorCode } from "./errors.js";
import type { Answer, Operation, Shape } from "./operation.js";
import { findMismatch, isObject, knownNames, provingPaths } from "./shape.js";
import type { Decoded, Repair } from "./tolerant-json.js";

/** An answer that the spec knows. */
export interface Recognised {
  readonly answer: Answer;
  readonly value: unknown;
  readonly repairs: readonly Repair[];
}

/** An answer that it does not know, and why. */
export interface Unrecognised {
  readonly answer?: undefined;
  readonly code: SetorErrorCode;
  readonly repairs: readonly Repair[];
}

/** What leaves open where the money is; everything else must not rest on a repaired body. */
const open = ["pending", "unknown"];

/** A body with more repairs than a record shows proves nothing. */
const maxShown = 20;

/** Finds the documented answer that this is. Success is what the spec calls success, and nothing else is. */
export function recognise(
  operation: Operation,
  status: number,
  text: string | undefined,
  input: Readonly<Record<string, unknown>>,
): Recognised | Unrecognised {
  if (text === undefined) return unrecognised("too-large");
  if (status === 0 || (status >= 300 && status < 400)) return unrecognised("redirect");
  const answers = Object.hasOwn(operation.answers, status) ? operation.answers[String(status)] : undefined;
  if (answers === undefined) return unrecognised("undocumented-status");
  const decoded = decode(text);
  const found = decoded?.repairs ?? [];
  const repairs = shown(operation, found);
  let mismatchedEcho = false;
  for (const answer of answers) {
    if (!answer.text && decoded === undefined) continue;
    const value = answer.text ? text : decoded?.value;
    const mismatch = findMismatch(answer.shape, value, input);
    if (mismatch?.echo) mismatchedEcho = true;
    if (mismatch !== undefined) continue;
    // An answer that names another bill is somebody else's, also where a looser one would take it.
    if (mismatchedEcho && isAboutMoney(operation)) break;
    if (!open.includes(answer.outcome) && !answer.text && spoilsProof(operation, answer, found)) {
      return unrecognised("repaired-body", repairs);
    }
    return { answer, value, repairs };
  }
  if (mismatchedEcho) return unrecognised("correlation-mismatch", repairs);
  return unrecognisedBody(text, decoded, repairs);
}

/** The vendor's code or words in an answer, if it has any, with line breaks and runs of spaces collapsed. */
export function textOf(role: Shape["role"], shape: Shape, value: unknown): string | undefined {
  if (shape.role === role && value !== undefined) return `${value ?? ""}`.replace(/\s+/g, " ").trim();
  const parts = isObject(value) ? Object.entries(shape.properties ?? {}) : [];
  return [
    ...(shape.allOf ?? []).map((member) => textOf(role, member, value)),
    ...parts.map(([name, property]) => textOf(role, property, isObject(value) ? value[name] : undefined)),
  ].find((found) => found !== undefined);
}

/** It moves money, or settles what became of money. */
function isAboutMoney({ effect, settles }: Operation): boolean {
  return effect === "money" || settles === true;
}

/**
 * Whether the repairs of a body leave nothing proved. Notices of PHP were seen in front of answers; a leading
 * zero in a `code` is how a vendor's document writes it. What opens something is no money yet: only the log of a failure
 * around an answer, or a second meaning in it, says that nothing was opened.
 */
function spoilsProof(operation: Operation, { shape }: Answer, repairs: readonly Repair[]): boolean {
  if (repairs.length === 0) return false;
  const ambiguous = repairs.some(({ kind }) => kind === "noise" || kind === "duplicate-key");
  if (!isAboutMoney(operation)) return ambiguous && operation.effect === "create";
  if (ambiguous || repairs.length > maxShown) return true;
  const proof = provingPaths(shape);
  return repairs.some(({ kind, path }) => {
    if (kind === "notice" || (kind === "leading-zero" && path.endsWith("/code"))) return false;
    return proof.some((proving) => proving === path || proving.startsWith(`${path}/`));
  });
}

const namesOf = new WeakMap<Operation, ReadonlySet<string>>();

/** The repairs as a record may hold them: at most 20, and of the names in a body only those that the spec knows. */
function shown(operation: Operation, repairs: readonly Repair[]): readonly Repair[] {
  if (repairs.length === 0) return repairs;
  let names = namesOf.get(operation);
  if (names === undefined) {
    names = new Set(Object.values(operation.answers).flatMap((list) => list.flatMap(({ shape }) => knownNames(shape))));
    namesOf.set(operation, names);
  }
  const known = names;
  const mask = (name: string) => (name === "" || /^[0-9]{1,4}$/.test(name) || known.has(name) ? name : "*");
  return repairs.slice(0, maxShown).map(({ kind, path }) => ({ kind, path: path.split("/").map(mask).join("/") }));
}

function unrecognisedBody(text: string, decoded: Decoded | undefined, repairs: readonly Repair[]): Unrecognised {
  if (text.trim() === "") return unrecognised("empty-body");
  if (decoded === undefined) return unrecognised("not-json");
  return unrecognised("undocumented-body", repairs);
}

function unrecognised(code: SetorErrorCode, repairs: readonly Repair[] = []): Unrecognised {
  return { code, repairs };
}
