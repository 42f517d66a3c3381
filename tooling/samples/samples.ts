import type { VendorProfile } from "@setor-tooling/model/profile";
import type { Scenario } from "@setor-tooling/model/scenarios";
import type { Document } from "@setor-tooling/model/spec/document";
import type { Vendor } from "@setor-tooling/model/vendors";
import { writeCurlSample } from "./curl.js";
import { writePhpSample } from "./php.js";
import { writePythonSample } from "./python.js";
import { sampleRequest } from "./request.js";
import { writeTypeScriptSample } from "./typescript.js";

/** The request samples of one scenario, as Redoc wants them. */
export function writeSamples(vendor: Vendor, spec: Document, scenario: Scenario, profile: VendorProfile) {
  const request = sampleRequest(spec, scenario, profile);
  return [
    {
      lang: "TypeScript",
      label: "TypeScript",
      source: writeTypeScriptSample({
        packageName: vendor.packageName,
        factory: profile.factory,
        options: profile.options(scenario),
        operationId: scenario.operationId,
        argument: profile.sampleArgument?.(scenario) ?? profile.argument?.(scenario) ?? scenario.fields,
      }),
    },
    { lang: "Shell", label: "curl", source: writeCurlSample(request) },
    { lang: "PHP", label: "PHP", source: writePhpSample(request) },
    { lang: "Python", label: "Python", source: writePythonSample(request) },
  ];
}
