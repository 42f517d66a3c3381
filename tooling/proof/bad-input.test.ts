import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SetorError } from "@setor/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callClient } from "../contract/call-client.js";
import { loadDriver } from "../contract/load-driver.js";
import { listScenarios, type Scenario } from "../contract/scenarios.js";
import { SchemaCheck } from "../contract/schema-check.js";
import { dereferenceSpec } from "../spec/load.js";
import { listVendors } from "../vendors.js";

const token = { accessToken: "T0k3n", expiresIn: 900, responseCode: "2007300" };

/** Without numbers beyond 2^53: the client keeps their digits as text, where ajv sees a number that was rounded. */
const anyValue = fc.jsonValue({ maxDepth: 2 }).filter((value) => !/[0-9]{16}|e\+/.test(JSON.stringify(value)));

/** One thing that is wrong with an answer: a value at one of its places that is gone or another. */
const damage = fc.record({
  place: fc.nat(),
  value: fc.oneof(fc.constant(undefined), anyValue, fc.constantFrom("", "0", 0, 1, null, [], {})),
});

/** The answer with the damage done; a place is any property or item, at any depth. */
function damaged(answer: unknown, { place, value }: { place: number; value: unknown }): unknown {
  const copy = structuredClone(answer);
  const places: [object, string][] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      places.push([node, key]);
      walk(child);
    }
  };
  walk(copy);
  const chosen = places[place % Math.max(places.length, 1)];
  if (chosen === undefined) return value;
  const [holder, key] = chosen;
  if (value === undefined && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  else Reflect.set(holder, key, value ?? null);
  return copy;
}

/** What ajv makes of a body by the spec: the meaning of the first branch that it fits, if it fits one. */
function meaningOf({ located, status }: Scenario, body: string, schemas: SchemaCheck): string | undefined {
  const content = located.operation.responses[String(status)]?.content ?? {};
  const fitting = Object.entries(content).flatMap(([mediaType, { schema = {} }]) => {
    const json = mediaType === "application/json";
    const value = json ? parsed(body) : body;
    if (json && value === undefined) return [];
    return (schema.anyOf ?? [schema]).filter((branch) => schemas.problems(branch, value, "").length === 0);
  });
  const [branch] = fitting;
  return branch && [branch["x-outcome"], branch["x-reason"]].join(" ").trim();
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

describe.each(listVendors())("a client of $id that gets a damaged answer", async (vendor) => {
  const spec = await dereferenceSpec(vendor);
  const driver = await loadDriver(vendor);
  const module: object = await import(pathToFileURL(join(vendor.packageDir, "src", "index.ts")).href);
  const scenarios = listScenarios(vendor.id, spec).filter(({ mediaType }) => mediaType === "application/json");
  const schemas = new SchemaCheck();
  const names = scenarios.map(({ name }) => name);
  const find = (name: string) => {
    const found = scenarios.find((scenario) => scenario.name === name);
    if (found === undefined) throw new Error(`There is no ${name}`);
    return found;
  };

  /** What the client says, in the words of the spec; an error of ours by its code. */
  async function say(scenario: Scenario, body: string): Promise<string> {
    const wantsToken = (url: string) => url.endsWith("/oauth/token") && !scenario.located.path.endsWith("/oauth/token");
    const fetch = async (url: string) =>
      wantsToken(url) ? Response.json(token) : new Response(body, { status: scenario.status });
    try {
      const result = await callClient(module, driver, scenario, { fetch });
      const { ok, state, reason, error } = Object(result);
      if (error !== undefined) return `error ${error.code}`;
      return [state ?? (ok ? "ok" : "refused"), reason].join(" ").trim();
    } catch (error) {
      if (error instanceof SetorError) return `error ${error.code}`;
      throw error;
    }
  }

  it("understands it exactly as the spec does, or says that it does not", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), damage, async (name, harm) => {
        const scenario = find(name);
        const body = JSON.stringify(damaged(scenario.answer, harm) ?? null);
        const said = await say(scenario, body);
        const meant = meaningOf(scenario, body, schemas);
        // A spec cannot say that an answer is somebody else's; the client may.
        if (said === "error foreign-answer") return;
        expect(said).toBe(meant ?? "error undocumented-body");
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it("survives any text, and takes none of it for success", async () => {
    const text = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.json(), fc.constant("[".repeat(100_000)));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), text, async (name, body) => {
        const said = await say(find(name), body);
        // An empty list is a list: what the spec calls success is success.
        if (said !== meaningOf(find(name), body, schemas)) expect(said).not.toMatch(/^(ok|paid|reversed|refunded)/);
      }),
      { numRuns: 300 },
    );
  }, 60_000);
});
