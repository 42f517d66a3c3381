/** One textual change of a client's source that its suite must notice. */
export interface ClientMutation {
  readonly name: string;
  /** Path below `packages/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}
