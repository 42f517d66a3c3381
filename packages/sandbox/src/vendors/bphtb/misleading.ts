import type { Misleading } from "../../exchange.js";
import type { Refuse } from "./guard.js";

/** Longer than a client waits; the vendor documents no limit of its own. */
const afterAnyLimitMs = 50_000;

/** How answers of epad-karo can mislead, by operation. Its refusals name no bill, so those of another look like one's own. */
export function bphtbMisleading(refuse: Refuse): Readonly<Record<string, Misleading>> {
  const shared: Misleading = {
    // Whatever the body says, the status says that nothing was done.
    contradict: ({ status }) => (status === true ? { status: 401 } : {}),
    refuseAnother: () => refuse("4042401", "SSPD NTPD not found"),
  };
  const byStatus = { path: ["status"], values: [true, false] };
  return {
    findSspd: { ...shared, decidedBy: [{ path: ["data", "payment_status"], values: ["paid", "unpaid"] }, byStatus] },
    paySspd: {
      ...shared,
      decidedBy: [{ path: ["data", "status"], values: ["paid", "unpaid"] }, byStatus],
      settlesAfterMs: afterAnyLimitMs,
    },
  };
}
