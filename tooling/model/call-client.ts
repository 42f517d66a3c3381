import type { ClientOptions } from "@setor/core";
import type { VendorProfile } from "./profile.js";
import type { Scenario } from "./scenarios.js";

/** Makes a vendor's client as the scenario needs it, and calls the scenario's operation. */
export async function callClient(
  module: object,
  profile: VendorProfile,
  scenario: Scenario,
  wiring: Pick<ClientOptions, "baseUrl" | "fetch">,
): Promise<unknown> {
  const factory: unknown = Reflect.get(module, profile.factory);
  if (typeof factory !== "function") throw new Error(`The package of ${scenario.vendor} exports no ${profile.factory}`);
  const client: object = factory({ ...profile.options(scenario), ...profile.testOptions?.(scenario), ...wiring });
  const { operationId } = scenario;
  const method: unknown = Reflect.get(client, operationId);
  if (typeof method !== "function") throw new Error(`The client of ${scenario.vendor} has no method ${operationId}`);
  return method.call(client, profile.argument?.(scenario) ?? scenario.fields);
}
