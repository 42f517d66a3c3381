import type { Language } from "@setor-tooling/model/languages";
import type { Step } from "./run.js";

type Text = Readonly<Record<Language, string>>;

/** Where the money is, as far as anybody can know at that moment. */
export type Whereabouts = "moved" | "not-moved" | "nobody-knows";

/** Something that the reader can do now, and what becomes of it. */
export interface Choice {
  readonly text: Text;
  readonly steps: readonly Step[];
  /** Whether money gets lost that way. */
  readonly loses: boolean;
  /** Why. */
  readonly because: Text;
}

/** One way in which money gets lost, to be tried. */
export interface Lesson {
  readonly id: string;
  readonly vendor: string;
  readonly title: Text;
  /** What has happened so far. */
  readonly story: Text;
  /** What is done before the reader has his turn. */
  readonly before: readonly Step[];
  /** What he is asked: where the money is by what his own program has seen. */
  readonly answer: Whereabouts;
  readonly because: Text;
  /** What he can do next. */
  readonly choices: readonly Choice[];
}
