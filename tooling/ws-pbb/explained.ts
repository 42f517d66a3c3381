import { isDeepStrictEqual } from "node:util";
import type { Outcome, Step } from "./play.js";

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
  /** Whether it is this one, in a sequence that was made by chance; nothing for what does not come up there. */
  readonly covers?: (difference: Difference) => boolean;
}

const pathOf = ({ step }: Difference) => ("path" in step ? step.path : "");
const codeOf = ({ body }: Outcome): unknown => Object(body).code;

/** Whether two answers with a code 1 differ in one field of what was found or recorded, and in nothing else. */
function differOnlyIn(field: string, { server, sandbox }: Difference): boolean {
  const without = ({ body, ...rest }: Outcome) => {
    const { sppt, byrSppt, ...envelope } = Object(body);
    return { ...rest, envelope, found: { ...sppt, ...byrSppt, [field]: undefined } };
  };
  return codeOf(server) === 1 && isDeepStrictEqual(without(server), without(sandbox));
}

/** Every known difference. One that is not here fails, and so does one that is here and no longer there. */
export const explanations: readonly Explanation[] = [
  {
    reason: "Spring lets a path end with a slash; the sandbox does not.",
    scenarios: ["a path ends with a slash", "an NTPD has a dot, and the path ends with a slash"],
    covers: (its) => pathOf(its).endsWith("/") && its.server.status !== 404 && its.sandbox.status === 404,
  },
  {
    reason: "Of a longer NOP the procedures take 18 characters; the sandbox takes the whole.",
    scenarios: ["a NOP is longer on inquiry", "a NOP is longer on payment"],
    covers: (its) => /\/\d{19}\//.test(pathOf(its)),
  },
  {
    reason: "Inquiry asks for the denda with the time of day, so on the last day of a month it asks for one more.",
    scenarios: ["it is the last day of a month of denda"],
    covers: (its) => differOnlyIn("denda", its),
  },
  {
    reason: "Spring cuts an NTPD at its last dot, so that it is not found.",
    scenarios: ["an NTPD has a dot"],
    covers: ({ server, sandbox }) => codeOf(server) === 10 && [1, 4].includes(Number(codeOf(sandbox))),
  },
  {
    reason: "A second reversal deletes the payment that has the ordinal now, before it fails.",
    scenarios: ["a reversal is repeated after the bill was paid again"],
    covers: ({ server, sandbox }) =>
      codeOf(server) === 4 && codeOf(sandbox) === 4 && server.payments.length === sandbox.payments.length - 1,
  },
  {
    reason: "The ordinal of a payment is a count and can be taken; the sandbox has no ordinals.",
    scenarios: ["the first of two payments is reversed, and the bill is paid again"],
    covers: ({ server, sandbox }) =>
      codeOf(server) === 4 && codeOf(sandbox) === 1 && server.payments.length === sandbox.payments.length - 1,
  },
  {
    reason: "The NTPD has the length of the owner's name in it, in one digit or two; the sandbox's does not.",
    scenarios: ["an NTPD has a space"],
    covers: (its) => differOnlyIn("ntpd", its),
  },
  {
    reason: "The NTPD has the date that was paid in it; the sandbox's has that of the clock.",
    scenarios: ["a bill is paid for two dates in a minute"],
    covers: (its) =>
      pathOf(its).startsWith("/bayar/") &&
      [codeOf(its.server), codeOf(its.sandbox)].sort().join() === "1,4" &&
      isDeepStrictEqual(its.server.payments, its.sandbox.payments),
  },
  {
    reason: "Tomcat refuses an encoded slash; the sandbox reads it.",
    scenarios: ["an NTPD has a slash"],
  },
  {
    reason: "HEAD pays on Boot and is refused by the WAR; the sandbox has no such route.",
    scenarios: ["a payment is asked for with HEAD"],
  },
  {
    reason: "The sandbox is always in WIB.",
    scenarios: ["the server's clock shows UTC"],
  },
  {
    reason: "The sandbox cannot be told to let a statement, a connection or a cursor fail here.",
    scenarios: [
      "a statement fails on inquiry",
      "a statement fails on payment",
      "a statement fails on reversal",
      "the database is down on reversal",
      "the cursor of a payment is empty",
    ],
  },
];
