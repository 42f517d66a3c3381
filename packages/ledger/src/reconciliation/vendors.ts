import type { OptionRule } from "@setor/core";

/** The id of a vendor that the ledger pays: a typing error would compare with nothing. */
export function aVendor(vendors: readonly string[]): OptionRule {
  return (value) =>
    vendors.includes(String(value))
      ? undefined
      : `must be a vendor of this ledger: ${[...new Set(vendors)].join(", ")}`;
}
