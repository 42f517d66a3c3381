import type { PlayOperation, PlayVendor } from "@setor-tooling/play/vendor";

export type StageName = "bill" | "pay" | "settle" | "read";

export interface Stage {
  readonly name: StageName;
  readonly operations: readonly PlayOperation[];
}

/** The operations in the order in which one pays: what is owed, paying it, making sure of it. */
export function stagesOf({ operations }: Pick<PlayVendor, "operations">): Stage[] {
  const [only] = operations;
  if (operations.length === 1 && only !== undefined) return [{ name: "read", operations: [only] }];
  const first = operations.findIndex(({ effect }) => moves(effect));
  const asked = new Set(operations.map(({ settledBy }) => settledBy));
  const stageOf = ({ id, effect }: PlayOperation, index: number): StageName => {
    if (moves(effect)) return "pay";
    const after = first === -1 ? operations.findIndex((each) => each.effect === "create") : first;
    return asked.has(id) && index > after ? "settle" : "bill";
  };
  const names = operations.map(stageOf);
  return (["bill", "pay", "settle"] as const).map((name) => ({
    name,
    operations: operations.filter((_, index) => names[index] === name),
  }));
}

function moves(effect: PlayOperation["effect"]): boolean {
  return effect === "money" || effect === "billed";
}
