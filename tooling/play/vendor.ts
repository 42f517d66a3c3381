import type { FaultName } from "@setor/sandbox";
import type { Console } from "@setor-tooling/model/console";

/** What an operation does: as the spec's `x-effect` says. */
export type PlayEffect = "read" | "create" | "money" | "billed" | "auth";

/** A field of a form. */
export interface PlayField {
  readonly name: string;
  /** `time` and `photo` are what a call is given in their place; the others are as the schema has them. */
  readonly kind: "text" | "number" | "choice" | "time" | "photo";
  readonly required: boolean;
  readonly choices?: readonly string[];
  readonly pattern?: string;
  /** In the language of the page, Markdown. */
  readonly description?: string;
}

export interface PlayOperation {
  readonly id: string;
  readonly title: string;
  readonly effect: PlayEffect;
  /** The deadline of its calls. */
  readonly timeoutMs: number;
  /** The operation that says what became of it, or `manual`; absent where nothing is to be settled. */
  readonly settledBy?: string;
  readonly fields: readonly PlayField[];
  /** Those that make sense for it. */
  readonly faults: readonly FaultName[];
}

/** How requests are signed, where they are: what a reader needs to sign them again. */
export interface PlaySigning {
  /** With `{path}`, `{verb}`, `{token}`, `{timestamp}` and `{body}` in their places. */
  readonly text: string;
  readonly unsignedPrefix: string;
  /** The headers that it makes, by what they carry. */
  readonly timestampHeader: string;
  readonly signatureHeader: string;
  /** The value of the secret, which is the sandbox's own. */
  readonly secret: string;
}

/** Everything that a run needs to know of a vendor, as plain data. */
export interface PlayVendor extends Console {
  readonly id: string;
  /** The package, and the function of it that makes the client. */
  readonly packageName: string;
  readonly factory: string;
  /** The account that the sandbox begins with, as options of the client. */
  readonly options: Readonly<Record<string, string>>;
  readonly operations: readonly PlayOperation[];
  readonly signing?: PlaySigning;
  /** What can be changed of the seed, and how it is by default. */
  readonly seed: Readonly<Record<string, string | number | boolean>>;
}

/** @throws Error for an operation that the vendor does not have */
export function findOperation({ id: vendor, operations }: PlayVendor, id: string): PlayOperation {
  const found = operations.find((operation) => operation.id === id);
  if (found === undefined) throw new Error(`${vendor}: there is no operation ${id}`);
  return found;
}
