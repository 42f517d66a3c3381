import type { SpecOperation } from "@setor-tooling/model/spec/document";
import type { Vendor } from "@setor-tooling/model/vendors";
import type { ComponentChildren } from "preact";

/** A page before it is written. */
export interface Page {
  /** The same in each language. */
  readonly name: string;
  readonly title: string;
  /** One sentence for search engines and previews. */
  readonly description: string;
  /** What stands in `<main>`. */
  readonly content: ComponentChildren;
  /** The vendor that it is about. */
  readonly vendor?: Vendor;
  /** Browser programs of its own beside the one of every page. */
  readonly scripts?: readonly string[];
  /** How much room it takes: no list of its sections beside it, or nothing beside it at all. */
  readonly room?: "wide" | "whole";
}

/** The pages that each vendor has beside those of its operations, in the order of their links. */
export const vendorPages = ["overview", "reference", "errors", "workflows", "tryIt", "changelog"] as const;

export function vendorPage({ id }: Vendor, page: (typeof vendorPages)[number]): string {
  const file = page === "overview" ? "index" : page === "tryIt" ? "try" : page;
  return `${id}/${file}.html`;
}

/** The page of an operation. */
export function operationPage({ id }: Vendor, { operationId }: SpecOperation): string {
  return `${id}/operations/${operationId}.html`;
}

/** Where an operation is in its vendor's whole reference, as Redoc addresses it. */
export function referencePlace(vendor: Vendor, { tags: [tag = ""] = [], operationId }: SpecOperation): string {
  const slug = tag.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return `${vendorPage(vendor, "reference")}#/${slug}/${operationId.toLowerCase()}`;
}
