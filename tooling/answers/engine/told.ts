import type { FailureEntry } from "../catalogue/catalogue.js";
import { type Paste, valuesOf } from "./paste.js";
import type { Findings } from "./verdict.js";

/** What the result or the error of a client says. */
export function toldByClient({
  paste,
  catalogue,
  place,
}: Pick<Findings, "paste" | "catalogue" | "place">): Pick<Findings, "failures" | "states"> {
  const { vendor } = place;
  const said = valuesOf(paste, "state");
  const isShort = paste.text.length < 40;
  const words = [...valuesOf(paste, "reason"), ...valuesOf(paste, "code"), ...(isShort ? [paste.lower] : [])];
  const ofPlace = ({ vendor: of }: FailureEntry) => of === "common" || vendor === undefined || of === vendor.id;
  const named = catalogue.failures.filter((failure) => {
    const { outcome, vendor: of } = failure;
    const isThere = words.includes(outcome.toLowerCase()) || (of !== "common" && isNamed(outcome, paste, vendor?.id));
    return isThere && outcome !== "not-sent" && ofPlace(failure);
  });
  const unknown = catalogue.failures.find(({ outcome, vendor: of }) => outcome === "unknown" && of === vendor?.id);
  const isOpen = said.includes("unknown");
  return {
    failures: [...named, ...(isOpen && unknown !== undefined ? [unknown] : [])],
    states: [
      ...said.filter((state) => ["paid", "reversed", "refunded", "pending"].includes(state)),
      ...(isOpen && unknown === undefined ? ["body"] : []),
    ],
  };
}

/** Outcomes that others have under the same name. */
const everywhere = new Set(["not-found", "server-error", "bad-request"]);

/** Whether a text names an outcome that is no plain word. */
function isNamed(outcome: string, { lower }: Paste, vendor: string | undefined): boolean {
  if (!outcome.includes("-") || (everywhere.has(outcome) && vendor === undefined)) return false;
  const at = lower.indexOf(outcome);
  return at >= 0 && !/[\w-]/.test(lower[at - 1] ?? " ") && !/[\w-]/.test(lower[at + outcome.length] ?? " ");
}
