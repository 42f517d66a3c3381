import type { Misleading, Reply } from "../../exchange.js";

const byStatus = { path: ["status"], values: ["success", "failed"] };

/** How answers of InterActive can mislead, by operation; `refuse` writes a refusal of `createInvoice`. */
export function qrisMisleading(refuse: (words: string) => Reply): Readonly<Record<string, Misleading>> {
  const contradict: NonNullable<Misleading["contradict"]> = (body) =>
    body["status"] === "success" ? { body: { ...body, status: "failed" } } : {};
  return {
    createInvoice: {
      decidedBy: [byStatus],
      contradict,
      refuseAnother: () => refuse("transcation number is empty"),
    },
    checkInvoice: {
      decidedBy: [{ path: ["data", "qris_status"], values: ["paid", "unpaid"] }, byStatus],
      contradict,
      refuseAnother: () => ({ status: 200, body: { status: "failed, Invoice ID is empty", data: [] } }),
    },
  };
}
