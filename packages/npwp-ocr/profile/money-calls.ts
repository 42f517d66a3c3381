import { createNpwpOcr } from "@setor/npwp-ocr";
import { type MoneyCall, unanswered } from "@setor-tooling/model/money/money-call";
import { jpeg } from "../test/photo.js";
import { account } from "./account.js";

/** Billed, so it throws; no answer says whether it was, only the error's `sent` that it was not. */
const readNpwp: MoneyCall = {
  operation: "readNpwp",
  async prepare(wiring) {
    const ocr = createNpwpOcr({ ...account, ...wiring });
    return async (call) => {
      try {
        const card = await ocr.readNpwp({ img: jpeg, refNumber: "REF202209230001" }, call);
        return card.ok ? { state: "read" } : { state: "nothing read", why: card.reason };
      } catch (error) {
        return unanswered(error, "may have been billed");
      }
    };
  },
};

export const moneyCalls: readonly MoneyCall[] = [readNpwp];
