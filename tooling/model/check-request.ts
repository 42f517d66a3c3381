import { isDeepStrictEqual } from "node:util";
import type { WireValues } from "./scenarios.js";
import type { SchemaCheck } from "./schema-check.js";
import type { Document, Media, Parameter } from "./spec/document.js";
import type { LocatedOperation } from "./spec/load.js";
import { parametersOf, schemesOf } from "./spec/security.js";

/** A request as it left the client. */
export interface SentRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly text: string;
  readonly form: FormData | undefined;
}

/** Headers that the client may send without the spec naming them. */
const ownHeaders = new Set(["accept", "content-type", "cache-control"]);

/** What a client hands to `fetch`, as the platform would send it. */
export async function captureRequest(url: string, init: RequestInit): Promise<SentRequest> {
  const request = new Request(url, init);
  const multipart = request.headers.get("content-type")?.startsWith("multipart/form-data");
  return {
    url,
    method: request.method,
    headers: request.headers,
    text: multipart ? "" : await request.clone().text(),
    form: multipart ? await request.clone().formData() : undefined,
  };
}

export interface RequestCheck extends LocatedOperation {
  readonly spec: Document;
  readonly sent: SentRequest;
  readonly schemas: SchemaCheck;
  readonly baseUrl: string;
  /** The example that the request is to equal; without one it is held against the spec alone. */
  readonly expected?: WireValues;
  /** The bytes of the file parts, by name. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** Everything in which a request leaves the spec, or the example that it is to equal. */
export async function checkRequest(check: RequestCheck): Promise<string[]> {
  const { method } = check;
  const [address = "", query = ""] = check.sent.url.split("?", 2);
  return [
    ...(check.sent.method.toLowerCase() === method ? [] : [`method is ${check.sent.method}`]),
    ...checkPath(check, address),
    ...checkQuery(check, query),
    ...checkHeaders(check),
    ...(await checkBody(check)),
  ];
}

function checkPath(check: RequestCheck, address: string): string[] {
  const { baseUrl, path } = check;
  const template = (baseUrl.replace(/\/+$/, "") + path).split("/");
  const segments = address.split("/");
  if (template.length !== segments.length) return [`path does not fit ${path}`];
  return template.flatMap((fixed, index) => {
    const segment = segments[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(fixed)?.[1];
    if (name === undefined) return fixed === segment ? [] : [`path has "${segment}" instead of "${fixed}"`];
    return checkEncoded(check, "path", name, segment);
  });
}

function checkQuery(check: RequestCheck, query: string): string[] {
  const pairs = query === "" ? [] : query.split("&").map((pair) => pair.split("=", 2));
  const names = pairs.map(([name = ""]) => name);
  const missing = Object.keys(check.expected?.query ?? {}).filter((name) => !names.includes(name));
  return [
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `query ${name} is repeated`),
    ...pairs.flatMap(([name = "", value = ""]) => checkEncoded(check, "query", name, value)),
    ...missing.map((name) => `query ${name} is missing`),
    ...missingRequired(check, "query", names),
  ];
}

function checkHeaders(check: RequestCheck): string[] {
  const { spec, operation, sent, schemas, expected } = check;
  const problems: string[] = [];
  const secured = schemesOf(spec, operation).some(({ type }) => type === "http");
  const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === "header");
  for (const [name, value] of sent.headers) {
    const parameter = declared.find((known) => known.name.toLowerCase() === name);
    if (parameter?.schema !== undefined) {
      problems.push(...schemas.problems(parameter.schema, value, `header ${name}`));
      const example = expected?.header[parameter.name];
      if (expected !== undefined && value !== example) problems.push(`header ${name} is not the example's`);
    } else if (name === "authorization" && secured) {
      if (!/^Bearer \S+$/.test(value)) problems.push("header authorization is no bearer token");
    } else if (!ownHeaders.has(name)) problems.push(`header ${name} is not in the spec`);
  }
  if (secured && !sent.headers.has("authorization")) problems.push("header authorization is missing");
  const names = declared.filter(({ name }) => sent.headers.has(name)).map(({ name }) => name);
  return [...problems, ...missingRequired(check, "header", names)];
}

