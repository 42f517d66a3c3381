import type { SpecOperation } from "@setor-tooling/model/spec/document";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import { describeVendor } from "@setor-tooling/play/describe";
import { leadTo } from "@setor-tooling/play/lead-to";
import { writeLink } from "@setor-tooling/play/link";
import { defaultStart } from "@setor-tooling/play/run";
import type { VNode } from "preact";
import { linkTo, type PageAddress } from "../../layout/links.js";
import type { Messages } from "../../layout/messages/messages.js";
import { vendorPage } from "../../layout/page.js";

/** A button that runs the call in this page, with those before it that it needs; without scripts a link to the console. */
export function RunHere(props: {
  readonly docs: VendorDocs;
  readonly operation: SpecOperation;
  readonly address: PageAddress;
  readonly messages: Messages;
}): VNode | null {
  const { docs, operation, address, messages } = props;
  const described = describeVendor(docs);
  if (described === undefined) return null;
  const { before, input } = leadTo(described, operation.operationId);
  const steps = [...before, { do: "call", operation: operation.operationId, input } as const];
  const run = writeLink({ vendor: docs.vendor.id, start: defaultStart, steps });
  const console = linkTo(address, vendorPage(docs.vendor, "tryIt"));
  return (
    <a class="button main" data-run={`${console}?embed#${run}`} href={`${console}#${run}`}>
      {messages.runHere} <code>{operation.operationId}</code>
    </a>
  );
}
