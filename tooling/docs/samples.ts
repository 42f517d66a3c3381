import type { Driver } from "../contract/driver.js";
import type { Scenario } from "../contract/scenarios.js";
import type { Document } from "../spec/document.js";
import type { Vendor } from "../vendors.js";
import { writeCurlSample } from "./curl-sample.js";
import { writeTypeScriptSample } from "./typescript-sample.js";

/** The request samples of one scenario, as Redoc wants them. */
export function writeSamples(vendor: Vendor, spec: Document, scenario: Scenario, driver: Driver) {
  return [
    {
      lang: "TypeScript",
      label: "TypeScript",
      source: writeTypeScriptSample({
        packageName: vendor.packageName,
        factory: driver.factory,
        options: driver.options(scenario),
        operationId: scenario.located.operation.operationId,
        argument: driver.sampleArgument?.(scenario) ?? driver.argument?.(scenario) ?? scenario.fields,
      }),
    },
    { lang: "Shell", label: "curl", source: writeCurlSample(spec, scenario, driver.bearer?.(scenario)) },
  ];
}
