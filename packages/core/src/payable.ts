import type { CallOptions } from "./call.js";
import { defaultTransportMs } from "./finality.js";
import { aClock, checkOptions, milliseconds } from "./options.js";

/** What a ledger has to know of an operation that moves money, is billed or opens something that can be paid. */
export interface PaymentPolicy {
  /** `money` is sent by us, `billed` as well; with `create` somebody else pays what is opened. */
  readonly effect: "money" | "billed" | "create";
  /** What tells one payment from another: fields of the request, and what the caller has to add. */
  readonly businessKey: readonly string[];
  /** What the vendor is asked with. */
  readonly reference: readonly string[];
  /** The operation that says what became of it, or `manual`: people find out. */
  readonly settledBy: string;
  /** Deadline of the call, in milliseconds. */
  readonly deadlineMs: number;
  /** How long the vendor may work on it, in milliseconds; absent where nobody knows. */
  readonly finalAfterMs?: number;
  /** When and how often the vendor is asked; absent where no call settles it. */
  readonly ask?: AskPolicy;
  /** What a new attempt is sent with, when the one before is known to have failed. */
  readonly resend: "new-reference" | "same-reference" | "by-decision";
  /** The operation whose payment it takes back; when it is done it is `reversed`, and so is that payment. */
  readonly undoes?: string;
  /** The fields of a receipt that may be kept: neither secret nor personal. */
  readonly keep: readonly string[];
}

/** When and how often the vendor is asked what became of an attempt; milliseconds. */
export interface AskPolicy {
  /** The first time, after it was written down. */
  readonly afterMs: number;
  /** The shortest pause between two askings about the same attempt. */
  readonly everyMs: number;
  /** The longest time of asking; people look at it then. */
  readonly untilMs: number;
  /** How often at most about one attempt. */
  readonly max?: number;
  /** The shortest pause between two askings by one account of the vendor, whatever they are about. */
  readonly paceMs?: number;
}

/** JSON without `undefined`, functions and dates. */
export type PlainData = {
  readonly [name: string]: string | number | boolean | null | PlainData | readonly PlainData[];
};

/** What is known before a payment is sent: with what it can be asked for, and its amount in whole rupiah. */
export interface PreparedPayment<Reference> {
  /** Plain data, without personal data and secrets. */
  readonly reference: Reference;
  /** Whole rupiah, where it is known. */
  readonly amount?: number;
}

/** The vendor has a reason why it cannot be paid; nothing was sent. */
export interface PreparedRefusal {
  /** One of the reasons that the spec lists. */
  readonly reason: string;
}

/** What an answer says of one attempt. */
export type Finding<Receipt, Kept, Reference> =
  | FoundDone<Receipt, Kept>
  | FoundRefunded<Receipt, Kept>
  | FoundNothing
  | FoundPending<Reference>
  | FoundWaiting<Reference>
  | FoundUnknown;

/** The money moved, and this proves it. */
export interface FoundDone<Receipt, Kept> {
  /** What the payment is called when it is done. */
  readonly state: "paid" | "reversed";
  /** What the vendor answered. */
  readonly receipt: Receipt;
  /** What of it may be kept: neither secret nor personal. */
  readonly kept: Kept;
  /** Whole rupiah, where the answer says it. */
  readonly amount?: number;
}

/** The money came back. */
export interface FoundRefunded<Receipt, Kept> {
  /** It came back. */
  readonly state: "refunded";
  /** What the vendor answered. */
  readonly receipt: Receipt;
  /** What of it may be kept: neither secret nor personal. */
  readonly kept: Kept;
}

/** Nothing moved, and nothing will: the vendor refused it, or not a byte left. */
export interface FoundNothing {
  /** Which of the two. */
  readonly state: "refused" | "not-sent";
  /** Why. */
  readonly reason: string;
}

/** The vendor is at work on it. */
export interface FoundPending<Reference> {
  /** It is not decided yet. */
  readonly state: "pending";
  /** What to ask with from now on, where that has changed. */
  readonly reference?: Reference;
}

/** It is open, and somebody else may pay it. */
export interface FoundWaiting<Reference> {
  /** It can be paid. */
  readonly state: "waiting";
  /** What to ask with, and what to show. */
  readonly reference: Reference;
  /** When nobody can pay it any more, in milliseconds from now on. */
  readonly finalAfterMs: number;
}

/** Nothing was learnt. */
export interface FoundUnknown {
  /** Nobody knows. */
  readonly state: "unknown";
  /** What went wrong, where something did. */
  readonly reason?: string;
}

/** How it is asked. */
export interface Asking extends CallOptions {
  /** Sending, transport time and the vendor's limit are over, so "not paid" is final. */
  readonly over: boolean;
  /** How often it was asked before. */
  readonly asks: number;
  /** When it was written down, by the clock of the store; milliseconds since 1970. */
  readonly since: number;
  /** Now, by the same clock. */
  readonly now: number;
}

