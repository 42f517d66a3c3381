import type { Language } from "@setor-tooling/model/languages";
import type { VendorProfile } from "@setor-tooling/model/profile";
import type { Scenario } from "@setor-tooling/model/scenarios";
import type { Document } from "@setor-tooling/model/spec/document";
import { defaultUrl } from "@setor-tooling/model/spec/servers";
import { sandboxUrl, type Vendor } from "@setor-tooling/model/vendors";
import { writeCurlSample } from "./curl.js";
import { writePhpSample } from "./php.js";
import { writePythonSample } from "./python.js";
import { sampleRequest } from "./request.js";
import { writeTypeScriptSample } from "./typescript.js";

/** Where a sample sends: to the sandbox on the reader's machine, or to the vendor itself. */
export const sampleTargets = ["sandbox", "production"] as const;

export type SampleTarget = (typeof sampleTargets)[number];

/** A sample in one language, as Redoc wants it. */
export interface Sample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/** The samples of one target, for a page on which its reader switches. */
export interface SampleVariant {
  readonly target: SampleTarget;
  readonly label: Readonly<Record<Language, string>>;
  /** The URL that all of them begin with. */
  readonly server: string;
  readonly samples: readonly Sample[];
}

const labels: Readonly<Record<SampleTarget, SampleVariant["label"]>> = {
  sandbox: { id: "Sandbox", en: "Sandbox" },
  production: { id: "Produksi", en: "Production" },
};

/** The samples of one scenario for each target, the sandbox's first. */
export function writeSampleVariants(
  vendor: Vendor,
  spec: Document,
  scenario: Scenario,
  profile: VendorProfile,
): SampleVariant[] {
  return sampleTargets.map((target) => ({
    target,
    label: labels[target],
    server: sampleServer(vendor, spec, profile, target),
    samples: writeSamples(vendor, spec, scenario, profile, target),
  }));
}

/** Where the samples of a target send. A vendor that the sandbox does not have yet is answered for by its mock. */
export function sampleServer(vendor: Vendor, spec: Document, profile: VendorProfile, target: SampleTarget): string {
  if (target === "production") return defaultUrl(spec).replace(/\/+$/, "");
  return profile.workflows === undefined ? `http://127.0.0.1:${vendor.mockPort}` : sandboxUrl(vendor);
}

/** The request samples of one scenario; nothing leaves the reader's machine unless `production` is asked for. */
export function writeSamples(
  vendor: Vendor,
  spec: Document,
  scenario: Scenario,
  profile: VendorProfile,
  target: SampleTarget = "sandbox",
): Sample[] {
  const server = sampleServer(vendor, spec, profile, target);
  const request = sampleRequest(spec, scenario, profile, server);
  return [
    {
      lang: "TypeScript",
      label: "TypeScript",
      source: writeTypeScriptSample({
        packageName: vendor.packageName,
        factory: profile.factory,
        // In production the client knows where the vendor is, or the integrator says it.
        options: { ...profile.options(scenario), ...(target === "sandbox" && { baseUrl: server }) },
        operationId: scenario.operationId,
        argument: profile.sampleArgument?.(scenario) ?? profile.argument?.(scenario) ?? scenario.fields,
      }),
    },
    { lang: "Shell", label: "curl", source: writeCurlSample(request) },
    { lang: "PHP", label: "PHP", source: writePhpSample(request) },
    { lang: "Python", label: "Python", source: writePythonSample(request) },
  ];
}
