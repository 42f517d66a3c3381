import { type Decoded, decode, type Repair } from "./decode.js";
import type { SetorErrorCode } from "./errors.js";
import type { Answer, Operation } from "./operation.js";
import { findMismatch, isObject, requiredPaths } from "./shape.js";

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
  readonly message: string;
  readonly repairs: readonly Repair[];
}

/** Final words about money; a repaired body must not be what says them. */
const finalForMoney = new Set(["paid", "reversed", "refunded", "refused"]);

/** Finds the documented answer that this is. Success is what the spec calls success, and nothing else is. */
export function recognise(
  operation: Operation,
  status: number,
  text: string | undefined,
  input: Readonly<Record<string, unknown>>,
): Recognised | Unrecognised {
  if (text === undefined) return unrecognised("too-large", "the body is larger than a megabyte");
  if (status === 0 || (status >= 300 && status < 400)) return unrecognised("redirect", "a redirect, not followed");
  const answers = operation.answers[String(status)];
  if (answers === undefined) return unrecognised("undocumented-status", "the vendor documents no such status");
  const decoded = decode(text);
  const repairs = decoded?.repairs ?? [];
  let foreign = false;
  for (const answer of answers) {
    if (answer.media === "json" && decoded === undefined) continue;
    const value = answer.media === "json" ? decoded?.value : text;
    const mismatch = findMismatch(answer.shape, value, input);
    if (mismatch?.foreign) foreign = true;
    if (mismatch !== undefined) continue;
    if (operation.effect === "money" && finalForMoney.has(answer.outcome) && touchesProof(answer, repairs)) {
      return unrecognised("repaired-body", "the fields that say so are not valid JSON", repairs);
    }
    return { answer, value, repairs };
  }
  if (foreign) return unrecognised("foreign-answer", "the answer is about another request", repairs);
  return unrecognisedBody(text, decoded);
}

/** The text at one of an answer's marked places, with line breaks and runs of spaces collapsed. */
export function textAt(value: unknown, path: readonly string[] | undefined): string {
  if (path === undefined) return "";
  const found = path.reduce<unknown>((node, name) => (isObject(node) ? node[name] : undefined), value);
  return found === undefined || found === null ? "" : String(found).replace(/\s+/g, " ").trim();
}

/** A leading zero in a `code` is how the vendor's document writes it, and changes nothing. */
function touchesProof(answer: Answer, repairs: readonly Repair[]): boolean {
  const proof = requiredPaths(answer.shape);
  return repairs.some(
    ({ kind, path }) => !(kind === "leading-zero" && path.endsWith("/code")) && path !== "" && proof.includes(path),
  );
}

function unrecognisedBody(text: string, decoded: Decoded | undefined): Unrecognised {
  if (text.trim() === "") return unrecognised("empty-body", "the body is empty");
  if (decoded === undefined) return unrecognised("not-json", "the body is not JSON");
  return unrecognised("undocumented-body", "the body is none of the documented answers", decoded.repairs);
}

function unrecognised(code: SetorErrorCode, message: string, repairs: readonly Repair[] = []): Unrecognised {
  return { code, message, repairs };
}
