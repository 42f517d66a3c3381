import { languages } from "@setor-tooling/model/languages";
import { readVendorDocs } from "@setor-tooling/model/vendor-docs";
import { listVendors } from "@setor-tooling/model/vendors";
import { describe, expect, it } from "vitest";
import { listPages } from "../layout/site.js";

const [vendor] = listVendors();

describe.each([...languages])("a vendor without a server in the sandbox, in %s", async (language) => {
  const docs = await readVendorDocs(vendor ?? expect.unreachable(), language);
  const { workflows: _, console: __, ...profile } = docs.profile;

  it("a vendor without a server has pages that promise none", () => {
    const own = (pages: ReturnType<typeof listPages>) => pages.filter((page) => page.vendor?.id === docs.vendor.id);
    const promises = ({ body }: { readonly body: string }) =>
      body.includes(`4020/${docs.vendor.id}`) || body.includes("<form");
    const without = own(listPages([{ ...docs, profile }], language));
    expect(without.length).toBeGreaterThan(3);
    expect(without.filter(promises).map(({ name }) => name)).toEqual([]);
    expect(own(listPages([docs], language)).filter(promises)).not.toEqual([]);
  });
});
