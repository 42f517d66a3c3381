import { hash } from "node:crypto";

/** What a line of the journal is hashed from; the database does the same where it has to. */
export interface HashedLine {
  readonly prev: string;
  readonly payment: string;
  readonly n: number;
  readonly at: number;
  readonly actor: string;
  readonly event: string;
  readonly data: string;
}

/** The hash of a line: SHA-256 over what it continues and what it says, one on a line. */
export function hashLine({ prev, payment, n, at, actor, event, data }: HashedLine): string {
  return sha256([prev, payment, n, at, actor, event, data].join("\n"));
}

/** The hash of a seal: over that of the seal before, and those of the lines in between, in their order. */
export function hashSeal(lines: readonly string[], prev: string): string {
  return sha256([prev, ...lines].join("\n"));
}

export function sha256(text: string): string {
  return hash("sha256", text);
}
