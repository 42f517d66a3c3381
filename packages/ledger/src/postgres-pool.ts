import type { Row } from "./store.js";

/** The part of a `Pool` of `pg` that is used. */
export interface PostgresPool {
  /** Runs a statement on a connection that is free. */
  query(text: string, values?: unknown[]): Promise<PostgresResult>;
  /** Takes a connection. */
  connect(): Promise<PostgresClient>;
  /** Closes all of them. */
  end(): Promise<void>;
}

/** One connection of a pool. */
export interface PostgresClient {
  /** Runs a statement. */
  query(text: string, values?: unknown[]): Promise<PostgresResult>;
  /** Tells of a connection that breaks. */
  on(event: "error", listener: () => void): unknown;
  /** Tells what the server says beside an answer. */
  on(event: "notice", listener: (notice: PostgresNotice) => void): unknown;
  /** Tells no more. */
  removeListener(event: "error" | "notice", listener: (notice: PostgresNotice) => void): unknown;
  /** Gives it back to its pool, or ends it. */
  release(destroy?: boolean): void;
}

/** What the server says beside an answer. */
export interface PostgresNotice {
  /** SQLSTATE, five characters. */
  readonly code?: string | undefined;
  /** The function of the server that says it. */
  readonly routine?: string | undefined;
}

/** What a query gives. */
export interface PostgresResult {
  /** By the names of the columns. */
  readonly rows: Row[];
  /** How many were read or changed. */
  readonly rowCount: number | null;
}

/** The code of an error of Postgres, or of the connection. */
export function codeOf(error: unknown): string | undefined {
  const code = typeof error === "object" && error !== null ? Reflect.get(error, "code") : undefined;
  return typeof code === "string" ? code : undefined;
}

/** The code of what a role may not do. */
export const notAllowed = "42501";
