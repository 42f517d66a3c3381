import type { FaultName } from "@setor/sandbox";

/** What came of a call, in a few words. */
export interface Outcome {
  /** Of a money call: where the money is. */
  readonly state?: string;
  /** Of any other call. */
  readonly ok?: boolean;
  /** Of any other call: what the vendor calls the state, where its answer has one. */
  readonly says?: string;
  readonly reason?: string;
  /** Of an error, returned or thrown. */
  readonly code?: string;
  /** Of an error: whether the vendor may have it. */
  readonly sent?: "no" | "maybe";
  readonly message?: string;
  /** Who can say what became of it, where that is open. */
  readonly settlement?: "call" | "manual";
  /** What people have to check. */
  readonly check?: string;
}

/** What a request says that it signs, out of the same request. */
export interface Signed {
  readonly text: string;
  readonly signature: string;
}

type Happening =
  | {
      readonly lane: "app";
      readonly kind: "called";
      readonly operation: string;
      readonly input: string;
      readonly fault?: FaultName;
      /** The step that is settled. */
      readonly about?: number;
    }
  | {
      readonly lane: "wire";
      readonly kind: "sent";
      readonly operation: string;
      readonly text: string;
      readonly signed?: Signed;
    }
  | {
      readonly lane: "books";
      readonly kind: "booked";
      readonly operation: string;
      readonly what: string;
      /** Whole rupiah that left the payer; negative where they came back. */
      readonly debit: number;
      readonly subject: string;
    }
  | { readonly lane: "books"; readonly kind: "seen"; readonly operation: string; readonly diagnosis?: string }
  | {
      readonly lane: "wire";
      readonly kind: "answered";
      readonly operation: string;
      readonly status: number;
      readonly text: string;
    }
  /** `refused`: no connection. `broken`: it broke, with or without a part of the answer. `given-up`: by the client. */
  | {
      readonly lane: "wire";
      readonly kind: "lost";
      readonly operation: string;
      readonly how: "refused" | "broken" | "given-up";
    }
  | {
      readonly lane: "app";
      readonly kind: "returned";
      readonly operation: string;
      /** The step that called. */
      readonly of: number;
      readonly outcome: Outcome;
      readonly text: string;
    }
  | { readonly lane: "time"; readonly kind: "passed"; readonly ms: number }
  /** Somebody else did something; what the sandbox answered, as text. */
  | { readonly lane: "time"; readonly kind: "acted"; readonly action: number; readonly text: string }
  | { readonly lane: "time"; readonly kind: "reset" }
  /** A step that could not be taken, and why. */
  | { readonly lane: "time"; readonly kind: "skipped"; readonly why: "in-air" | "nothing-there" | "nothing-open" };

/** Something that happened, when, and in which step. */
export type PlayEvent = Happening & {
  /** From 0. */
  readonly step: number;
  /** Milliseconds since 1970-01-01 UTC, by the clock of the sandbox. */
  readonly at: number;
};

export type NewEvent = Happening;
