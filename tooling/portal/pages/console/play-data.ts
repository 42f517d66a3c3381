import type { Language } from "@setor-tooling/model/languages";
import type { Whereabouts } from "@setor-tooling/play/lesson";
import type { Step } from "@setor-tooling/play/run";
import type { PlayVendor } from "@setor-tooling/play/vendor";
import type { PlayMessages } from "../../layout/messages/play.js";

/** A lesson in the language of the page. */
export interface ToldLesson {
  readonly id: string;
  readonly title: string;
  readonly story: string;
  readonly before: readonly Step[];
  readonly answer: Whereabouts;
  readonly because: string;
  readonly choices: readonly {
    readonly text: string;
    readonly steps: readonly Step[];
    readonly loses: boolean;
    readonly because: string;
  }[];
}

/** What the page of a vendor gives to its program. */
export interface PlayData {
  readonly language: Language;
  readonly vendor: PlayVendor;
  readonly messages: PlayMessages;
  readonly lessons: readonly ToldLesson[];
  /** The lessons of other vendors, and where they are. */
  readonly elsewhere: readonly { readonly title: string; readonly href: string }[];
  /** Where the local sandbox is looked for, when nobody says otherwise. */
  readonly port: number;
  /** The file of the docs server that says on which ports its neighbours are. */
  readonly ports: string;
}
