import { faults } from "@setor-tooling/answers/engine/diagnose";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { describeVendor } from "@setor-tooling/play/describe";
import { leadTo } from "@setor-tooling/play/lead-to";
import { writeLink } from "@setor-tooling/play/link";
import { defaultStart } from "@setor-tooling/play/run";
import { vendorPage } from "../layout/page.js";

/** The faults that an answer can lead to. */
const shown: ReadonlySet<string> = new Set(Object.values(faults));

/** Links to the consoles in which a call meets a fault, by vendor, operation and fault, in words with a space between. */
export function answerRuns(docs: readonly VendorDocs[]): Readonly<Record<string, string>> {
  return Object.fromEntries(docs.flatMap(runsOf));
}

function runsOf(docs: VendorDocs): (readonly [string, string])[] {
  const described = describeVendor(docs);
  if (described === undefined) return [];
  const { id, presets } = described;
  const page = vendorPage(docs.vendor, "tryIt");
  return described.operations
    .filter((operation) => presets.some((preset) => preset.operation === operation.id))
    .flatMap((operation) => {
      const { before, input } = leadTo(described, operation.id);
      return operation.faults
        .filter((fault) => shown.has(fault))
        .map((fault) => {
          const steps = [...before, { do: "call", operation: operation.id, input, fault } as const];
          return [
            `${id} ${operation.id} ${fault}`,
            `${page}#${writeLink({ vendor: id, start: defaultStart, steps })}`,
          ] as const;
        });
    });
}
