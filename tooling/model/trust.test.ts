import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { guideFile } from "./guides.js";
import { languages } from "./languages.js";
import { listScenarios } from "./scenarios.js";
import type { Evidence } from "./spec/document.js";
import { dereferenceSpec } from "./spec/load.js";
import { addEvidence, countEvidence, neverRunLiveAsOf, vendorTrust } from "./trust.js";
import { listVendors, root } from "./vendors.js";

const known = await Promise.all(
  listVendors().map(async (vendor) => {
    const scenarios = listScenarios(vendor.id, await dereferenceSpec(vendor));
    return { scenarios, trust: vendorTrust(vendor.id, scenarios) };
  }),
);

function scenario(operationId: string, level: Evidence["level"], own: Evidence["level"] = "documented") {
  return { operationId, evidence: { level, source: "§ 1" }, operation: { "x-evidence": { level: own } } };
}

describe("what is known of a vendor, and how", () => {
  it("scenarios are counted by operation and by what they rest on, in the order of the spec", () => {
    const counted = [
      scenario("pay", "documented", "observed"),
      scenario("pay", "assumed", "observed"),
      scenario("inquire", "observed"),
      scenario("pay", "assumed", "observed"),
    ];
    expect(vendorTrust("bank", counted)).toEqual({
      vendor: "bank",
      operations: [
        { operationId: "pay", level: "observed", scenarios: { documented: 1, observed: 0, assumed: 2 } },
        { operationId: "inquire", level: "documented", scenarios: { documented: 0, observed: 1, assumed: 0 } },
      ],
      scenarios: { documented: 1, observed: 1, assumed: 2 },
    });
  });

  it("nothing is known of a vendor without scenarios", () => {
    expect(vendorTrust("bank", [])).toMatchObject({ operations: [], scenarios: countEvidence([]) });
  });

  it.each(known)("each scenario of $trust.vendor is counted once", ({ trust, scenarios }) => {
    const { documented, observed, assumed } = addEvidence(trust.operations.map((operation) => operation.scenarios));
    expect({ documented, observed, assumed }).toEqual(trust.scenarios);
    expect(documented + observed + assumed).toBe(scenarios.length);
  });
});

describe.each(languages)("the guide on how well tested all this is, in %s", (language) => {
  const text = readFileSync(guideFile("trust", language), "utf8");

  it("the guide on trust says in its first lines that nothing was run against a live vendor, and as of when", () => {
    const [year = "", month = "", day = ""] = neverRunLiveAsOf.split("-");
    const names = { en: ["November", "December"], id: ["November", "Desember"] }[language];
    const [, lead = ""] = text.split("\n\n");
    expect(lead).toContain(`${Number(day)} ${names[Number(month) - 11]} ${year}`);
    expect(lead).toMatch(/^(No client of Setor|Per .* klien Setor belum pernah)/);
  });

  it("the guide on trust shows the counts of the specs", () => {
    const rows = known.flatMap(({ trust: { vendor, operations } }) =>
      operations.map(
        ({ operationId, scenarios: { documented, observed, assumed } }) =>
          `| \`${vendor}\` | \`${operationId}\` | ${documented} | ${observed} | ${assumed} |`,
      ),
    );
    expect(text.split("\n").filter((line) => /^\| `[\w-]+` \| `\w+` \| \d/.test(line))).toEqual(rows);
    const { documented, observed, assumed } = addEvidence(known.map(({ trust }) => trust.scenarios));
    expect(text).toContain(`| | ${documented} | ${observed} | ${assumed} |`);
    expect(text).toContain(`${documented + observed + assumed} `);
    expect(text).toContain(String(known.flatMap(({ trust }) => trust.operations).length));
  });

  it("the guide on trust says how many assumed answers end a payment", () => {
    const refused = known.flatMap(({ scenarios }) =>
      scenarios.filter(
        ({ operation, evidence, outcome }) =>
          operation["x-effect"] === "money" && evidence.level === "assumed" && outcome === "refused",
      ),
    );
    expect(text).toMatch(new RegExp(`\\b${refused.length} (assumed answers|respons yang diasumsikan)`));
  });

  it("the guide on trust names commands that are there", () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    );
    const commands = [...text.matchAll(/`npx (pnpm|vitest run) ([\w:./-]+)/g)];
    expect(commands.length).toBeGreaterThanOrEqual(9);
    for (const [, program, name = ""] of commands) {
      expect(program === "pnpm" ? scripts[name] !== undefined : existsSync(join(root, name))).toBe(true);
    }
  });
});
