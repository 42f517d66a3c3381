import type { Console } from "@setor-tooling/model/console";

/** A console as its page gets it. */
export interface SeededConsole extends Console {
  /** The name of the package's function that makes the client. */
  readonly factory: string;
  /** The seeded account. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The faults that make sense, by operation. */
  readonly faults: Readonly<Record<string, readonly string[]>>;
}
