import { loadProfile } from "@setor-tooling/model/load-profile";
import type { MoneyCall } from "@setor-tooling/model/money/money-call";
import type { SpecOperation } from "@setor-tooling/model/spec/document";
import { listOperations, readSpec } from "@setor-tooling/model/spec/load";
import { listVendors, type Vendor } from "@setor-tooling/model/vendors";

export interface VendorCall extends MoneyCall {
  readonly vendor: string;
}

/** The money calls of all vendors: first what moves money, and of that first what the client itself can settle. */
export async function listMoneyCalls(): Promise<VendorCall[]> {
  const ranked = await Promise.all(listVendors().map(rankCalls));
  return ranked
    .flat()
    .sort((a, b) => a.rank - b.rank)
    .map(({ call }) => call);
}

async function rankCalls(vendor: Vendor) {
  const { moneyCalls = [] } = await loadProfile(vendor);
  const operations = listOperations(readSpec(vendor)).map(({ operation }) => operation);
  return moneyCalls.map((call) => {
    const operation = operations.find(({ operationId }) => operationId === call.operation);
    if (operation === undefined) throw new Error(`${vendor.id}: there is no operation ${call.operation}`);
    return { call: { vendor: vendor.id, ...call }, rank: rankOf(operation) };
  });
}

function rankOf({
  "x-effect": effect,
  "x-settled-by": settledBy,
  "x-final-after-ms": finalAfterMs,
}: SpecOperation): number {
  if (effect === "billed") return 4;
  if (effect !== "money") return 3;
  if (settledBy === "manual") return 2;
  return finalAfterMs === undefined ? 1 : 0;
}
