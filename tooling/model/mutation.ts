/** One defect planted in a client's source. */
export interface ClientMutation {
  readonly name: string;
  /** Path below `packages/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}
