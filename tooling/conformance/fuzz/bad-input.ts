import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { callClient } from "@setor-tooling/model/call-client";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { property } from "@setor-tooling/model/property";
import { listScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import { SchemaCheck } from "@setor-tooling/model/schema-check";
import type { Document } from "@setor-tooling/model/spec/document";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import type { Vendor } from "@setor-tooling/model/vendors";
import fc from "fast-check";
import { type Corruption, corruptions } from "./corruption.js";
import { createJudge } from "./oracle.js";

/** What the client makes of an answer, in the words of the spec; an error of ours by its code. */
type Interpret = (scenario: Scenario, respond: () => Response) => Promise<string>;

/** The package of a vendor, as its sources are. */
export function loadSources(vendor: Vendor): Promise<object> {
  return import(pathToFileURL(join(vendor.packageDir, "src", "index.ts")).href);
}

/**
 * Calls a client of the vendor with a scenario and answers at will; what it asks for first, a token, it gets as the
 * spec's own example. An error that is not ours goes through.
 */
export async function createCaller(vendor: Vendor, scenarios: readonly Scenario[], given?: object): Promise<Interpret> {
  const profile = await loadProfile(vendor);
  const module = given ?? (await loadSources(vendor));
  const issued = scenarios.find(({ operation, outcome }) => operation["x-effect"] === "auth" && outcome === "ok");
  return async (scenario, respond) => {
    const fetch = async (url: string) => {
      const asksForToken =
        issued !== undefined && issued.operationId !== scenario.operationId && url.endsWith(issued.path);
      return asksForToken ? Response.json(issued.answer) : respond();
    };
    try {
      const result = await callClient(module, profile, scenario, { fetch });
      const error = property(result, "error");
      if (error !== undefined) return `error ${property(error, "code")}`;
      const state = property(result, "state") ?? (property(result, "ok") ? "ok" : "refused");
      return [state, property(result, "reason")].join(" ").trim();
    } catch (error) {
      // By its name: that of a mutant is another class.
      if (!/^(NotSent|NoAnswer|Protocol)Error$/.test(String(property(error, "name")))) throw error;
      return `error ${property(error, "code")}`;
    }
  };
}

/** The scenarios whose answers are JSON. */
export function jsonScenariosOf(vendor: Vendor, spec: Document): Scenario[] {
  return listScenarios(vendor.id, spec).filter(({ mediaType }) => mediaType === "application/json");
}

/** Whatever happens to an answer, a client understands it exactly as ajv does by the spec, or says that it does not. */
export async function agreesWithSpec(vendor: Vendor): Promise<fc.IAsyncProperty<[string, Corruption]>> {
  const spec = await dereferenceSpec(vendor);
  const scenarios = jsonScenariosOf(vendor, spec);
  const interpret = await createCaller(vendor, scenarios);
  const judge = createJudge(spec, new SchemaCheck());
  const names = scenarios.map(({ name }) => name);
  return fc.asyncProperty(fc.constantFrom(...names), corruptions, async (name, corruption) => {
    const scenario = scenarios.find((known) => known.name === name);
    if (scenario === undefined) throw new Error(`There is no ${name}`);
    const delivered = corruption.deliver(scenario);
    const said = await interpret(scenario, () => new Response(delivered.bytes, { status: delivered.status }));
    const wrong = judge(said, scenario, delivered, corruption.kind);
    if (wrong !== undefined) throw new Error(wrong);
  });
}
