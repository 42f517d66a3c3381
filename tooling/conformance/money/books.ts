import type { Store } from "@setor/ledger";
import type { Sandbox } from "@setor/sandbox";
import { compare, type Loss, type PaymentCase } from "@setor-tooling/model/money/payment-case";

/** The ledger's own books, read past it. */
export interface Books {
  /** It is paid, or what somebody else should have paid cannot be paid any more. */
  ended(): Promise<boolean>;
  /** What is wrong between the ledger and the vendor's books, if something is. */
  loss(): Promise<Loss | undefined>;
  /** What a payer is shown, and may still pay. */
  shown(): Promise<readonly Record<string, string>[]>;
  close(): Promise<void>;
}

export function booksOf(store: Store, sandbox: Sandbox, { movements, pays, unproved }: PaymentCase<Sandbox>): Books {
  const states = async () => (await store.all("select state from payment")).map(({ state }) => state);
  return {
    async ended() {
      const [state] = await states();
      if (state === "paid") return true;
      if (pays !== undefined) return false;
      const [expired] = await store.all("select n from attempt where state = 'not-paid' and reason = 'expired'");
      return state === "free" && expired !== undefined;
    },
    async loss() {
      const isPaid = (await states()).includes("paid");
      const loss = compare(isPaid, movements(sandbox));
      return loss === "false receipt" && unproved ? undefined : loss;
    },
    async shown() {
      const rows = await store.all(
        "select reference from attempt where state in ('pending', 'not-paid', 'paid') and incoming = 1",
      );
      return rows.map(({ reference }) => JSON.parse(String(reference))).filter(({ invid }) => invid !== "");
    },
    close: () => store.close(),
  };
}
