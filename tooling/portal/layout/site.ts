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
import { messagesFor } from "./messages.js";
import { type Page, vendorPage } from "./page.js";

/** Every page of a language but the references. */
export function listPages(docs: readonly VendorDocs[], language: Language): Page[] {
  const messages = messagesFor(language);
  const at = (name: string) => ({ language, name });
  return [
    homePage(docs, at("index.html"), messages),
    allErrorsPage(docs, at("errors.html"), messages),
    glossaryPage(at("glossary.html"), messages),
    guidesPage(at("guides/index.html"), messages),
    ...guideNames.map((name) => guidePage(name, at(`guides/${name}.html`), messages, docs)),
    ...docs.flatMap((each) => [
      overviewPage(each, at(vendorPage(each.vendor, "overview")), messages),
      errorsPage(each, at(vendorPage(each.vendor, "errors")), messages),
      workflowPage(each, at(vendorPage(each.vendor, "workflows")), messages),
      tryPage(each, at(vendorPage(each.vendor, "tryIt")), messages),
      changelogPage(each, at(vendorPage(each.vendor, "changelog")), messages),
    ]),
  ];
}
