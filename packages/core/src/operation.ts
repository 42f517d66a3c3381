/** What an operation does at the vendor; decides what may be repeated and what a lost answer means. */
export type Effect = "read" | "create" | "money" | "billed" | "auth";

/** What a documented answer means. Reads and billed calls: `ok` or `refused`. Money calls: where the money is. */
export type Outcome = "ok" | "refused" | "paid" | "reversed" | "pending" | "refunded" | "unknown";

/** The part of JSON Schema that the specs use, with every `$ref` replaced by the shape that it names. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
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
  readonly in: "path" | "query" | "body";
  readonly shape: Shape;
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
  readonly shape: Shape;
  readonly outcome: Outcome;
  readonly reason?: string;
  /** The property that is handed over as `data`; the whole answer when there is none. */
  readonly payload?: string;
}

/** The types that belong to an operation; they exist at compile time only. */
export interface OperationTypes {
  input: object;
  effect: Effect;
  answers: Partial<Record<Outcome, unknown>>;
  reason: string;
}

/** An operation as the spec describes it; generated, one per operationId. */
export interface Operation<T extends OperationTypes = OperationTypes> {
  readonly id: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly requestType: "none" | "json" | "form" | "multipart";
  readonly effect: Effect;
  readonly timeoutMs: number;
  /**
   * How long the vendor may work on it after it has arrived, in milliseconds; "not paid" is final only after that.
   * Absent where nobody knows.
   */
  readonly finalAfterMs?: number;
  /** It settles a payment, so its answers are held to the same rules as those of the payment. */
  readonly settles?: true;
  readonly fields: Readonly<Record<string, Field>>;
  /** By HTTP status, the most particular first. */
  readonly answers: Readonly<Record<string, readonly Answer[]>>;
  /** Never set. */
  readonly types?: T;
}
