import { type Failure, listFailures, type Remedies, readRemedies } from "./failures.js";
import type { Language } from "./languages.js";
import { loadProfile } from "./load-profile.js";
import type { VendorProfile } from "./profile.js";
import { listScenarios, type Scenario } from "./scenarios.js";
import { SchemaCheck } from "./schema-check.js";
import type { Document } from "./spec/document.js";
import { bundleSpec, dereferenceSpec } from "./spec/load.js";
import { mapTexts } from "./translations/texts.js";
import { translatorOf } from "./translations/translations.js";
import type { Vendor } from "./vendors.js";
import type { ArazzoDocument } from "./workflows/document.js";
import { readWorkflows } from "./workflows/load.js";

/** Everything that the pages say of a vendor, in one language. */
export interface VendorDocs {
  readonly vendor: Vendor;
  readonly language: Language;
  /** One document, with its own `$ref`s. */
  readonly bundled: Document;
  /** Without any `$ref`. */
  readonly spec: Document;
  readonly scenarios: readonly Scenario[];
  readonly failures: readonly Failure[];
  readonly remedies: Remedies;
  readonly workflows: ArazzoDocument;
  readonly profile: VendorProfile;
}

/** @throws Error for a text or a remedy that is not there in the language */
export async function readVendorDocs(vendor: Vendor, language: Language): Promise<VendorDocs> {
  const translate = translatorOf(vendor, language);
  const [bundled, spec] = await Promise.all([bundleSpec(vendor), dereferenceSpec(vendor)]);
  const translated = mapTexts(spec, translate);
  const scenarios = listScenarios(vendor.id, translated);
  return {
    vendor,
    language,
    bundled: mapTexts(bundled, translate),
    spec: translated,
    scenarios,
    failures: listFailures(scenarios, new SchemaCheck()),
    remedies: readRemedies(vendor),
    workflows: mapTexts(readWorkflows(vendor), translate),
    profile: await loadProfile(vendor),
  };
}
