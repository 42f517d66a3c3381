/** Properties whose text is for readers, in OpenAPI and Arazzo documents. */
const texts = new Set(["title", "summary", "description", "source", "settle", "x-no-4xx", "x-actor"]);

/** Data of the vendor's, which is never translated. */
const data = new Set(["value", "const", "enum", "payload", "contact", "license", "sourceDescriptions"]);

/** A copy of a document in which every text for readers is another. Names of properties are no texts. */
export function mapTexts<T>(document: T, map: (text: string) => string): T {
  const copy = structuredClone(document);
  visit(copy, (holder, key, text) => Reflect.set(holder, key, map(text)));
  return copy;
}

/** Every text for readers, each once, in the order of the document. */
export function listTexts(document: object): string[] {
  const found = new Set<string>();
  visit(document, (_holder, _key, text) => found.add(text));
  return [...found];
}

/** A part that stands in several places is visited once. */
function visit(
  node: unknown,
  take: (holder: object, key: string, text: string) => void,
  seen: Set<object> = new Set(),
): void {
  if (typeof node !== "object" || node === null || seen.has(node)) return;
  seen.add(node);
  for (const [key, child] of Object.entries(node)) {
    if (data.has(key) && !isSchema(child)) continue;
    if (typeof child === "string" && texts.has(key)) take(node, key, child);
    else visit(child, take, seen);
  }
}

/** A field can have any name, also one that means something elsewhere. */
function isSchema(node: unknown): boolean {
  return typeof node === "object" && node !== null && ("type" in node || "$ref" in node);
}
