import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { listVendors, readVendors } from "./vendors.js";

const checkouts: string[] = [];

/** A checkout of nothing but packages, with these in their `profile/vendor.json`. */
function checkoutOf(declared: Readonly<Record<string, object | undefined>>): string {
  const checkout = mkdtempSync(join(tmpdir(), "setor-"));
  checkouts.push(checkout);
  for (const [id, content] of Object.entries(declared)) {
    const profile = join(checkout, "packages", id, "profile");
    mkdirSync(profile, { recursive: true });
    if (content !== undefined) writeFileSync(join(profile, "vendor.json"), JSON.stringify(content));
  }
  return checkout;
}

afterEach(() => {
  for (const checkout of checkouts.splice(0)) rmSync(checkout, { recursive: true });
});

describe("the vendors", () => {
  it("the vendors are the packages that have a port, in the order of their ports", () => {
    const checkout = checkoutOf({ a: { mockPort: 4012 }, b: { mockPort: 4010 }, core: undefined });
    expect(readVendors(checkout)).toMatchObject([
      { id: "b", packageName: "@setor/b", specFile: join(checkout, "specs", "b", "openapi.yaml"), mockPort: 4010 },
      { id: "a", packageName: "@setor/a", packageDir: join(checkout, "packages", "a"), mockPort: 4012 },
    ]);
  });

  it("the vendors of this checkout each have their own port", () => {
    const ports = listVendors().map(({ mockPort }) => mockPort);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports).toEqual([...new Set(ports)].sort((a, b) => a - b));
  });

  it("the vendors are refused in one sentence when two have the same port", () => {
    const checkout = checkoutOf({ a: { mockPort: 4010 }, b: { mockPort: 4011 }, c: { mockPort: 4010 } });
    const sentence = "a and c have the same `mockPort`, 4010; give one of them another.";
    expect(() => readVendors(checkout)).toThrow(new Error(sentence));
  });

  it.each([0, 65_536, 40.5, "4010", undefined])(
    "the vendors are refused in one sentence for a port that is none: %j",
    (mockPort) => {
      const checkout = checkoutOf({ a: { mockPort } });
      const file = join(checkout, "packages", "a", "profile", "vendor.json");
      const sentence = `${file}: \`mockPort\` is ${JSON.stringify(mockPort)}; it must be a port, from 1 to 65535.`;
      expect(() => readVendors(checkout)).toThrow(new Error(sentence));
    },
  );
});
