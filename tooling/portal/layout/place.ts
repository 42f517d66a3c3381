import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { PageAddress } from "./links.js";
import type { Messages } from "./messages/messages.js";
import type { Page } from "./page.js";

/** What every part of the shell is written with. */
export interface Place {
  readonly page: Page;
  readonly address: PageAddress;
  readonly messages: Messages;
  readonly docs: readonly VendorDocs[];
}
