import { firstScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { sandboxUrl } from "@setor-tooling/model/vendors";

export interface PostmanVariable {
  readonly key: string;
  readonly value: string;
}

/** The environment, beside the collections. */
export const environmentFile = "sandbox.postman-environment.json";

export const environmentName = "Setor sandbox";

/** The name of a variable: one environment holds those of every vendor. */
export function postmanVariable(vendor: string, field: string): string {
  return `${vendor}_${field}`;
}

/** A place that the variable fills. */
export function variablePlace(vendor: string, field: string): string {
  return `{{${postmanVariable(vendor, field)}}}`;
}

/** The credentials of a vendor's examples, by field; the sandbox begins with the same. */
export function credentialsOf(scenarios: readonly Scenario[]): Readonly<Record<string, string>> {
  return Object.fromEntries(firstScenarios(scenarios).flatMap(({ secrets }) => Object.entries(secrets)));
}

/** The environment that sends every collection to the sandbox, and nothing to a vendor. */
export function postmanEnvironment(docs: readonly Pick<VendorDocs, "vendor" | "scenarios">[]) {
  const values = docs.flatMap(({ vendor, scenarios }) => [
    { key: postmanVariable(vendor.id, "baseUrl"), value: sandboxUrl(vendor), type: "default", enabled: true },
    ...Object.entries(credentialsOf(scenarios)).map(([field, value]) => ({
      key: postmanVariable(vendor.id, field),
      value,
      type: "secret",
      enabled: true,
    })),
  ]);
  return { name: environmentName, values, _postman_variable_scope: "environment" };
}
