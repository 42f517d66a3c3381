import { checkSync } from "recheck";

// Plain JavaScript, as everything else here.
process.env["RECHECK_BACKEND"] = "pure";

const proved = new Map();

/** A text from a server must not make a client stand still: every pattern is proved to take linear time. */
export function linearPatterns() {
  return {
    Schema: {
      enter(schema, { report, location }) {
        for (const key of ["pattern", "x-echo-pattern"]) {
          const pattern = schema[key];
          if (typeof pattern !== "string" || isLinear(pattern)) continue;
          report({
            message: `${key} is not proved to take linear time; a text can make a client stand still.`,
            location: location.child(key),
          });
        }
      },
    },
  };
}

function isLinear(pattern) {
  if (!proved.has(pattern)) proved.set(pattern, isPlain(pattern) || isSafe(pattern));
  return proved.get(pattern);
}

/** No choice, one open repetition at most, and a beginning that is fixed: there is nothing to go back to. */
function isPlain(pattern) {
  return /^\^[^()|]*$/.test(pattern) && (pattern.match(/[*+]|,\}/g) ?? []).length <= 1;
}

/** An automaton proves it; what it cannot decide is not proved. */
function isSafe(pattern) {
  const { status, checker } = checkSync(pattern, "u", { checker: "automaton" });
  return status === "safe" && checker === "automaton";
}
