import { isNotice } from "./is-notice.mjs";

const required = ["x-effect", "x-evidence", "x-timeout-ms"];
const ofPayments = ["x-business-key", "x-reference", "x-resend"];
const ofCalls = ["x-effect", "x-timeout-ms", "x-settled-by", "x-no-4xx", "x-ask", "x-undoes", ...ofPayments];

/**
 * Every operation says what it does to money, how we know, and how long it may take; one that moves money says what
 * settles a lost answer; one without a 4xx response says why. Of what the vendor sends by itself only the evidence is
 * ours to tell.
 */
export function operationFacts() {
  const operationIds = new Set();
  const payments = new Set();
  const settlers = [];
  const reversals = [];
  return {
    Operation: {
      leave(operation, { report, location }) {
        if (isNotice(location)) {
          if (operation["x-evidence"] === undefined) report({ message: "A webhook must carry x-evidence.", location });
          for (const key of ofCalls.filter((each) => operation[each] !== undefined)) {
            report({
              message: `${key} belongs to operations that a client calls.`,
              location: location.child(key).key(),
            });
          }
          return;
        }
        operationIds.add(operation.operationId);
        for (const key of required) {
          if (operation[key] === undefined) report({ message: `An operation must carry ${key}.`, location });
        }
        if (operation["x-effect"] === "money") {
          if (operation["x-settled-by"] === undefined) {
            report({ message: "An operation that moves money must carry x-settled-by.", location });
          }
        } else if (operation["x-settled-by"] !== undefined && operation["x-effect"] !== "create") {
          report({
            message: "x-settled-by belongs to operations that move money or create something that can be paid.",
            location: location.child("x-settled-by").key(),
          });
        }
        const settledByCall = ![undefined, "manual"].includes(operation["x-settled-by"]);
        if (operation["x-final-after-ms"] !== undefined && !(operation["x-effect"] === "money" && settledByCall)) {
          report({
            message: "x-final-after-ms belongs to operations that move money and that a call settles.",
            location: location.child("x-final-after-ms").key(),
          });
        }
        checkPayment(operation, settledByCall, report, location);
        const has4xx = Object.keys(operation.responses ?? {}).some((status) => status.startsWith("4"));
        if (has4xx === (operation["x-no-4xx"] !== undefined)) {
          report({
            message: has4xx
              ? "x-no-4xx contradicts the 4xx response that is declared."
              : "An operation declares a 4xx response, or says in x-no-4xx why there is none.",
            location,
          });
        }
        settlers.push({ name: operation["x-settled-by"], location: location.child("x-settled-by") });
        if (operation["x-effect"] === "money") payments.add(operation.operationId);
        if (operation["x-undoes"] !== undefined) {
          reversals.push({ operation, location: location.child("x-undoes") });
        }
      },
    },
    Root: {
      leave(_root, { report }) {
        for (const { name, location } of settlers) {
          if (name !== undefined && name !== "manual" && !operationIds.has(name)) {
            report({ message: `x-settled-by names "${name}", which is no operation here.`, location });
          }
        }
        for (const { operation, location } of reversals) {
          const undone = operation["x-undoes"];
          if (!payments.has(operation.operationId) || !payments.has(undone) || undone === operation.operationId) {
            report({ message: `x-undoes says which other payment is taken back, and "${undone}" is none.`, location });
          }
        }
      },
    },
  };
}

/** What a ledger has to know of whatever is paid, billed or can be paid, and of nothing else. */
function checkPayment(operation, settledByCall, report, location) {
  const isPayment = ["money", "billed", "create"].includes(operation["x-effect"]);
  for (const key of ofPayments.filter((each) => (operation[each] !== undefined) !== isPayment)) {
    report({
      message: isPayment
        ? `An operation that moves money, is billed or opens what can be paid must carry ${key}.`
        : `${key} belongs to operations that move money, are billed or open what can be paid.`,
      location: isPayment ? location : location.child(key).key(),
    });
  }
  if ((operation["x-ask"] !== undefined) !== settledByCall) {
    report({
      message: settledByCall ? "What a call settles must carry x-ask." : "x-ask belongs to what a call settles.",
      location,
    });
  }
}
