import { answers } from "./answers.mjs";
import { extensions } from "./extensions.mjs";
import { linearPatterns } from "./linear-patterns.mjs";
import { operationFacts } from "./operation-facts.mjs";
import { scenarios } from "./scenarios.mjs";
import { sensitiveFields } from "./sensitive-fields.mjs";
import { typedConstants } from "./typed-constants.mjs";

/** The house rules, as a Redocly plugin. Redocly asks for a default export. */
export default function setorPlugin() {
  return {
    id: "setor",
    rules: {
      oas3: {
        extensions,
        "linear-patterns": linearPatterns,
        "operation-facts": operationFacts,
        answers,
        scenarios,
        "sensitive-fields": sensitiveFields,
        "typed-constants": typedConstants,
      },
    },
  };
}
