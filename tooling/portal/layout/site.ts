import { guideNames } from "@setor-tooling/model/guides";
import type { Language } from "@setor-tooling/model/languages";
import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { answersPage } from "../pages/answers.js";
import { changelogPage } from "../pages/changelog.js";
import { tryPage } from "../pages/console/page.js";
import { designPage } from "../pages/design.js";
import { allErrorsPage, errorsPage } from "../pages/errors.js";
import { glossaryPage } from "../pages/glossary.js";
import { guidePage, guidesPage } from "../pages/guides.js";
import { homePage } from "../pages/home.js";
import { notFoundPage } from "../pages/not-found.js";
import { type ClientResults, readClientResults } from "../pages/operation/client-results.js";
import { pageOfOperation } from "../pages/operation/page.js";
import { overviewPage } from "../pages/overview.js";
import { referencePage } from "../pages/reference/reference.js";
import { workflowPage } from "../pages/workflows/page.js";
import { messagesFor } from "./messages/messages.js";
import { operationPage, type Page, vendorPage } from "./page.js";

/** Every page of a language. */
export async function listPages(docs: readonly VendorDocs[], language: Language): Promise<Page[]> {
  const messages = messagesFor(language);
  const at = (name: string) => ({ language, name });
  const vendors = docs.map(async (each) => pagesOfVendor(each, await readClientResults(each)));
  return [
    homePage(docs, at("index.html"), messages),
    answersPage(docs, at("darurat.html"), messages),
    allErrorsPage(docs, at("errors.html"), messages),
    glossaryPage(at("glossary.html"), messages),
    designPage(at("design.html"), messages),
    notFoundPage(at("404.html"), messages),
    guidesPage(at("guides/index.html"), messages),
    ...guideNames.map((name) => guidePage(name, at(`guides/${name}.html`), messages, docs)),
    ...(await Promise.all(vendors)).flat(),
  ];
}

function pagesOfVendor(docs: VendorDocs, results: ClientResults): Page[] {
  const { vendor, language, spec } = docs;
  const messages = messagesFor(language);
  const at = (name: string) => ({ language, name });
  return [
    overviewPage(docs, at(vendorPage(vendor, "overview")), messages),
    ...listOperations(spec).map((located) => {
      const address = at(operationPage(vendor, located.operation));
      return pageOfOperation({ docs, located, address, messages, results });
    }),
    referencePage(docs),
    errorsPage(docs, at(vendorPage(vendor, "errors")), messages),
    workflowPage(docs, at(vendorPage(vendor, "workflows")), messages),
    tryPage(docs, at(vendorPage(vendor, "tryIt")), messages),
    changelogPage(docs, at(vendorPage(vendor, "changelog")), messages),
  ];
}
