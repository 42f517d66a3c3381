import { languages } from "@setor-tooling/model/languages";
import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors } from "@setor-tooling/model/vendors";
import { Fragment, h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import type { Page } from "../layout/page.js";
import { listPages } from "../layout/site.js";

const [vendor] = listVendors();

describe.each([...languages])("a vendor without a server in the sandbox, in %s", async (language) => {
  const docs = await readVendorDocs(vendor ?? expect.unreachable(), language);
  const { workflows: _, console: __, ...profile } = docs.profile;

  it("a vendor without a server has pages that promise none", async () => {
    const own = (pages: readonly Page[]) => pages.filter((page) => page.vendor?.id === docs.vendor.id);
    const promises = ({ content }: Page) => {
      const html = renderToString(h(Fragment, null, content));
      return html.includes(`4020/${docs.vendor.id}`) || html.includes("<form");
    };
    const without = own(await listPages([{ ...docs, profile }], language));
    expect(without.length).toBeGreaterThan(3);
    expect(without.filter(promises).map(({ name }) => name)).toEqual([]);
    expect(own(await listPages([docs], language)).filter(promises)).not.toEqual([]);
  });
});
