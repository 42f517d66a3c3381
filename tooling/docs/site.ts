import type { Language } from "../i18n/translations.js";
import { changelogPage } from "./changelog-page.js";
import { allErrorsPage, errorsPage } from "./errors-page.js";
import { glossaryPage } from "./glossary-page.js";
import { guideNames } from "./guide-files.js";
import { guidePage, guidesPage } from "./guides.js";
import { homePage } from "./home.js";
import { overviewPage } from "./overview.js";
import { type Page, vendorPage } from "./page.js";
import { tryPage } from "./try/try-page.js";
import type { VendorDocs } from "./vendor-docs.js";
import { wordsIn } from "./words.js";
import { workflowPage } from "./workflow-page.js";

/** Every page of a language but the references. */
export function listPages(docs: readonly VendorDocs[], language: Language): Page[] {
  const words = wordsIn(language);
  const at = (name: string) => ({ language, name });
  return [
    homePage(docs, at("index.html"), words),
    allErrorsPage(docs, at("errors.html"), words),
    glossaryPage(at("glossary.html"), words),
    guidesPage(at("guides/index.html"), words),
    ...guideNames.map((name) => guidePage(name, at(`guides/${name}.html`), words)),
    ...docs.flatMap((each) => [
      overviewPage(each, at(vendorPage(each.vendor, "overview")), words),
      errorsPage(each, at(vendorPage(each.vendor, "errors")), words),
      workflowPage(each, at(vendorPage(each.vendor, "workflows")), words),
      tryPage(each, at(vendorPage(each.vendor, "tryIt")), words),
      changelogPage(each, at(vendorPage(each.vendor, "changelog")), words),
    ]),
  ];
}
