import { STATUS_CODES } from "node:http";
import type { Scenario } from "@setor-tooling/model/scenarios";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { Vendor } from "@setor-tooling/model/vendors";
import { photo, sampleRequest } from "../request.js";
import { withVariables } from "./expressions.js";
import { type PostmanRequest, postmanRequest } from "./request.js";
import { eventsOf, type PostmanEvent, signingEvent } from "./scripts.js";
import { type Call, keptOf, listCalls, readInputs, withSteps } from "./steps.js";
import {
  credentialsOf,
  environmentName,
  type PostmanVariable,
  placeholderOf,
  postmanVariable,
  sandboxVariable,
} from "./variables.js";

export interface PostmanResponse {
  readonly name: string;
  readonly originalRequest: PostmanRequest;
  readonly status: string;
  readonly code: number;
  readonly _postman_previewlanguage: "json" | "html";
  readonly header: readonly PostmanVariable[];
  readonly cookie: readonly [];
  readonly body: string;
}

export interface PostmanItem {
  readonly name: string;
  readonly request: PostmanRequest;
  readonly response: readonly PostmanResponse[];
  readonly event: readonly PostmanEvent[];
  readonly protocolProfileBehavior: { readonly followRedirects: false };
}

export interface PostmanCollection {
  readonly info: { readonly name: string; readonly description: string; readonly schema: string };
  readonly item: readonly PostmanItem[];
  readonly event?: readonly PostmanEvent[];
  readonly variable: readonly PostmanVariable[];
}

/** How a collection is run. */
function guideOf(vendor: string): string {
  const host = sandboxVariable;
  const baseUrl = postmanVariable(vendor, "baseUrl");
  return (
    `**Variables.** The server and the credentials are those of the environment: \`${environmentName}\`, or one of your ` +
    `own. Without one nothing can be sent. In \`${environmentName}\`, \`${host}\` is where the sandbox listens, and ` +
    `\`${baseUrl}\` follows from it. To reach the vendor, copy the environment, set \`${baseUrl}\` to the vendor's own ` +
    "URL, and put your credentials in. What is sent beside them, such as the number of a bill, is in the variables of " +
    "the collection.\n\n" +
    "**Order.** The requests build on each other: run the collection, or send them from the first to the last. Their " +
    "tests say what a good answer is, because HTTP 200 is not enough, and a run stops at the first answer that is not " +
    "good. In the sandbox what is paid stays paid: send `POST " +
    `${placeholderOf(host)}/sandbox/reset\` before you run the collection again.`
  );
}

export function postmanFile({ id }: Vendor): string {
  return `${id}.postman.json`;
}

