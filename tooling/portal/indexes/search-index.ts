import { readCommonRemedies } from "@setor-tooling/model/failures";
import { guideNames, readGuide } from "@setor-tooling/model/guides";
import { listNotices, listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import MiniSearch from "minisearch";
import { type Messages, messagesFor } from "../layout/messages/messages.js";
import { operationPage, vendorPage } from "../layout/page.js";
import { sectionsOf } from "../markdown/slugs.js";
import { readGlossary, termId } from "../pages/glossary.js";
import { fieldsOfAnswers, fieldsOfRequest } from "../pages/operation/fields.js";
import { type Found, searchOptions } from "./search-options.js";

type Entry = Omit<Found, "id" | "also"> & { readonly also?: string };

/** As much of a text as is kept to be shown. */
const longest = 320;

/** The index of a language, as the pages load it: pages, operations, fields, failures, sections of guides and terms. */
export function writeSearchIndex(docs: readonly VendorDocs[]): string {
  const [first] = docs;
  if (first === undefined) throw new Error("There is nothing to search.");
  const messages = messagesFor(first.language);
  const index = new MiniSearch<Found>(searchOptions);
  const entries: Entry[] = [
    ...pagesOf(docs, messages),
    ...docs.flatMap((each) => [...operationsOf(each), ...noticesOf(each), ...failuresOf(each), ...successesOf(each)]),
    ...fieldsOf(docs),
    ...commonFailures(first, messages),
    ...guideNames.flatMap((name) => sectionsOfGuide(name, first, messages)),
    ...termsOf(first, messages),
  ];
  index.addAll(entries.map((entry, id) => ({ also: "", ...entry, id, text: plain(entry.text).slice(0, longest) })));
  return JSON.stringify(index);
}

/** A text as it is shown in a line: without marks of Markdown. */
function plain(text: string): string {
  return text
    .replace(/```[\s\S]*?```/g, " ")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^\|[\s:|-]+\|$/gm, " ")
    .replace(/[`*#|]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function pagesOf(docs: readonly VendorDocs[], messages: Messages): Entry[] {
  const page = (title: string, link: string, text: string, where = "Setor"): Entry => ({
    kind: "page",
    title,
    where,
    text,
    link,
  });
  return [
    page(messages.answers.title, "darurat.html", messages.answers.lead),
    {
      ...page(messages.answers.menu, "darurat.html", messages.answers.lead),
      also: "econnreset econnrefused etimedout enotfound socket hang up 502 504 gateway duplicate",
    },
    page(messages.allErrors, "errors.html", messages.errorsLead),
    page(messages.glossary, "glossary.html", ""),
    page(messages.guides, "guides/index.html", ""),
    ...docs.flatMap(({ vendor, spec }) => {
      const { title, summary = "" } = spec.info;
      return [
        page(title, vendorPage(vendor, "overview"), summary, vendor.packageName),
        page(messages.errors, vendorPage(vendor, "errors"), messages.errorsLead, title),
        page(messages.shell.console, vendorPage(vendor, "tryIt"), messages.tryIt, title),
        page(messages.workflows, vendorPage(vendor, "workflows"), "", title),
        page(messages.shell.wholeReference, vendorPage(vendor, "reference"), "", title),
        page(messages.changelog, vendorPage(vendor, "changelog"), "", title),
      ];
    }),
  ];
}

function operationsOf({ vendor, spec }: VendorDocs): Entry[] {
  return listOperations(spec).map(({ operation, path }) => ({
    kind: "operation",
    title: operation.operationId,
    where: spec.info.title,
    text: `${operation.summary}. ${operation.description ?? ""}`,
    also: path,
    link: operationPage(vendor, operation),
  }));
}

/** What a vendor sends by itself. */
function noticesOf({ vendor, spec }: VendorDocs): Entry[] {
  return listNotices(spec).map(({ operationId, summary, description = "" }) => ({
    kind: "operation",
    title: operationId,
    where: spec.info.title,
    text: `${summary} ${description}`,
    also: "callback",
    link: `${vendorPage(vendor, "overview")}#notices`,
  }));
}

/** Each field of a vendor once, where it stands first. */
function fieldsOf(docs: readonly VendorDocs[]): Entry[] {
  return docs.flatMap(({ vendor, spec }) => {
    const found = new Map<string, Entry>();
    for (const { operation } of listOperations(spec)) {
      const listed = [
        ...fieldsOfRequest(spec, operation).map((field) => ({ field, part: "request" })),
        ...fieldsOfAnswers(operation).map((field) => ({ field, part: "answer" })),
      ];
      for (const { field, part } of listed) {
        const title = field.name.split(".").at(-1)?.replace("[]", "") ?? field.name;
        const before = found.get(title);
        if (before?.text) continue;
        const link = `${operationPage(vendor, operation)}#${part}-${field.name}`;
        found.set(title, {
          kind: "field",
          title,
          where: `${spec.info.title}, ${operation.operationId}`,
          text: field.description,
          link: before?.link ?? link,
        });
      }
    }
    return [...found.values()];
  });
}

function failuresOf({ vendor, spec, failures, remedies, language }: VendorDocs): Entry[] {
  return failures.map(({ outcome, code, message, scenario }) => ({
    kind: "error",
    title: [code, message].filter((part) => part !== undefined && part !== "").join(" · ") || outcome,
    where: `${spec.info.title}, ${scenario.operationId}: ${outcome}`,
    text: `${scenario.summary} ${remedies[outcome]?.cause[language] ?? ""}`,
    also: outcome,
    link: `${vendorPage(vendor, "errors")}#${outcome}`,
  }));
}

/** The scenarios that are no failures, some of which read as if they were. */
function successesOf({ vendor, spec, scenarios, failures }: VendorDocs): Entry[] {
  const failed = new Set(failures.map(({ scenario }) => scenario.name));
  return scenarios
    .filter(({ name }) => !failed.has(name))
    .map(({ name, operation, summary, outcome }) => ({
      kind: "scenario",
      title: name,
      where: `${spec.info.title}, ${operation.operationId}: ${outcome}`,
      text: summary,
      link: `${operationPage(vendor, operation)}#${name}`,
    }));
}

function commonFailures({ language }: VendorDocs, messages: Messages): Entry[] {
  return Object.entries(readCommonRemedies()).map(([outcome, { cause, action }]) => ({
    kind: "error",
    title: outcome,
    where: messages.common,
    text: `${cause[language]} ${action[language]}`,
    link: `errors.html#common-${outcome}`,
  }));
}

/** Each section of a guide, at the address that it has in both languages. */
function sectionsOfGuide(name: string, { language }: VendorDocs, messages: Messages): Entry[] {
  const { title, markdown } = readGuide(name, language);
  return sectionsOf(markdown, readGuide(name, "en").markdown).map(({ id, heading, text }, index) => ({
    kind: "section",
    title: plain(heading),
    where: index === 0 ? messages.guides : plain(title),
    text,
    also: index === 0 ? name : "",
    link: index === 0 ? `guides/${name}.html` : `guides/${name}.html#${id}`,
  }));
}

function termsOf({ language }: VendorDocs, messages: Messages): Entry[] {
  return readGlossary().map((term) => ({
    kind: "term",
    title: term.term,
    where: messages.glossary,
    text: `${term.name}. ${term[language]}`,
    link: `glossary.html#${termId(term)}`,
  }));
}
