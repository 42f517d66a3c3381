import { openLedger } from "../ledger.js";
import { type Asked, readStore } from "./options.js";

/** Holds a ledger against its journal and its seals. Gives whether it is whole. */
export async function verifyLedger(asked: Asked): Promise<boolean> {
  const { seal } = asked;
  const expected = seal === undefined ? {} : { expectSeal: seal };
  const ledger = await openLedger({ store: readStore(asked), payables: [], ...expected });
  try {
    const { ok, lines, payments, seals, problems } = await ledger.verify();
    for (const problem of problems) console.error(problem);
    const counted = `${lines} lines of ${payments} payments and ${seals} seals`;
    console.log(
      ok ? `${counted} are as they were written.` : `${counted} were read; not all are as they were written.`,
    );
    return ok;
  } finally {
    await ledger.close();
  }
}
