/** Gives a header by its name in lower case. */
export interface HeaderReader {
  /** `null` where there is no such header. */
  get(name: string): string | null;
}

/** A request as it came in, before any vendor has looked at it. */
export interface RawRequest {
  /** In upper case. */
  readonly method: string;
  /** Path after the vendor's base path, percent-encoded as it came. */
  readonly path: string;
  /** As it came; a name may stand there more than once. */
  readonly query: URLSearchParams;
  readonly headers: HeaderReader;
  /** The body, empty where there is none. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A request that an operation was found for. */
export interface ReceivedRequest extends RawRequest {
  readonly operation: string;
  /** Fields of path, query and body, decoded; files as their bytes. */
  readonly fields: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;
  /** What the operation's `digest` came to; nothing where it has none. */
  readonly digest: string | undefined;
}

/** What a request does to the vendor's books when it is carried out. */
export interface Commit {
  /** In words, for the journal. */
  readonly what: string;
  /** Money that leaves the payer, whole rupiah; 0 where none does, negative where it comes back. */
  readonly debit: number;
  /** What was paid, billed or opened: an invoice, an NTPD, a NOP and year. */
  readonly subject: string;
  apply(): void;
}

/** A vendor's answer, and what it commits before it is sent. */
export interface Reply {
  readonly status: number;
  /** Sent as JSON, unless it is text. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly commit?: Commit;
  /** What only the journal may know: why a signature was refused, for example. */
  readonly diagnosis?: string;
}

/** How the answers of an operation can mislead. A fault whose part is left out makes no sense there. */
export interface Misleading {
  /** For `duplicate-key`: the values that decide, and what each may be; the first that an answer has is repeated. */
  readonly decidedBy?: readonly { readonly path: readonly string[]; readonly values: readonly unknown[] }[];
  /** For `contradiction`: what makes an answer that says yes say no as well; nothing of one that says no. */
  contradict?(body: Readonly<Record<string, unknown>>): Partial<Pick<Reply, "status" | "body">>;
  /** For `foreign-refusal`: what somebody is refused who has asked for another bill; with its number, where it has one. */
  refuseAnother?(request: ReceivedRequest): Reply;
  /** For `slow-settle`: when a payment is carried out that misses every limit, and then shows. */
  readonly settlesAfterMs?: number;
}

/** One operation of a vendor. */
export interface Route {
  readonly operation: string;
  readonly method: "GET" | "POST";
  /** As the spec writes it. */
  readonly path: string;
  /**
   * As the spec writes paths, unless a framework reads them its own way: Spring MVC also takes HEAD and a slash at the
   * end, and without that slash cuts the last parameter at its last dot.
   */
  readonly matching?: "spring-mvc";
  /** The request fields that the journal masks. */
  readonly secrets: readonly string[];
  /** A hash over the request, asked for before `handle`, because the platform's own computes it in its own time. */
  digest?(request: Omit<ReceivedRequest, "digest">): Promise<string | undefined>;
  /** Not a promise: two payments at once must not both find the bill unpaid. */
  handle(request: ReceivedRequest): Reply;
}

/** One vendor with its state. */
export interface VendorServer<State extends object = object> {
  readonly routes: readonly Route[];
  /** By operation. */
  readonly misleading: Readonly<Record<string, Misleading>>;
  /** The state, for tests to look at. */
  readonly state: State;
}
