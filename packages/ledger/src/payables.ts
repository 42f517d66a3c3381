import type { Payable, PlainData } from "@setor/core";

/** Any payable; what its input is, its own types know. */
export type AnyPayable = Payable<object, PlainData, unknown, PlainData>;

/** Names a payable: the function of a vendor's package that makes it. */
export interface PayKind<Input extends object, Receipt, Kept> {
  (client: never, options?: never): Payable<Input, object, Receipt, Kept>;
  /** The vendor's id. */
  readonly vendor: string;
  /** The operationId. */
  readonly operation: string;
}
