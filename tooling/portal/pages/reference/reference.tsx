import type { Language } from "@setor-tooling/model/languages";
import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { linkTo } from "../../layout/links.js";
import { messagesFor } from "../../layout/messages/messages.js";
import { operationPage, type Page, vendorPage } from "../../layout/page.js";
import { decorateSpec } from "./decorate.js";

/** What Redoc shows, as a script, because a page in a folder may not fetch: the spec with facts, evidence, samples. */
export function referenceData(docs: VendorDocs): string {
  const spec = JSON.stringify(decorateSpec(docs, messagesFor(docs.language)));
  return `globalThis.setorReference = ${spec};\n`;
}

/** A vendor's whole document: Redoc within the shell. Without scripts it leads to the pages of the operations. */
export function referencePage({ vendor, spec, language }: VendorDocs): Page {
  const messages = messagesFor(language);
  const address = { language, name: vendorPage(vendor, "reference") };
  const content = (
    <>
      <h1 class="unseen">{`${messages.reference}: ${spec.info.title}`}</h1>
      <div id="redoc">
        <ul>
          {listOperations(spec).map(({ operation }) => (
            <li>
              <a href={linkTo(address, operationPage(vendor, operation))}>
                <code>{operation.operationId}</code> {operation.summary}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
  return {
    name: address.name,
    title: `${messages.reference}: ${spec.info.title}`,
    description: spec.info.summary ?? spec.info.title,
    content,
    vendor,
    room: "whole",
    scripts: [referenceFile(vendor.id, language), "redoc.js"],
  };
}

/** The script among the assets that holds what Redoc shows. */
export function referenceFile(id: string, language: Language): string {
  return `${id}.reference.${language}.js`;
}