async function checkBody({ operation, sent, schemas, expected, files }: RequestCheck): Promise<string[]> {
  const declared = Object.entries(operation.requestBody?.content ?? {});
  const contentType = sent.headers.get("content-type")?.split(";")[0];
  const [mediaType, media] = declared[0] ?? [];
  if (contentType !== mediaType) return [`media type is ${contentType ?? "absent"} instead of ${mediaType ?? "none"}`];
  if (mediaType === undefined) return sent.text === "" ? [] : ["there is a body, and none in the spec"];
  const parsed = await parseBody(mediaType, sent, media, files);
  const problems = schemas.problems(media?.schema ?? {}, parsed.value, "body");
  const equal = expected === undefined || isDeepStrictEqual(parsed.value, expected.body);
  return [...parsed.problems, ...problems, ...(equal ? [] : ["body is not the example's"])];
}

async function parseBody(
  mediaType: string,
  sent: SentRequest,
  media: Media | undefined,
  files: RequestCheck["files"],
): Promise<{ value: unknown; problems: string[] }> {
  if (mediaType === "application/json") {
    const value: unknown = JSON.parse(sent.text);
    const unescaped = sent.text.replace(/\\u([0-9a-f]{4})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    return { value, problems: JSON.stringify(value) === unescaped ? [] : ["body is not compact JSON"] };
  }
  if (mediaType === "application/x-www-form-urlencoded") {
    const form = new URLSearchParams(sent.text);
    const problems = form.toString() === sent.text ? [] : ["form is not encoded as a form is"];
    return { value: Object.fromEntries(form), problems: [...problems, ...repeated([...form.keys()])] };
  }
  const form = sent.form ?? new FormData();
  const problems = repeated([...form.keys()]);
  const value: Record<string, unknown> = {};
  for (const [name, part] of form) {
    const binary = media?.schema?.properties?.[name]?.format === "binary";
    if (binary !== part instanceof Blob)
      problems.push(`part ${name} is ${binary ? "text, not a file" : "a file, not text"}`);
    value[name] = part instanceof Blob ? await filePlaceholder(name, part, media, files, problems) : part;
  }
  return { value, problems };
}

/** The example stands for a file by a text; the bytes are compared here. */
async function filePlaceholder(
  name: string,
  part: Blob,
  media: Media | undefined,
  files: RequestCheck["files"],
  problems: string[],
): Promise<unknown> {
  const bytes = new Uint8Array(await part.arrayBuffer());
  if (files !== undefined && !isDeepStrictEqual(bytes, files[name]))
    problems.push(`part ${name} does not hold the file's bytes`);
  if (!/^image\/(jpeg|png)$/.test(part.type)) problems.push(`part ${name} has the content type "${part.type}"`);
  const [example] = Object.values(media?.examples ?? {});
  return (example?.value as Record<string, unknown> | undefined)?.[name];
}

function checkEncoded(check: RequestCheck, location: "path" | "query", name: string, raw: string): string[] {
  const what = `${location} ${name}`;
  const parameters = parametersOf(check.spec, check.operation);
  const schema = parameters.find((parameter) => parameter.in === location && parameter.name === name)?.schema;
  if (schema === undefined) return [`${what} is not in the spec`];
  let decoded: string;
  try {
    decoded = decodeURIComponent(raw);
  } catch {
    return [`${what} is not percent-encoded`];
  }
  if (encodeURIComponent(decoded) !== raw) return [`${what} is not percent-encoded as it should be`];
  const numeric = schema.type === "integer";
  if (numeric && !/^-?[0-9]+$/.test(decoded)) return [`${what} is no integer`];
  const value = numeric ? Number(decoded) : decoded;
  const equal = check.expected === undefined || check.expected[location][name] === value;
  return [...check.schemas.problems(schema, value, what), ...(equal ? [] : [`${what} is not the example's`])];
}

function missingRequired({ spec, operation }: RequestCheck, location: Parameter["in"], names: string[]): string[] {
  return parametersOf(spec, operation)
    .filter((parameter) => parameter.in === location && parameter.required && !names.includes(parameter.name))
    .map(({ name }) => `${location} ${name} is required and missing`);
}

function repeated(names: string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `field ${name} is repeated`);
}
