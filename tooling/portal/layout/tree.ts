import { guideGroups, readGuide } from "@setor-tooling/model/guides";
import type { Language } from "@setor-tooling/model/languages";
import { listOperations } from "@setor-tooling/model/spec/load";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { Messages } from "./messages/messages.js";
import { operationPage, type Page, vendorPage } from "./page.js";

/** A page by its name, as a list shows it. */
export interface Leaf {
  readonly name: string;
  readonly text: string;
  /** A name out of the code. */
  readonly code?: boolean;
}

/** A group of pages that are read one after the other. */
export interface Branch {
  readonly title: string;
  readonly leaves: readonly Leaf[];
}

/** What stands beside a page: the pages of its vendor, or those that are about all of them. */
export function branchesOf(page: Page, docs: readonly VendorDocs[], messages: Messages): Branch[] {
  const own = docs.find(({ vendor }) => vendor.id === page.vendor?.id);
  const vendors: Branch = {
    title: messages.vendors,
    leaves: docs.map(({ vendor, spec }) => ({ name: vendorPage(vendor, "overview"), text: spec.info.title })),
  };
  const guides = guideBranches(page, docs, messages);
  const general: Branch = {
    title: "Setor",
    leaves: [
      { name: "index.html", text: messages.home },
      { name: "darurat.html", text: messages.answers.menu },
      { name: "errors.html", text: messages.allErrors },
      { name: "glossary.html", text: messages.glossary },
      { name: "design.html", text: messages.shell.design },
    ],
  };
  return own === undefined ? [general, ...guides, vendors] : [...vendorBranches(own, messages), ...guides];
}

function vendorBranches({ vendor, spec }: VendorDocs, messages: Messages): Branch[] {
  return [
    { title: spec.info.title, leaves: [{ name: vendorPage(vendor, "overview"), text: messages.overview }] },
    {
      title: messages.shell.operations,
      leaves: listOperations(spec).map(({ operation }) => ({
        name: operationPage(vendor, operation),
        text: operation.operationId,
        code: true,
      })),
    },
    {
      title: messages.shell.more,
      leaves: [
        { name: vendorPage(vendor, "tryIt"), text: messages.shell.console },
        { name: vendorPage(vendor, "errors"), text: messages.errors },
        { name: vendorPage(vendor, "workflows"), text: messages.workflows },
        { name: vendorPage(vendor, "reference"), text: messages.shell.wholeReference },
        { name: vendorPage(vendor, "changelog"), text: messages.changelog },
      ],
    },
  ];
}

/** Beside a guide all of them; elsewhere the way there. */
function guideBranches(page: Page, [docs]: readonly VendorDocs[], messages: Messages): Branch[] {
  const language = docs?.language ?? "id";
  const index = { name: "guides/index.html", text: messages.allGuides };
  if (!page.name.startsWith("guides/")) {
    return [{ title: messages.guides, leaves: [index, ...guideLeaves(guideGroups.begin.slice(0, 1), language)] }];
  }
  const groups = Object.entries(guideGroups).map(([group, names]) => ({
    title: Reflect.get(messages.guideGroups, group),
    leaves: guideLeaves(names, language),
  }));
  return [{ title: messages.guides, leaves: [index] }, ...groups];
}

function guideLeaves(names: readonly string[], language: Language): Leaf[] {
  return names.map((name) => ({ name: `guides/${name}.html`, text: readGuide(name, language).title }));
}

/** The pages before and after one, in the order in which they are read. */
export function neighboursOf(page: Page, branches: readonly Branch[]): { previous?: Leaf; next?: Leaf } {
  const leaves = branches.flatMap((branch) => branch.leaves);
  const place = leaves.findIndex(({ name }) => name === page.name);
  if (place === -1) return {};
  const [previous, next] = [leaves[place - 1], leaves[place + 1]];
  return { ...(previous && { previous }), ...(next && { next }) };
}
