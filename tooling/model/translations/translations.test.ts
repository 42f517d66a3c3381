import { describe, expect, it } from "vitest";
import { listVendors } from "../vendors.js";
import { listTexts, mapTexts } from "./texts.js";
import { readTranslations, textsOf } from "./translations.js";

/** What a translation has to leave as it is: code, links and figures. */
function fixedParts(text: string): string[] {
  return [...text.matchAll(/```.*?```|`[^`]+`|https?:\/\/\S+|\d+/gs)].map(([part]) => part).sort();
}

describe.each(listVendors())("the texts of $id", async (vendor) => {
  const translations = readTranslations(vendor);

  it("the texts are all there in Indonesian, in their order, and no other", async () => {
    const texts = (await textsOf(vendor)).map((text) => text.trim());
    expect(translations.map(({ en }) => en.trim())).toEqual(texts);
    expect(translations.filter(({ id }) => id.trim() === "").map(({ en }) => en)).toEqual([]);
  });

  it.each(translations)("the translation keeps code, links and figures: $en", ({ en, id }) => {
    expect(fixedParts(id)).toEqual(fixedParts(en));
  });
});

describe("the texts of a document", () => {
  const document = {
    info: { title: "A", description: "B" },
    schema: { properties: { description: { type: "string", description: "C", const: "no text" } } },
    examples: { one: { summary: "D", value: { summary: "no text" } } },
  };

  it("the texts of a document are those for readers, not the vendor's data and not the names of fields", () => {
    expect(listTexts(document)).toEqual(["A", "B", "C", "D"]);
  });

  it("mapTexts changes a text once where a part stands in several places", () => {
    const part = { description: "a" };
    expect(mapTexts({ one: part, two: part }, (text) => `${text}!`)).toEqual({
      one: { description: "a!" },
      two: { description: "a!" },
    });
  });

  it("mapTexts changes a copy only", () => {
    expect(listTexts(mapTexts(document, (text) => text.toLowerCase()))).toEqual(["a", "b", "c", "d"]);
    expect(document.info.title).toBe("A");
  });
});
