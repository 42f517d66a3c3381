import { STATUS_CODES } from "node:http";
import { firstScenarios, type Scenario } from "@setor-tooling/model/scenarios";
import type { VendorDocs } from "@setor-tooling/model/vendor-docs";
import type { Vendor } from "@setor-tooling/model/vendors";
import { sampleRequest } from "../request.js";
import { type PostmanRequest, postmanRequest } from "./request.js";
import { type PostmanEvent, signingEvent, tokenEvent } from "./scripts.js";
import { credentialsOf, environmentName, type PostmanVariable, postmanVariable, variablePlace } from "./variables.js";

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
  readonly event?: readonly PostmanEvent[];
  readonly protocolProfileBehavior: { readonly followRedirects: false };
}

export interface PostmanCollection {
  readonly info: { readonly name: string; readonly description: string; readonly schema: string };
  readonly item: readonly PostmanItem[];
  readonly event?: readonly PostmanEvent[];
  readonly variable?: readonly PostmanVariable[];
}

const environmentNeeded =
  `**Variables.** The server and the credentials are those of the environment: \`${environmentName}\`, or one of your ` +
  "own. Without one nothing can be sent.";

export function postmanFile({ id }: Vendor): string {
  return `${id}.postman.json`;
}

/** A vendor's collection: each operation with its first example, and what is known to be answered. */
export function postmanCollection(docs: VendorDocs): PostmanCollection {
  const { vendor, spec, scenarios, driver } = docs;
  const { signing } = driver;
  return {
    info: {
      name: spec.info.title,
      description: `${environmentNeeded}\n\n${spec.info.description ?? ""}`,
      schema: "https://schema.getpostman.com/json/collection/v2.1.0/collection.json",
    },
    item: firstScenarios(scenarios).map((scenario) => postmanItem(docs, scenario)),
    ...(signing !== undefined && {
      event: [signingEvent(vendor.id, signing)],
      // They are made while requests are sent.
      variable: ["token", "timestamp", "signature"].map((field) => ({
        key: postmanVariable(vendor.id, field),
        value: "",
      })),
    }),
  };
}

function postmanItem(docs: VendorDocs, first: Scenario): PostmanItem {
  const { vendor, scenarios, driver } = docs;
  const { operation } = first.located;
  const answered = scenarios.filter(({ located }) => located.operation.operationId === operation.operationId);
  const issuesToken = driver.signing !== undefined && operation["x-effect"] === "auth";
  return {
    name: operation.operationId,
    request: {
      ...requestOf(docs, first, true),
      description: [operation.summary, operation.description ?? ""].join("\n\n").trim(),
    },
    response: answered.map((scenario) => responseOf(docs, scenario)),
    ...(issuesToken && driver.signing && { event: [tokenEvent(vendor.id, driver.signing)] }),
    // A payment that is redirected is sent twice.
    protocolProfileBehavior: { followRedirects: false },
  };
}

/** The request of a scenario, with variables for credentials; also for a signature, if it is to be sent. */
function requestOf({ vendor, spec, scenarios, driver }: VendorDocs, scenario: Scenario, sent: boolean): PostmanRequest {
  const request = sampleRequest(spec, scenario, driver, variablePlace(vendor.id, "baseUrl"));
  const credentials = credentialsOf(scenarios);
  return postmanRequest(request, (name, value) => {
    const carries = sent ? request.signature?.headers[name] : undefined;
    if (carries === "bearer") return `Bearer ${variablePlace(vendor.id, "token")}`;
    if (carries !== undefined) return variablePlace(vendor.id, carries);
    return credentials[name] === value ? variablePlace(vendor.id, name) : value;
  });
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
