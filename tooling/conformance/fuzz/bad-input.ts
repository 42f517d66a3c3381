import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { callClient } from "@setor-tooling/model/call-client";
import { loadProfile } from "@setor-tooling/model/load-profile";
import { listScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import { SchemaCheck } from "@setor-tooling/model/schema-check";
import type { Document } from "@setor-tooling/model/spec/document";
import { dereferenceSpec } from "@setor-tooling/model/spec/load";
import type { Vendor } from "@setor-tooling/model/vendors";
import fc from "fast-check";
import { type Damage, damages } from "./damage.js";
import { createJudge } from "./oracle.js";

const token = { accessToken: "T0k3n", expiresIn: 900, responseCode: "2007300" };

/** What the client says of an answer, in the words of the spec; an error of ours by its code. */
type Say = (scenario: Scenario, respond: () => Response) => Promise<string>;

/** The package of a vendor, as its sources are. */
export function loadSources(vendor: Vendor): Promise<object> {
  return import(pathToFileURL(join(vendor.packageDir, "src", "index.ts")).href);
}

/** A client of the vendor that is called and answered at will. An error that is not ours goes through. */
export async function speakerOf(vendor: Vendor, given?: object): Promise<Say> {
  const profile = await loadProfile(vendor);
  const module = given ?? (await loadSources(vendor));
  return async (scenario, respond) => {
    const ownToken = scenario.path.endsWith("/oauth/token");
    const wantsToken = (url: string) => url.endsWith("/oauth/token") && !ownToken;
    const fetch = async (url: string) => (wantsToken(url) ? Response.json(token) : respond());
    try {
      const { ok, state, reason, error } = Object(await callClient(module, profile, scenario, { fetch }));
      if (error !== undefined) return `error ${error.code}`;
      return [state ?? (ok ? "ok" : "refused"), reason].join(" ").trim();
    } catch (error) {
      // By its name: that of a mutant is another class.
      const { name, code } = Object(error);
      if (!/^(NotSent|NoAnswer|Protocol)Error$/.test(name)) throw error;
      return `error ${code}`;
    }
  };
}

/** The scenarios whose answers are JSON. */
export function jsonScenariosOf(vendor: Vendor, spec: Document): Scenario[] {
  return listScenarios(vendor.id, spec).filter(({ mediaType }) => mediaType === "application/json");
}

/** Whatever happens to an answer, a client understands it exactly as ajv does by the spec, or says that it does not. */
export async function understandsOrSays(vendor: Vendor): Promise<fc.IAsyncProperty<[string, Damage]>> {
  const spec = await dereferenceSpec(vendor);
  const [scenarios, say, judge] = [
    jsonScenariosOf(vendor, spec),
    await speakerOf(vendor),
    createJudge(spec, new SchemaCheck()),
  ];
  const names = scenarios.map(({ name }) => name);
  return fc.asyncProperty(fc.constantFrom(...names), damages, async (name, harm) => {
    const scenario = scenarios.find((known) => known.name === name);
    if (scenario === undefined) throw new Error(`There is no ${name}`);
    const delivered = harm.deliver(scenario);
    const said = await say(scenario, () => new Response(delivered.bytes, { status: delivered.status }));
    const wrong = judge(said, scenario, delivered, harm.kind);
    if (wrong !== undefined) throw new Error(wrong);
  });
}
