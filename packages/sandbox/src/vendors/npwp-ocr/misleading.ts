import type { Misleading } from "../../exchange.js";
import { failed } from "./answers.js";

/** How an answer of ADINS can mislead. */
export const readNpwpMisleading: Misleading = {
  decidedBy: [{ path: ["status"], values: ["SUCCESS", "FAILED"] }],
  contradict: (body) => (body["status"] === "SUCCESS" ? { body: { ...body, ...failed("NPWP NOT FOUND") } } : {}),
  refuseAnother: () => ({ status: 200, body: failed("Parameter invalid, please check your request") }),
};
