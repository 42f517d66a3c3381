import { isDeepStrictEqual } from "node:util";
import type { Document, Media, Parameter, Schema } from "../spec/document.js";
import type { Scenario } from "./scenarios.js";
import type { SchemaCheck } from "./schema-check.js";

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

/** Everything in which a request leaves the spec, or the example that it is to equal. */
export async function checkRequest(
  spec: Document,
  scenario: Scenario,
  sent: SentRequest,
  schemas: SchemaCheck,
  baseUrl: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<string[]> {
  const { method, operation } = scenario.located;
  const problems = sent.method.toLowerCase() === method ? [] : [`method is ${sent.method}`];
  const parameters = operation.parameters ?? [];
  const [address = "", query = ""] = sent.url.split("?", 2);
  problems.push(
    ...checkPath(scenario, address, baseUrl, parameters, schemas),
    ...checkQuery(scenario, query, parameters, schemas),
    ...checkHeaders(spec, scenario, sent, parameters, schemas),
    ...(await checkBody(scenario, sent, schemas, files)),
  );
  return problems;
}

function checkPath(
  scenario: Scenario,
  address: string,
  baseUrl: string,
  parameters: Parameter[],
  schemas: SchemaCheck,
): string[] {
  const template = (baseUrl.replace(/\/+$/, "") + scenario.located.path).split("/");
  const segments = address.split("/");
  if (template.length !== segments.length) return [`path does not fit ${scenario.located.path}`];
  return template.flatMap((expected, index) => {
    const segment = segments[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(expected)?.[1];
    if (name === undefined) return expected === segment ? [] : [`path has "${segment}" instead of "${expected}"`];
    return checkEncoded(
      `path ${name}`,
      segment,
      scenario.request.path[name],
      schemaOf(parameters, "path", name),
      schemas,
    );
  });
}

function checkQuery(scenario: Scenario, query: string, parameters: Parameter[], schemas: SchemaCheck): string[] {
  const pairs = query === "" ? [] : query.split("&").map((pair) => pair.split("=", 2));
  const names = pairs.map(([name = ""]) => name);
  const problems = names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `query ${name} is repeated`);
  for (const [name = "", value = ""] of pairs) {
    const schema = schemaOf(parameters, "query", name);
    if (schema === undefined) problems.push(`query ${name} is not in the spec`);
    else problems.push(...checkEncoded(`query ${name}`, value, scenario.request.query[name], schema, schemas));
  }
  const missing = Object.keys(scenario.request.query).filter((name) => !names.includes(name));
  return [
    ...problems,
    ...missing.map((name) => `query ${name} is missing`),
    ...missingRequired("query", parameters, names),
  ];
}

function checkHeaders(
  spec: Document,
  scenario: Scenario,
  sent: SentRequest,
  parameters: Parameter[],
  schemas: SchemaCheck,
): string[] {
  const problems: string[] = [];
  const security = scenario.located.operation.security ?? spec.security ?? [];
  for (const [name, value] of sent.headers) {
    const parameter = parameters.find((known) => known.in === "header" && known.name.toLowerCase() === name);
    if (parameter?.schema !== undefined) {
      problems.push(...schemas.problems(parameter.schema, value, `header ${name}`));
      if (value !== scenario.request.header[parameter.name]) problems.push(`header ${name} is not the example's`);
    } else if (name === "authorization" && security.length > 0) {
      if (!/^Bearer \S+$/.test(value)) problems.push("header authorization is no bearer token");
    } else if (!ownHeaders.has(name)) problems.push(`header ${name} is not in the spec`);
  }
  if (security.length > 0 && !sent.headers.has("authorization")) problems.push("header authorization is missing");
  const names = parameters.filter((known) => known.in === "header" && sent.headers.has(known.name));
  return [
    ...problems,
    ...missingRequired(
      "header",
      parameters,
      names.map(({ name }) => name),
    ),
  ];
}

async function checkBody(
  scenario: Scenario,
  sent: SentRequest,
  schemas: SchemaCheck,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<string[]> {
  const declared = Object.entries(scenario.located.operation.requestBody?.content ?? {});
  const contentType = sent.headers.get("content-type")?.split(";")[0];
  const [mediaType, media] = declared[0] ?? [];
  if (contentType !== mediaType) return [`media type is ${contentType ?? "absent"} instead of ${mediaType ?? "none"}`];
  if (mediaType === undefined) return sent.text === "" ? [] : ["there is a body, and none in the spec"];
  const parsed = await parseBody(mediaType, sent, media, files);
  const problems = schemas.problems(media?.schema ?? {}, parsed.value, "body");
  if (!isDeepStrictEqual(parsed.value, scenario.request.body)) problems.push("body is not the example's");
  return [...parsed.problems, ...problems];
}

async function parseBody(
  mediaType: string,
  sent: SentRequest,
  media: Media | undefined,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<{ value: unknown; problems: string[] }> {
  if (mediaType === "application/json") {
    const value: unknown = JSON.parse(sent.text);
    return { value, problems: JSON.stringify(value).length === sent.text.length ? [] : ["body is not compact JSON"] };
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
  files: Readonly<Record<string, Uint8Array>>,
  problems: string[],
): Promise<unknown> {
  const bytes = new Uint8Array(await part.arrayBuffer());
  if (!isDeepStrictEqual(bytes, files[name])) problems.push(`part ${name} does not hold the file's bytes`);
  if (!/^image\/(jpeg|png)$/.test(part.type)) problems.push(`part ${name} has the content type "${part.type}"`);
  const [example] = Object.values(media?.examples ?? {});
  return (example?.value as Record<string, unknown> | undefined)?.[name];
}

function checkEncoded(
  what: string,
  raw: string,
  expected: unknown,
  schema: Schema | undefined,
  schemas: SchemaCheck,
): string[] {
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
  return [...schemas.problems(schema, value, what), ...(value === expected ? [] : [`${what} is not the example's`])];
}

function schemaOf(parameters: Parameter[], place: Parameter["in"], name: string): Schema | undefined {
  return parameters.find((parameter) => parameter.in === place && parameter.name === name)?.schema;
}

function missingRequired(place: Parameter["in"], parameters: Parameter[], names: string[]): string[] {
  return parameters
    .filter((parameter) => parameter.in === place && parameter.required && !names.includes(parameter.name))
    .map(({ name }) => `${place} ${name} is required and missing`);
}

function repeated(names: string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `field ${name} is repeated`);
}
