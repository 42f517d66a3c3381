import { type Decoded, decode, type Repair } from "./decode.js";
import type { SetorErrorCode } from "./errors.js";
import type { Answer, Operation, Shape } from "./operation.js";
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
  readonly repairs: readonly Repair[];
}

/** What leaves open where the money is; everything else must not rest on a repaired body. */
const open = ["pending", "unknown"];

/** Finds the documented answer that this is. Success is what the spec calls success, and nothing else is. */
export function recognise(
  operation: Operation,
  status: number,
  text: string | undefined,
  input: Readonly<Record<string, unknown>>,
): Recognised | Unrecognised {
  if (text === undefined) return unrecognised("too-large");
  if (status === 0 || (status >= 300 && status < 400)) return unrecognised("redirect");
  const answers = operation.answers[String(status)];
  if (answers === undefined) return unrecognised("undocumented-status");
  const decoded = decode(text);
  const repairs = decoded?.repairs ?? [];
  let foreign = false;
  for (const answer of answers) {
    if (!answer.text && decoded === undefined) continue;
    const value = answer.text ? text : decoded?.value;
    const mismatch = findMismatch(answer.shape, value, input);
    if (mismatch?.foreign) foreign = true;
    if (mismatch !== undefined) continue;
    if (operation.effect === "money" && !open.includes(answer.outcome) && touchesProof(answer, repairs)) {
      return unrecognised("repaired-body", repairs);
    }
    return { answer, value, repairs };
  }
  if (foreign) return unrecognised("foreign-answer", repairs);
  return unrecognisedBody(text, decoded);
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

/** A leading zero in a `code` is how the vendor's document writes it, and changes nothing. */
function touchesProof(answer: Answer, repairs: readonly Repair[]): boolean {
  const proof = requiredPaths(answer.shape);
  return repairs.some(
    ({ kind, path }) => !(kind === "leading-zero" && path.endsWith("/code")) && path !== "" && proof.includes(path),
  );
}

function unrecognisedBody(text: string, decoded: Decoded | undefined): Unrecognised {
  if (text.trim() === "") return unrecognised("empty-body");
  if (decoded === undefined) return unrecognised("not-json");
  return unrecognised("undocumented-body", decoded.repairs);
}

function unrecognised(code: SetorErrorCode, repairs: readonly Repair[] = []): Unrecognised {
  return { code, repairs };
}
