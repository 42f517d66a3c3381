import type { Language } from "./languages.js";

/** A call that can be sent from the page, with the sandbox's seeded data. */
export interface Preset {
  readonly operation: string;
  readonly label: Readonly<Record<Language, string>>;
  /** The argument of the client's method. `$name` stands for what an earlier answer gave, `$now` for the time. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Options of the client that differ from the seeded ones. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What somebody else does in the sandbox, for example who pays. */
export interface ConsoleAction {
  readonly label: Readonly<Record<Language, string>>;
  /** Where it is asked for, under `/sandbox`. */
  readonly path: string;
  /** What is sent there. `$name` stands for what an earlier answer gave; without it the action is not offered. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a result looks like. */
export interface Drawn {
  readonly svg: string;
  /** What is left of the time in which it can be paid. */
  readonly caption: string;
  /** That time is over. */
  readonly over: boolean;
  /** What the picture says, as text. */
  readonly content: string;
  /** Whole rupiah. */
  readonly amount: number;
  readonly merchant: string;
  /** By which it is asked for. */
  readonly reference: string;
}

/** What a result looks like beside its data; nothing, if it has no looks. Runs in a browser. */
export type Picture = (result: unknown, now: Date) => Drawn | undefined;

/** A vendor's part of the try-it page. */
export interface Console {
  /** Fields of answers that later calls take, by the name after the `$`. */
  readonly remembers: readonly string[];
  readonly presets: readonly Preset[];
  readonly actions?: readonly ConsoleAction[];
}