/** A vendor's collection: its workflows step by step, and what is known to be answered. */
export async function postmanCollection(docs: VendorDocs): Promise<PostmanCollection> {
  const { vendor, spec, profile } = docs;
  const { signing } = profile;
  const calls = listCalls(docs);
  const items = calls.map((call) => postmanItem(docs, call, calls));
  return {
    info: {
      name: spec.info.title,
      description: `${guideOf(vendor.id)}\n\n${spec.info.description ?? ""}`,
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    item: items,
    ...(signing !== undefined && { event: [signingEvent(vendor.id, signing)] }),
    variable: await variablesOf(docs, calls, items),
  };
}

/** The inputs that the requests and their tests use, and what is made or kept while requests are sent. */
async function variablesOf(docs: VendorDocs, calls: readonly Call[], items: readonly PostmanItem[]) {
  const { vendor, scenarios, profile } = docs;
  const used = JSON.stringify(items);
  const credentials = credentialsOf(scenarios);
  const made = profile.signing === undefined ? [] : ["token", "timestamp", "signature"];
  const kept = calls.flatMap(({ step }) => (step === undefined ? [] : keptOf(docs, step)));
  const inputs = Object.entries(await readInputs(docs, calls)).filter(
    ([name]) => !Object.hasOwn(credentials, name) && used.includes(postmanVariable(vendor.id, name)),
  );
  const empty = [...made, ...kept.map(({ field }) => field)].map((field): [string, unknown] => [field, ""]);
  // By name, because an input that an answer gives is in both.
  return [...new Map([...inputs, ...empty])].map(([field, value]) => ({
    key: postmanVariable(vendor.id, field),
    value: String(value),
  }));
}

function postmanItem(docs: VendorDocs, call: Call, calls: readonly Call[]): PostmanItem {
  const { name, scenario } = call;
  const operationId = scenario?.operationId;
  // An operation that is called twice has its known answers at the first call.
  const isFirst = calls.find((each) => each.scenario?.operationId === operationId) === call;
  const answered = docs.scenarios.filter((each) => isFirst && each.operationId === operationId);
  return {
    name,
    request: { ...requestOfCall(docs, call), description: descriptionOf(call) },
    response: answered.map((each) => responseOf(docs, each)),
    event: eventsOf(docs, call),
    // A payment that is redirected is sent twice.
    protocolProfileBehavior: { followRedirects: false },
  };
}

function descriptionOf({ step, scenario }: Call): string {
  const { summary, description, requestBody } = scenario?.operation ?? {};
  const fields = Object.values(requestBody?.content ?? {})[0]?.schema?.properties ?? {};
  const files = Object.keys(fields).filter((field) => fields[field]?.format === "binary");
  return [
    step?.description,
    step?.["x-operation"] && "This is a call to the sandbox only. Leave it out with the vendor.",
    ...files.map(
      (field) =>
        `Choose a file of your own for \`${field}\`: the app shows an empty field until you do. Newman takes ` +
        `\`${photo.name}\` in its working directory.`,
    ),
    summary,
    description,
  ]
    .filter((part) => part !== undefined)
    .map((part) => part.trim())
    .join("\n\n");
}

function requestOfCall(docs: VendorDocs, call: Call): PostmanRequest {
  const { vendor } = docs;
  const scenario = withSteps(vendor.id, call);
  if (scenario !== undefined) return requestOf(docs, scenario, true);
  const { stepId, "x-operation": operation, requestBody } = call.step ?? {};
  if (operation === undefined) throw new Error(`${stepId}: it says neither \`operationId\` nor \`x-operation\``);
  const filled = ([name, value]: [string, unknown]) => [name, withVariables(vendor.id, value)];
  const request = {
    method: operation.method === "get" ? ("GET" as const) : ("POST" as const),
    url: String(withVariables(vendor.id, operation.url)),
    query: {},
    headers: { "Content-Type": "application/json" },
    body: { type: "json" as const, value: Object.fromEntries(Object.entries(requestBody?.payload ?? {}).map(filled)) },
  };
  return postmanRequest(request, (_, value) => value);
}

/** The request of a scenario, with variables for credentials; also for a signature, if it is to be sent. */
function requestOf(
  { vendor, spec, scenarios, profile }: VendorDocs,
  scenario: Scenario,
  sent: boolean,
): PostmanRequest {
  const placeholder = (field: string) => placeholderOf(postmanVariable(vendor.id, field));
  const request = sampleRequest(spec, scenario, profile, placeholder("baseUrl"));
  const credentials = credentialsOf(scenarios);
  const shown = (name: string, value: string) => {
    const carries = sent ? request.signature?.headers[name] : undefined;
    if (carries === "bearer") return `Bearer ${placeholder("token")}`;
    if (carries !== undefined) return placeholder(carries);
    return credentials[name] === value ? placeholder(name) : value;
  };
  return postmanRequest(request, shown, numbersOf(scenario));
}

/** The fields of a JSON body that are numbers on the wire. */
function numbersOf({ operation }: Scenario): string[] {
  const { schema } = operation.requestBody?.content["application/json"] ?? {};
  return Object.entries(schema?.properties ?? {})
    .filter(([, { type }]) => type === "integer" || type === "number")
    .map(([field]) => field);
}

function responseOf(docs: VendorDocs, scenario: Scenario): PostmanResponse {
  const { name, status, mediaType, answer, answerHeaders } = scenario;
  const isJson = mediaType === "application/json";
  const headers = { "Content-Type": mediaType, ...answerHeaders };
  return {
    name,
    originalRequest: requestOf(docs, scenario, false),
    status: STATUS_CODES[status] ?? "",
    code: status,
    _postman_previewlanguage: isJson ? "json" : "html",
    header: Object.entries(headers).map(([key, value]) => ({ key, value })),
    cookie: [],
    body: isJson ? JSON.stringify(answer, null, 2) : String(answer),
  };
}