/** One payment that is to be made. */
export interface PaymentOrder<Reference, Receipt, Kept> {
  /** What tells one payment from another, in one form however it was written. */
  readonly key: readonly string[];
  /** Whole rupiah, where the caller says it. */
  readonly amount?: number;
  /** The key of the payment that it takes back, where the policy says that it does. */
  readonly undoes?: readonly string[];
  /** What has to be known before; moves no money, and can be done again. */
  prepare(call: CallOptions): Promise<PreparedPayment<Reference> | PreparedRefusal>;
  /** Sends it, once; nothing is thrown. */
  send(prepared: PreparedPayment<Reference>, call: CallOptions): Promise<Finding<Receipt, Kept, Reference>>;
}

/** One operation of a client as a ledger uses it. */
export interface Payable<Input, Reference, Receipt, Kept> {
  /** The vendor's id. */
  readonly vendor: string;
  /** The operationId. */
  readonly operation: string;
  /** Which of several accounts at the vendor; its budget of askings is shared by a fleet. */
  readonly account: string;
  /** From the spec. */
  readonly policy: PaymentPolicy;
  /** How long what was sent can take to arrive, in milliseconds. */
  readonly transportMs: number;
  /** What people check where no call says what became of it. */
  readonly check?: string;
  /**
   * Reads an input, once: what the caller does with his own object later changes nothing.
   * @throws TypeError for a wrong argument
   */
  take(input: Input): Promise<PaymentOrder<Reference, Receipt, Kept>>;
  /** Asks once what became of it; moves no money. */
  ask?(reference: Reference, asking: Asking): Promise<Finding<Receipt, Kept, Reference>>;
  /** The reference that a notice of the vendor's names, if it is one of this operation. */
  noticed?(notice: object): string | undefined;
  /** When nobody can pay any more what was opened, in milliseconds since 1970. */
  expiresAt?(reference: Reference): number;
}

/** What a payable is made with. */
export interface PayableOptions {
  /** How long what was sent can take to arrive, in milliseconds; 125,000 by default, which is Linux's. */
  readonly transportMs?: number;
  /** How long the vendor may work on it, in milliseconds, where you have agreed on that with the vendor. */
  readonly finalAfterMs?: number;
  /** The clock for stamps, the platform's by default. */
  readonly now?: () => Date;
  /** A name for the account at the vendor, where a ledger has several; never the credential itself. */
  readonly account?: string;
}

/** Makes a payable of a client; also names it, where a ledger is told what to pay. */
export interface PayableKind<Client, Input, Reference, Receipt, Kept> {
  (client: Client, options?: PayableOptions): Payable<Input, Reference, Receipt, Kept>;
  /** The vendor's id. */
  readonly vendor: string;
  /** The operationId. */
  readonly operation: string;
}

/** What a vendor's package says of one operation. */
export interface PayableSource<Client, Input, Reference, Receipt, Kept> {
  /** The vendor's id. */
  readonly vendor: string;
  /** The operationId. */
  readonly operation: string;
  /** From the spec. */
  readonly policy: PaymentPolicy;
  /** What the client does for it. */
  bind(
    client: Client,
    now: () => Date,
  ): Pick<Payable<Input, Reference, Receipt, Kept>, "take" | "ask" | "check" | "noticed" | "expiresAt">;
}

/** Makes the kind of one operation of a vendor. */
export function payableKind<Client, Input, Reference, Receipt, Kept>(
  source: PayableSource<Client, Input, Reference, Receipt, Kept>,
): PayableKind<Client, Input, Reference, Receipt, Kept> {
  const { vendor, operation, policy, bind } = source;
  const make = (client: Client, options: PayableOptions = {}): Payable<Input, Reference, Receipt, Kept> => {
    checkOptions(`the payable of ${operation}`, options, {
      account: (value) =>
        typeof value === "string" && /^[\w.-]{1,100}$/.test(value) ? undefined : "must be a plain name",
      transportMs: milliseconds,
      finalAfterMs: milliseconds,
      now: aClock,
    });
    const { account = "default", transportMs = defaultTransportMs, finalAfterMs, now = () => new Date() } = options;
    const agreed = finalAfterMs === undefined ? policy : { ...policy, finalAfterMs };
    return { vendor, operation, account, policy: agreed, transportMs, ...bind(client, now) };
  };
  return Object.assign(make, { vendor, operation });
}

/** The fields of a receipt that may be kept: plain values of these names. */
export function keptFields(receipt: object, { keep }: PaymentPolicy): PlainData {
  const kept = keep.flatMap((name) => {
    const value: unknown = Object.getOwnPropertyDescriptor(receipt, name)?.value;
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? [[name, value]] : [];
  });
  return Object.fromEntries(kept);
}
