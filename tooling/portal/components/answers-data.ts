import type { Catalogue } from "@setor-tooling/answers/catalogue/catalogue";
import type { Messages } from "../layout/messages/messages.js";

/** What the page of answers loads beside its program. */
export interface AnswersData {
  readonly catalogue: Catalogue;
  readonly answers: Messages["answers"];
  /** Links to the console in which the same can be seen, by vendor, operation and fault. */
  readonly runs: Readonly<Record<string, string>>;
}
