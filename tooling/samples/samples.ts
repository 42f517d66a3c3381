import type { Driver } from "../model/profile.js";
import type { Scenario } from "../model/scenarios.js";
import type { Document } from "../model/spec/document.js";
import type { Vendor } from "../model/vendors.js";
import { writeCurlSample } from "./curl.js";
import { writePhpSample } from "./php.js";
import { writePythonSample } from "./python.js";
import { sampleRequest } from "./request.js";
import { writeTypeScriptSample } from "./typescript.js";

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
