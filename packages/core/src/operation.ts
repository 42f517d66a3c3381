/** What an operation does at the vendor; decides what may be repeated and what a lost answer means. */
export type Effect = "read" | "create" | "money" | "billed" | "auth";

/** What a documented answer means. Reads and billed calls: `ok` or `refused`. Money calls: where the money is. */
export type Outcome = "ok" | "refused" | "paid" | "reversed" | "pending" | "refunded" | "unknown";

/** The part of JSON Schema that the specs use, with every `$ref` replaced by the shape that it names. */
export interface Shape {
  /** As in JSON Schema, or `binary`. */
  readonly type?: string | readonly string[];
  /** The only value. */
  readonly const?: unknown;
  /** The only values. */
  readonly enum?: readonly unknown[];
  /** What a text must match. */
  readonly pattern?: string;
  /** Fewest characters of a text. */
  readonly minLength?: number;
  /** Most characters of a text. */
  readonly maxLength?: number;
  /** The least number. */
  readonly minimum?: number;
  /** The greatest number. */
  readonly maximum?: number;
  /** The properties that must be there. */
  readonly required?: readonly string[];
  /** The properties by name. */
  readonly properties?: Readonly<Record<string, Shape>>;
  /** What each item must be. */
  readonly items?: Shape;
  /** What it must be as well. */
  readonly allOf?: readonly Shape[];
  /** The request field that this value must equal, where it says anything. */
  readonly echo?: string;
  /** The value is free text; what this pattern captures in it, wherever it matches, has to equal `echo`. */
  readonly echoPattern?: string;
  /** What the value is in an answer: the vendor's code, or its words. */
  readonly role?: "code" | "message";
}

/** One field of a request. */
export interface Field {
  /** Where it stands in the request. */
  readonly in: "path" | "query" | "body";
  /** What it must be. */
  readonly shape: Shape;
  /** It must be given. */
  readonly required?: true;
  /** Given at construction, never as an argument. */
  readonly secret?: true;
  /** Shown in the complaint about a wrong argument. */
  readonly example?: string | number;
}

/** One documented answer. */
export interface Answer {
  /** The body is taken as text; it is JSON otherwise. */
  readonly text?: true;
  /** What the body must be. */
  readonly shape: Shape;
  /** What it means. */
  readonly outcome: Outcome;
  /** Why it was refused, by a word of the spec. */
  readonly reason?: string;
  /** The property that is handed over as `data`; the whole answer when there is none. */
  readonly payload?: string;
}

/** The types that belong to an operation; they exist at compile time only. */
export interface OperationTypes {
  /** The argument. */
  input: object;
  /** What it does at the vendor. */
  effect: Effect;
  /** What is handed over as `data`, by what the answer means. */
  answers: Partial<Record<Outcome, unknown>>;
  /** Every reason of its refusals. */
  reason: string;
}

/** An operation as the spec describes it; generated, one per operationId. */
export interface Operation<T extends OperationTypes = OperationTypes> {
  /** The operationId. */
  readonly id: string;
  /** Of HTTP. */
  readonly method: "GET" | "POST";
  /** As the spec writes it. */
  readonly path: string;
  /** How its body is written. */
  readonly requestType: "none" | "json" | "form" | "multipart";
  /** What it does at the vendor. */
  readonly effect: Effect;
  /** Deadline, in milliseconds. */
  readonly timeoutMs: number;
  /**
   * How long the vendor may work on it after it has arrived, in milliseconds; "not paid" is final only after that.
   * Absent where nobody knows.
   */
  readonly finalAfterMs?: number;
  /** It settles a payment, so its answers are held to the same rules as those of the payment. */
  readonly settles?: true;
  /** What it sends, by name. */
  readonly fields: Readonly<Record<string, Field>>;
  /** By HTTP status, the most particular first. */
  readonly answers: Readonly<Record<string, readonly Answer[]>>;
  /** Never set. */
  readonly types?: T;
}
