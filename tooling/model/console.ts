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

/** A vendor's part of the try-it page. */
export interface Console {
  /** Fields of answers that later calls take, by the name after the `$`. */
  readonly remembers: readonly string[];
  readonly presets: readonly Preset[];
}
