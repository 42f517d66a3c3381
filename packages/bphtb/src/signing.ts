/** What is signed besides the token. */
export interface SignedParts {
  /** Begins with a slash; no host, no query. */
  readonly path: string;
  /** HTTP method, in capitals. */
  readonly verb: string;
  /** The text of `X-Timestamp`: UTC, `yyyy-MM-ddTHH:mm:ss.SSSZ`. */
  readonly timestamp: string;
  /** The text that is sent, to the byte; empty for a GET. */
  readonly body: string;
}

/**
 * The text that `X-Signature` signs.
 * @see the signing code under "Authentication" in the vendor's document
 */
export function stringToSign({ path, verb, timestamp, body }: SignedParts, token: string): string {
  return `path=${path}&verb=${verb}&token=Bearer ${token}&timestamp=${timestamp}&body=${body}`;
}
