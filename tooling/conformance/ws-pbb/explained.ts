import type { Outcome, Step } from "./run-steps.js";
import type { Build } from "./service.js";

/** Where the two answer otherwise: what was asked, and what each said. */
export interface Difference {
  readonly step: Step;
  readonly server: Outcome;
  readonly sandbox: Outcome;
}

/** A difference between WS PBB and the sandbox that is known, and why it is there. */
export interface Explanation {
  readonly reason: string;
  /** The scenarios in which it shows. */
  readonly scenarios: readonly string[];
  /** The only build that has it; both, if it is not said. */
  readonly build?: Build;
  /** Whether it is this one, in a sequence that was made by chance; nothing for what does not come up there. */
  readonly covers?: (difference: Difference) => boolean;
}

const asks = (pattern: RegExp) => (difference: Difference) =>
  "path" in difference.step && pattern.test(difference.step.path);

/** Every known difference. One that is not here fails, and so does one that is here and no longer there. */
export const explanations: readonly Explanation[] = [
  {
    reason:
      "Java reads a sign as a part of a number, so the day of a payment may have one; to the sandbox it is no date.",
    scenarios: ["a part of a date has a sign"],
    covers: asks(/^\/bayar\/\d+\/\d+\/\+/),
  },
  {
    reason:
      "A Java integer has ten digits up to 2147483647, so such a year is not found; to the sandbox it is no number.",
    scenarios: ["a year has ten digits"],
    covers: asks(/^\/sppt\/\d+\/\d{10}\/?$/),
  },
  {
    reason:
      "The address of the caller is logged, and one that is too long fails the log; the sandbox keeps no addresses.",
    scenarios: ["a proxy names more addresses than the log has room for"],
  },
  {
    reason: "Spring leaves path parameters out and takes several slashes for one; the sandbox does not.",
    scenarios: ["a path has a parameter, or a slash too many"],
  },
  {
    reason: "Spring answers another method by HTTP 405; in the sandbox there is no such route.",
    scenarios: ["a payment is posted"],
  },
  {
    reason: "The WAR has a page of help; the sandbox has operations only.",
    scenarios: ["the page of help is asked for"],
    build: "WAR",
  },
  {
    reason: "The sandbox is always in WIB.",
    scenarios: ["the server's clock shows UTC"],
  },
  {
    reason: "The sandbox cannot be told to let the statement of a reversal fail, or a cursor be empty.",
    scenarios: ["a statement fails on reversal", "the cursor of a payment is empty"],
  },
];
