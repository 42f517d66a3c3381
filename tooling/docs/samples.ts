import type { Driver } from "../contract/driver.js";
import type { Scenario } from "../contract/scenarios.js";
import type { Document } from "../spec/document.js";
import type { Vendor } from "../vendors.js";
import { writeCurlSample } from "./curl-sample.js";
import { writePhpSample } from "./php-sample.js";
import { writePythonSample } from "./python-sample.js";
import { sampleRequest } from "./sample-request.js";
import { writeTypeScriptSample } from "./typescript-sample.js";

/** The request samples of one scenario, as Redoc wants them. */
export function writeSamples(vendor: Vendor, spec: Document, scenario: Scenario, driver: Driver) {
  const request = sampleRequest(spec, scenario, driver);
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
    { lang: "Shell", label: "curl", source: writeCurlSample(request) },
    { lang: "PHP", label: "PHP", source: writePhpSample(request) },
    { lang: "Python", label: "Python", source: writePythonSample(request) },
  ];
}
