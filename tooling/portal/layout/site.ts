import { guideNames } from "@setor-tooling/model/guides";
import type { Language } from "@setor-tooling/model/languages";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { changelogPage } from "../pages/changelog.js";
import { tryPage } from "../pages/console/page.js";
import { allErrorsPage, errorsPage } from "../pages/errors.js";
import { glossaryPage } from "../pages/glossary.js";
import { guidePage, guidesPage } from "../pages/guides.js";
import { homePage } from "../pages/home.js";
import { overviewPage } from "../pages/overview.js";
import { workflowPage } from "../pages/workflows/page.js";
import { wordsIn } from "./messages.js";
import { type Page, vendorPage } from "./page.js";

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
