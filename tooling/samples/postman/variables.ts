import { firstScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { sandboxOrigin } from "@setor-tooling/model/vendors";

export interface PostmanVariable {
  readonly key: string;
  readonly value: string;
}

/** The environment, beside the collections. */
export const environmentFile = "sandbox.postman-environment.json";

export const environmentName = "Setor sandbox";

/** The variable from which the base URL of every vendor follows. */
export const sandboxVariable = "sandbox";

export const sandboxPlaceholder = placeholderOf(sandboxVariable);

/** The name of a variable: one environment holds those of every vendor. */
export function postmanVariable(vendor: string, field: string): string {
  return `${vendor}_${field}`;
}

/** The placeholder that a variable fills. */
export function placeholderOf(variable: string): string {
  return `{{${variable}}}`;
}

/** The credentials of a vendor's examples, by field; the sandbox begins with the same. */
export function credentialsOf(scenarios: readonly Scenario[]): Readonly<Record<string, string>> {
  return Object.fromEntries(firstScenarios(scenarios).flatMap(({ secrets }) => Object.entries(secrets)));
}

/** The environment that sends every collection to the sandbox, and nothing to a vendor. */
export function postmanEnvironment(docs: readonly Pick<VendorDocs, "vendor" | "scenarios">[]) {
  const values = docs.flatMap(({ vendor: { id }, scenarios }) => [
    { key: postmanVariable(id, "baseUrl"), value: `${sandboxPlaceholder}/${id}`, type: "default", enabled: true },
    ...Object.entries(credentialsOf(scenarios)).map(([field, value]) => ({
      key: postmanVariable(id, field),
      value,
      type: "secret",
      enabled: true,
    })),
  ]);
  const host = { key: sandboxVariable, value: sandboxOrigin, type: "default", enabled: true };
  return { name: environmentName, values: [host, ...values], _postman_variable_scope: "environment" };
}
