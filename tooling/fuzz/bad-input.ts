import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SetorError } from "@setor/core";
import fc from "fast-check";
import { decode } from "../../packages/core/src/decode.js";
import { callClient } from "../contract/call-client.js";
import { loadDriver } from "../contract/load-driver.js";
import { listScenarios, type Scenario } from "../contract/scenarios.js";
import { SchemaCheck } from "../contract/schema-check.js";
import { dereferenceSpec } from "../spec/load.js";
import type { Vendor } from "../vendors.js";
import { type Damage, type Delivered, damages } from "./damage.js";

const success = /^(ok|paid|reversed|refunded)/;

/** The clients read no more than a megabyte. */
const limit = 1_048_576;

const token = { accessToken: "T0k3n", expiresIn: 900, responseCode: "2007300" };

/** What the client says of an answer, in the words of the spec; an error of ours by its code. */
type Say = (scenario: Scenario, respond: () => Response) => Promise<string>;

/** A client of the vendor that is called and answered at will. An error that is not ours goes through. */
export async function speakerOf(vendor: Vendor): Promise<Say> {
  const driver = await loadDriver(vendor);
  const module: object = await import(pathToFileURL(join(vendor.packageDir, "src", "index.ts")).href);
  return async (scenario, respond) => {
    const ownToken = scenario.located.path.endsWith("/oauth/token");
    const wantsToken = (url: string) => url.endsWith("/oauth/token") && !ownToken;
    const fetch = async (url: string) => (wantsToken(url) ? Response.json(token) : respond());
    try {
      const { ok, state, reason, error } = Object(await callClient(module, driver, scenario, { fetch }));
      if (error !== undefined) return `error ${error.code}`;
      return [state ?? (ok ? "ok" : "refused"), reason].join(" ").trim();
    } catch (error) {
      if (error instanceof SetorError) return `error ${error.code}`;
      throw error;
    }
  };
}

/** The scenarios whose answers are JSON. */
export async function jsonScenarios(vendor: Vendor): Promise<Scenario[]> {
  const scenarios = listScenarios(vendor.id, await dereferenceSpec(vendor));
  return scenarios.filter(({ mediaType }) => mediaType === "application/json");
}

/** Whatever happens to an answer, a client understands it exactly as ajv does by the spec, or says that it does not. */
export async function understandsOrSays(vendor: Vendor): Promise<fc.IAsyncProperty<[string, Damage]>> {
  const [scenarios, say, schemas] = [await jsonScenarios(vendor), await speakerOf(vendor), new SchemaCheck()];
  const names = scenarios.map(({ name }) => name);
  return fc.asyncProperty(fc.constantFrom(...names), damages, async (name, harm) => {
    const scenario = scenarios.find((known) => known.name === name);
    if (scenario === undefined) throw new Error(`There is no ${name}`);
    const delivered = harm.deliver(scenario.status, scenario.answer);
    const said = await say(scenario, () => new Response(delivered.bytes, { status: delivered.status }));
    judge(said, meaningOf(scenario, delivered, schemas), delivered, harm.kind);
  });
}

function judge(said: string, meant: string | undefined, { bytes }: Delivered, kind: string): void {
  const text = new TextDecoder().decode(bytes);
  // A spec cannot say that an answer is somebody else's, and what was read with repairs must not prove a payment.
  if (said === "error foreign-answer" || said === "error repaired-body") return;
  if (bytes.length > limit) {
    equal(said, "error too-large");
    return;
  }
  if (kind === "truncated" && success.test(said)) throw new Error(`took half an answer for "${said}"`);
  if (meant === undefined && said.startsWith("error")) return;
  // Strict JSON has one meaning; what is not may be given up.
  if (said.startsWith("error") && strictly(text) === undefined) return;
  equal(said, meant ?? "an error");
}

function equal(said: string, meant: string): void {
  if (said !== meant) throw new Error(`said "${said}", where the spec means "${meant}"`);
}

/** What ajv makes of an answer by the spec: the meaning of the first branch that it fits, if it fits one. */
function meaningOf({ located }: Scenario, { status, bytes }: Delivered, schemas: SchemaCheck): string | undefined {
  const text = new TextDecoder().decode(bytes);
  const content = located.operation.responses[String(status)]?.content ?? {};
  const fitting = Object.entries(content).flatMap(([mediaType, { schema = {} }]) => {
    const value = mediaType === "application/json" ? (strictly(text) ?? decode(text)?.value) : text;
    if (value === undefined) return [];
    return (schema.anyOf ?? [schema]).filter((branch) => schemas.problems(branch, value, "").length === 0);
  });
  const [branch] = fitting;
  return branch && [branch["x-outcome"], branch["x-reason"]].join(" ").trim();
}

/** The value of strict JSON whose numbers are exact. */
function strictly(text: string): unknown {
  if (/[0-9]{16}/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
