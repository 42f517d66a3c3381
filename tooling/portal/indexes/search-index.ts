import { guideNames, readGuide } from "@setor-tooling/model/guides";
import type { Schema } from "@setor-tooling/model/spec/document";
import { listNotices, listOperations } from "@setor-tooling/model/spec/load";
import { parametersOf } from "@setor-tooling/model/spec/security";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import MiniSearch from "minisearch";
import { messagesFor } from "../layout/messages/messages.js";
import { operationPage, vendorPage } from "../layout/page.js";
import { readCommonRemedies } from "../pages/errors.js";
import { readGlossary, termId } from "../pages/glossary.js";
import { type Found, searchOptions } from "./search-options.js";

/** The index of a language, as the pages load it: error pages, operations, fields, failures, guides and terms. */
export function writeSearchIndex(docs: readonly VendorDocs[]): string {
  const [first] = docs;
  if (first === undefined) throw new Error("There is nothing to search.");
  const { language } = first;
  const messages = messagesFor(language);
  const index = new MiniSearch<Found>(searchOptions);
  const guides = guideNames.map((name) => readGuide(name, language));
  const entries: Omit<Found, "id">[] = [
    { title: messages.allErrors, where: "Setor", text: messages.errorsLead, link: "errors.html" },
    ...docs.map(({ vendor, spec }) => ({
      title: messages.errors,
      where: spec.info.title,
      text: messages.errorsLead,
      link: vendorPage(vendor, "errors"),
    })),
    ...docs.flatMap((each) => [...operationsOf(each), ...noticesOf(each), ...fieldsOf(each), ...failuresOf(each)]),
    ...Object.entries(readCommonRemedies()).map(([outcome, { cause, action }]) => {
      const text = `${cause[language]} ${action[language]}`;
      return { title: outcome, where: messages.common, text, link: `errors.html#common-${outcome}` };
    }),
    ...guides.map(({ name, title, markdown }) => ({
      title,
      where: messages.guides,
      text: markdown.replace(/```[\s\S]*?```/g, ""),
      link: `guides/${name}.html`,
    })),
    ...readGlossary().map((term) => ({
      title: term.term,
      where: messages.glossary,
      text: `${term.name} ${term[language]}`,
      link: `glossary.html#${termId(term)}`,
    })),
  ];
  index.addAll(entries.map((entry, id) => ({ id, ...entry })));
  return JSON.stringify(index);
}

function operationsOf({ vendor, spec }: VendorDocs): Omit<Found, "id">[] {
  return listOperations(spec).map(({ operation, path }) => ({
    title: operation.operationId,
    where: spec.info.title,
    text: `${operation.summary} ${operation.description ?? ""} ${path}`,
    link: operationPage(vendor, operation),
  }));
}

/** What a vendor sends by itself, with the names of its fields. */
function noticesOf({ vendor, spec }: VendorDocs): Omit<Found, "id">[] {
  return listNotices(spec).map(({ operationId, summary, description = "", requestBody }) => {
    const fields = new Map<string, string>();
    for (const { schema = {} } of Object.values(requestBody?.content ?? {})) collect(schema, fields);
    const text = [summary, description, ...[...fields].flat()].join(" ");
    return { title: operationId, where: spec.info.title, text, link: `${vendorPage(vendor, "overview")}#notices` };
  });
}

/** Each field of requests and answers once for an operation. */
function fieldsOf({ vendor, spec }: VendorDocs): Omit<Found, "id">[] {
  return listOperations(spec).flatMap(({ operation }) => {
    const fields = new Map<string, string>();
    for (const { name, description, schema } of parametersOf(spec, operation)) {
      fields.set(name, description ?? schema?.description ?? "");
    }
    const bodies = [operation.requestBody, ...Object.values(operation.responses)];
    for (const media of bodies.flatMap((body) => Object.values(body?.content ?? {})))
      collect(media.schema ?? {}, fields);
    return [...fields].map(([name, text]) => ({
      title: name,
      where: `${spec.info.title}, ${operation.operationId}`,
      text,
      link: operationPage(vendor, operation),
    }));
  });
}

function collect(schema: Schema, fields: Map<string, string>): void {
  for (const part of [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])]) {
    collect(part, fields);
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (!fields.get(name)) fields.set(name, property.description ?? "");
    collect(property, fields);
  }
}

function failuresOf({ vendor, spec, failures, remedies, language }: VendorDocs): Omit<Found, "id">[] {
  return failures.map(({ outcome, code, message, scenario }) => ({
    title: [code, message].filter((part) => part !== undefined && part !== "").join(" · ") || outcome,
    where: `${spec.info.title}, ${scenario.operationId}: ${outcome}`,
    text: `${outcome} ${scenario.summary} ${remedies[outcome]?.cause[language] ?? ""}`,
    link: `${vendorPage(vendor, "errors")}#${outcome}`,
  }));
}
