import { defaultStart, type Run, type Step } from "./run.js";

/** Whoever reads a link of a newer kind says so instead of guessing. */
const version = 1;

/** The longest link that is read. */
const longestLink = 20_000;

/** Why a link cannot be played. */
export type LinkProblem = "unreadable" | "too-long" | "version";

/** A link as it was read; what it says has still to be held against the vendor, by `checkRun`. */
export type ReadLink =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: LinkProblem };

/** The run as the part of a link after `#`: what can stand in a URL as it is. */
export function writeLink({ vendor, start, seed, steps }: Run): string {
  const parts = [version, vendor, start === defaultStart ? 0 : start, seed ?? 0, steps.map(shorten)];
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Reads the part of a link after `#`, with or without it; whatever is pasted, it throws nothing. */
export function readLink(text: string): ReadLink {
  if (text.length > longestLink) return { ok: false, problem: "too-long" };
  const parts = parse(text.trim().replace(/^#/, ""));
  if (!Array.isArray(parts)) return { ok: false, problem: "unreadable" };
  const [found, vendor, start, seed, steps] = parts;
  if (found !== version) return { ok: false, problem: typeof found === "number" ? "version" : "unreadable" };
  if (!Array.isArray(steps)) return { ok: false, problem: "unreadable" };
  const value = {
    vendor,
    start: start === 0 ? defaultStart : start,
    ...(seed !== 0 && { seed }),
    steps: steps.map(lengthen),
  };
  return { ok: true, value };
}

function parse(text: string): unknown {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function shorten(step: Step): unknown[] {
  switch (step.do) {
    case "call": {
      const { operation, input, fault, options } = step;
      const rest = options === undefined ? (fault === undefined ? [] : [fault]) : [fault ?? 0, options];
      return ["c", operation, input, ...rest];
    }
    case "settle":
      return ["s", step.of];
    case "advance":
      return ["t", step.ms];
    case "act":
      return ["a", step.action, step.of];
    case "reset":
      return ["r"];
  }
}

/** A step as it was written; what is none stays what it is, for the check to refuse. */
function lengthen(written: unknown): unknown {
  if (!Array.isArray(written)) return written;
  const [kind, first, second, third, fourth] = written;
  switch (kind) {
    case "c":
      return {
        do: "call",
        operation: first,
        input: second,
        ...(third !== undefined && third !== 0 && { fault: third }),
        ...(fourth !== undefined && { options: fourth }),
      };
    case "s":
      return { do: "settle", of: first };
    case "t":
      return { do: "advance", ms: first };
    case "a":
      return { do: "act", action: first, of: second };
    case "r":
      return { do: "reset" };
    default:
      return undefined;
  }
}
