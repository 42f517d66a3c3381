import { isNotice } from "./is-notice.mjs";

const moneyOutcomes = new Set(["paid", "reversed", "refunded", "pending", "refused", "unknown"]);
const readOutcomes = new Set(["ok", "refused"]);

/**
 * Every documented answer (the branches of a response schema's `anyOf`, or the schema itself) says in x-outcome what
 * it means, in words that fit the operation's effect; a refusal also says in x-reason why.
 */
export function answers() {
  return {
    Operation(operation, { report, location, resolve }) {
      // What the integrator answers to a notice means nothing to a client.
      if (isNotice(location)) return;
      const allowed = operation["x-effect"] === "money" ? moneyOutcomes : readOutcomes;
      for (const [status, declared] of Object.entries(operation.responses ?? {})) {
        const response = resolve(declared);
        const at = response.location ?? location.child(["responses", status]);
        for (const [mediaType, media] of Object.entries(response.node?.content ?? {})) {
          const schemaAt = at.child(["content", mediaType, "schema"]);
          const branches = media.schema?.anyOf ?? [media.schema];
          branches.forEach((branch, index) => {
            const branchAt = media.schema?.anyOf === undefined ? schemaAt : schemaAt.child(["anyOf", index]);
            for (const message of faults(branch ?? {}, allowed)) report({ message, location: branchAt });
          });
        }
      }
    },
  };
}

function faults(branch, allowed) {
  const outcome = branch["x-outcome"];
  const reason = branch["x-reason"];
  if (!allowed.has(outcome)) {
    return [`An answer must carry x-outcome, one of ${[...allowed].join(", ")}; this one has ${outcome ?? "none"}.`];
  }
  if ((outcome === "refused") !== (reason !== undefined)) {
    return ["x-reason and x-outcome: refused go together."];
  }
  if (branch["x-payload"] !== undefined && branch.$ref === undefined) {
    return ["x-payload belongs on a branch that is a $ref."];
  }
  return [];
}
