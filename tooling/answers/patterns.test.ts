import { expect, it, vi } from "vitest";
import { personal } from "./engine/mask.js";
import { answerRules, requestInLog, statusInLog, statusInText } from "./engine/rules/answers.js";
import { doubts, times } from "./engine/rules/doubts.js";
import { argument, ownAddress, ownSystemRules } from "./engine/rules/own-system.js";
import { peopleRules } from "./engine/rules/people.js";
import { bareTimeout, earlierAttempts, transportRules } from "./engine/rules/transport.js";

// Plain JavaScript, as everything else here.
vi.stubEnv("RECHECK_BACKEND", "pure");
const { checkSync } = await import("recheck");
vi.unstubAllEnvs();

const rules = [...answerRules, ...ownSystemRules, ...peopleRules, ...transportRules];
const patterns = [
  ...rules.flatMap(({ pattern, beside }) => [pattern, ...(beside === undefined ? [] : [beside])]),
  ...[statusInText, statusInLog, requestInLog, argument, ownAddress, bareTimeout, earlierAttempts, times],
  ...doubts.map(([, pattern]) => pattern),
  ...personal,
];

/** The choices of a pattern, each of which begins anew at every letter of a text. */
function choicesOf(source: string): string[] {
  const choices = [""];
  let depth = 0;
  for (const [part] of source.matchAll(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|[\s\S]/g)) {
    if (part === "(") depth += 1;
    else if (part === ")") depth -= 1;
    if (part === "|" && depth === 0) choices.push("");
    else choices[choices.length - 1] += part;
  }
  return choices;
}

it("no pattern lets a long text make the page stand still", () => {
  for (const { source } of patterns) {
    // Without a repetition there is nothing to go back to.
    for (const choice of choicesOf(source).filter((each) => /[*+{]/.test(each)))
      expect(checkSync(choice, "", { checker: "automaton" }).status, choice).toBe("safe");
  }
});
